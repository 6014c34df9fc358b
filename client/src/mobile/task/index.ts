// The door to opened tasks.
export { TaskPage } from './task-page.tsx';
