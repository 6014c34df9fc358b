// The door to the parts every page is made of.
export { Answers } from './answers.tsx';
export type { Answer } from './answers.tsx';
export { Bar } from './bar.tsx';
export { RadioChips, ToggleChips } from './chips.tsx';
export type { Choice } from './chips.tsx';
export { DueTag } from './due-tag.tsx';
export { Header } from './header.tsx';
export { Icon } from './icon.tsx';
export type { IconName } from './icons.ts';
export { Row } from './row.tsx';
export { Section } from './section.tsx';
export { Failed, Loading } from './states.tsx';
export { Tag } from './tag.tsx';
export type { Look } from './tag.tsx';
export { Timeline } from './timeline.tsx';
