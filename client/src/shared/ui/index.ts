// The door to small parts.
export { DueTag } from './due-tag.tsx';
export { EmptyNote, Loaded, LoadingNote, ProblemNote } from './notes.tsx';
export { Bar, Card, KeyCap, PageHead } from './page.tsx';
export { RungPips, ladder } from './rung-pips.tsx';
export type { Rung } from './rung-pips.tsx';
export { StateWord, isStatusWord, statusTone, statusWords } from './state-word.tsx';
export type { StatusWord } from './state-word.tsx';
export { TabSet } from './tab-set.tsx';
export type { TabItem } from './tab-set.tsx';
export { theme } from './theme.ts';
