// The door to asking for more time.
export { ExtensionPage } from './extension-page.tsx';
