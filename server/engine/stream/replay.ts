// Brings the state to where the log ends, through the same appliers that wrote it.
import { applyEvent } from '../appliers/index.ts';
import type { LogStep } from '../log/index.ts';
import type { Deferred, StateWriter } from '../state/index.ts';
import type { Counters } from './counters.ts';

export function replayStep(step: LogStep, state: StateWriter, deferred: Deferred, counters: Counters): void {
  if (step.lastPosition <= counters.position) return;
  for (const event of step.events) applyEvent(state, event);
  if (step.wasDeferred) deferred.remove(step.position);
  for (const command of step.deferred) deferred.add(command);
  counters.reached(step.lastPosition, step.lastKey);
}
