// The door to guided forms.
export { GuideBar, missingText, progressText } from './guide-bar.tsx';
export type { Step } from './guide-bar.tsx';
export { StepTag } from './step-tag.tsx';
