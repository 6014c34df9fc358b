// The shape of an applier: the only code that receives a writable state.
import type { Event, EventType } from '../protocol/index.ts';
import type { StateWriter } from '../state/index.ts';

export type Applier<T extends EventType> = (state: StateWriter, event: Event<T>) => void;

/** For events that are told but change nothing. */
export const unchanged = (): void => {};
