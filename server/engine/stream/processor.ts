// Processes one command with its follow-ups as a step: all of it, or nothing.
import { handle, type Reply } from '../commands/index.ts';
import type { Expressions } from '../expression/index.ts';
import type { DeferredCommand, LogStep } from '../log/index.ts';
import type { InstanceResult } from '../mechanics/index.ts';
import { reject, type AnyCommand, type CommandType } from '../protocol/index.ts';
import type { Deferred, StateReader, StateWriter, Store } from '../state/index.ts';
import type { Counters } from './counters.ts';
import { StepContext } from './step-context.ts';

/** More follow-ups than this go into a step of their own, so that no model can hold everybody up. */
const FOLLOW_UPS_A_STEP = 200;

export type Processed = {
  readonly reply: Reply<CommandType>;
  readonly step: LogStep | undefined;
  readonly results: readonly InstanceResult[];
  /** A broken invariant: everything was taken back. */
  readonly error?: unknown;
};

export type ProcessorOptions = {
  readonly store: Store;
  readonly state: StateReader & StateWriter;
  readonly deferred: Deferred;
  readonly expressions: Expressions;
  readonly counters: Counters;
  readonly now: () => number;
};

export class Processor {
  readonly #options: ProcessorOptions;

  constructor(options: ProcessorOptions) {
    this.#options = options;
  }

  process(command: AnyCommand, source: number, wasDeferred: boolean, awaited: (key: number) => boolean): Processed {
    const { store, state, expressions, counters, now } = this.#options;
    const ctx = new StepContext(state, expressions, now(), counters, awaited);
    store.journal.begin();
    try {
      const reply = handle(ctx, command);
      const left = this.#followUp(ctx);
      const step = this.#settle(ctx, command, source, wasDeferred, left);
      store.journal.keep();
      return { reply, step, results: ctx.results };
    } catch (error) {
      store.journal.takeBack();
      const reason = `Expected to process command '${command.type}' without errors, but an unexpected error occurred.`;
      return { reply: reject('PROCESSING_ERROR', reason), step: undefined, results: [], error };
    }
  }

  #followUp(ctx: StepContext): AnyCommand[] {
    for (let index = 0; index < ctx.followUps.length; index += 1) {
      if (index >= FOLLOW_UPS_A_STEP) return ctx.followUps.slice(index);
      const command = ctx.followUps[index];
      if (command !== undefined) handle(ctx, command);
    }
    return [];
  }

  #settle(
    ctx: StepContext,
    command: AnyCommand,
    source: number,
    wasDeferred: boolean,
    left: readonly AnyCommand[],
  ): LogStep | undefined {
    const { counters, deferred } = this.#options;
    const leftovers: DeferredCommand[] = left.map((follow) => ({ ...follow, source }));
    if (wasDeferred) deferred.remove(command.position);
    for (const leftover of leftovers) deferred.add(leftover);
    if (ctx.events.length === 0 && leftovers.length === 0 && !wasDeferred) return undefined;
    return {
      position: command.position,
      source,
      lastPosition: counters.position,
      wasDeferred,
      lastKey: counters.key,
      timestamp: ctx.now,
      events: ctx.events,
      deferred: leftovers,
    };
  }
}
