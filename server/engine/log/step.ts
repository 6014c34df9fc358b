// What one processed command leaves on the log: its events, and the follow-up commands left for later.
import type { AnyCommand, AnyEvent } from '../protocol/index.ts';

export type LogStep = {
  /** Of the command that was processed. */
  readonly position: number;
  /** Of the client's or timer's command behind it; records carry it. */
  readonly source: number;
  readonly lastPosition: number;
  /** The command stood on the log as left over from an earlier step. */
  readonly wasDeferred: boolean;
  /** Largest key handed out so far. */
  readonly lastKey: number;
  readonly timestamp: number;
  readonly events: readonly AnyEvent[];
  readonly deferred: readonly DeferredCommand[];
};

export type DeferredCommand = AnyCommand & { readonly source: number };
