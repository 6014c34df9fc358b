// Door of the mechanics room: what elements and commands have in common.
export type { Behaviour, Context, InstanceResult } from './context.ts';
export {
  boundariesOf,
  eventSubProcessStarts,
  frameOf,
  frameOfInstance,
  isInner,
  nodeById,
  nodeOf,
  noneStartOf,
  scopeOf,
  type Frame,
} from './frame.ts';
export { elementTypeOf, eventTypeOf, innerTypeOf } from './element-types.ts';
export { childValue, siblingValue } from './element-values.ts';
export { documentOf, joinDocument, splitDocument, type Entry } from './documents.ts';
export {
  localEntries,
  propagate,
  propagateDocument,
  scopesOf,
  setLocal,
  visibleEntries,
  visibleVariables,
} from './variables.ts';
export { applyInputs, applyOutputs } from './mappings.ts';
export { rememberTrigger, takeTrigger } from './triggers.ts';
export { dropIncident, dropJobIncident, raiseIncident, raiseJobIncident } from './incidents.ts';
export {
  activateAndComplete,
  activateChild,
  activated,
  attempt,
  completeSoon,
  completed,
  completedAlong,
  endScopeIfDone,
  isOpen,
  outgoingOf,
  takeFlow,
  terminateChildren,
  terminateSoon,
  terminated,
} from './transitions.ts';
export { activateCaught, activateEventSubProcess, canCatch, catchEvent } from './caught-events.ts';
export { subscribe, unsubscribeFrom } from './subscriptions.ts';
export { beginActivity, finishActivity, stopActivity } from './activity.ts';
export { cancelJob, prepareJob } from './jobs.ts';
export { prepareUserTask } from './user-task.ts';
export { NO_ORIGIN, evaluateDecision } from './decisions.ts';
export { findCatcher, uncaughtError, type Catcher, type Search } from './thrown-events.ts';
export { processValue, startByEvent } from './instances.ts';
export { canStart, startByMessage, startNextInstance } from './message-start.ts';
export { correlate, correlateToWaiting, nextMessage } from './message-correlation.ts';
