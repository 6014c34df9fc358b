// The door to what the phone knows and keeps.
export { closePhone, forgetReads, openPhone, phone } from './database.ts';
export { dropDraft, readDraft, writeDraft } from './drafts.ts';
export type { Draft, Values } from './drafts.ts';
export { bringTasks, forgetGone } from './keep-tasks.ts';
export { boardRead, calendarRead, escalationRead, evidenceRead, isKept, issueRead, taskRead } from './reads.ts';
export type { Board } from './reads.ts';
export { forgetAll, keepOnPhone, reload, renewAll, renewTopic, useResource } from './resource.ts';
export type { Resource, Spec } from './resource.ts';
export { localRef, proofIn, refsIn, resolveRefs, uploadOf } from './waiting.ts';
export type { SendState, Submission, Upload } from './waiting.ts';
