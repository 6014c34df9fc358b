// The door to the workbench.
export { WorkbenchPage } from './workbench-page.tsx';
