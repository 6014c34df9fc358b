// Door of the log room: durable steps in order, read back for recovery and export.
export { FileLog, type FileLogOptions } from './file-log.ts';
export type { LogReader } from './log-reader.ts';
export type { DeferredCommand, LogStep } from './step.ts';
