// The door to notices.
export { NoticePage } from './notice-page.tsx';
