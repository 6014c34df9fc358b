// The door to half-filled answers.
export { useDraft } from './use-draft.ts';
export type { DraftState } from './use-draft.ts';
export { SavedMark } from './saved-mark.tsx';
export { DraftConflict } from './draft-conflict.tsx';
