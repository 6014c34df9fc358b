// The door to visits and their checklists.
export { ChecklistPage } from './checklist-page.tsx';
export { runIn } from './answers.ts';
export type { Verdict } from './answers.ts';
export { Segments } from './segments.tsx';
export { StartPage } from './start-page.tsx';
