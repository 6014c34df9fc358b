// Door of the state room: the store, and the state as readers and writers.
export { Store } from './store/store.ts';
export { createState, type StateReader, type StateWriter } from './state.ts';
export type { ElementInstance, ElementState } from './elements.ts';
export type { Variable } from './variables.ts';
export type { Trigger } from './triggers.ts';
export type { Job } from './jobs.ts';
export type { Timer } from './timers.ts';
export type { Message } from './messages.ts';
export type { MessageSubscription, ProcessMessageSubscription, StartSubscription } from './message-subscriptions.ts';
export type { SignalSubscription } from './signal-subscriptions.ts';
export type { Incident } from './incidents.ts';
export type { Due, DueKind } from './due-dates.ts';
export type { DecisionDefinition, DecisionRequirements, FormDefinition, ProcessDefinition } from './definitions.ts';
export { Deferred } from './deferred.ts';
export { Exports, type ExportProgress } from './exports.ts';
