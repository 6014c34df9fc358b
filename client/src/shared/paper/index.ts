// The door to official letters.
export { Paper } from './paper.tsx';
export type { Letter } from './paper.tsx';
