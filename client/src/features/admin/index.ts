// The door to administration.
export { AdminPage } from './admin-page.tsx';
