// The door to small parts.
export { DueTag } from './due-tag.tsx';
export { FieldFault, faultyInput, useFaultFocus, useFaults } from './field-fault.tsx';
export type { Faults } from './field-fault.tsx';
export { EmptyNote, Loaded, LoadingNote, ProblemNote } from './notes.tsx';
export { Bar, Card, KeyCap, PageHead } from './page.tsx';
export { RungPips, ladder, rungWord } from './rung-pips.tsx';
export type { Rung } from './rung-pips.tsx';
export { StateWord, statusTone } from './state-word.tsx';
export { isStatusWord, statusWords } from '../status/index.ts';
export type { StatusWord } from '../status/index.ts';
export { TabSet } from './tab-set.tsx';
export type { TabItem } from './tab-set.tsx';
export { theme } from './theme.ts';
