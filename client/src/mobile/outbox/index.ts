// The door to sending: add, watch, retry.
export { addSubmission, addUpload } from './add.ts';
export type { NewSubmission, NewUpload } from './add.ts';
export { currentBox, dropSubmission, dropUpload, emptyBox, openBox, useBox } from './box.ts';
export type { Box } from './box.ts';
export { pump, retryFailed, startPump } from './pump.ts';
export { summarise, unsent } from './summary.ts';
export type { Summary } from './summary.ts';
