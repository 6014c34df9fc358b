// The door to what the shipped models say, told in the reader's language.
export { daysOf } from './days-of.ts';
export { formIn } from './form-in.ts';
export { namesSaying } from './names-saying.ts';
export { subjectIn } from './subject-in.ts';
export { toldIn } from './told-in.ts';
export type { Names } from './told-in.ts';
