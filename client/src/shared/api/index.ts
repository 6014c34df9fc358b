// The door to the server for every entry: no UI library and no catalogue behind it.
export { call, looseCall } from './call.ts';
export type { CallArguments, CallOptions, LooseOptions } from './call.ts';
export { clientId } from './client-id.ts';
export { ProblemError, isPassing } from './problem-error.ts';
export type { FailureCode, FieldProblem } from './problem-error.ts';
export { followReach, tellReach } from './reach.ts';
export { queryString, urlOf } from './route-path.ts';
export type { Address } from './route-path.ts';
export { installSessionGate } from './session-gate.ts';
export { uploadEvidence } from './upload.ts';
export type { EvidenceFields, UploadOptions } from './upload.ts';
