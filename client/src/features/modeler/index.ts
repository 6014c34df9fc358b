// The door to process models.
export { ModelPages } from './model-pages.tsx';
