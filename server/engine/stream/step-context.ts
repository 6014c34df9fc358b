// Gathers what the processing of one command writes: events applied at once, follow-ups in order.
import { applyEvent } from '../appliers/index.ts';
import { behaviourOf } from '../elements/index.ts';
import type { Expressions } from '../expression/index.ts';
import type { Context, InstanceResult } from '../mechanics/index.ts';
import type { AnyCommand, AnyEvent, CommandType, CommandValues, EventType, EventValues } from '../protocol/index.ts';
import type { StateReader, StateWriter } from '../state/index.ts';
import type { Counters } from './counters.ts';

export class StepContext implements Context {
  readonly state: StateReader;
  readonly expressions: Expressions;
  readonly now: number;
  readonly behaviourOf = behaviourOf;
  readonly events: AnyEvent[] = [];
  readonly followUps: AnyCommand[] = [];
  readonly results: InstanceResult[] = [];
  readonly #writer: StateWriter;
  readonly #counters: Counters;
  readonly #awaited: (processInstanceKey: number) => boolean;

  constructor(
    state: StateReader & StateWriter,
    expressions: Expressions,
    now: number,
    counters: Counters,
    awaited: (processInstanceKey: number) => boolean,
  ) {
    this.state = state;
    this.#writer = state;
    this.expressions = expressions;
    this.now = now;
    this.#counters = counters;
    this.#awaited = awaited;
  }

  nextKey(): number {
    return this.#counters.nextKey();
  }

  emit<T extends EventType>(type: T, key: number, value: EventValues[T]): void {
    const position = this.#counters.nextPosition();
    const event = { type, key, position, timestamp: this.now, value } as unknown as AnyEvent;
    this.events.push(event);
    applyEvent(this.#writer, event);
  }

  follow<T extends CommandType>(type: T, key: number, value: CommandValues[T]): void {
    const position = this.#counters.nextPosition();
    this.followUps.push({ type, key, position, value } as unknown as AnyCommand);
  }

  isAwaited(processInstanceKey: number): boolean {
    return this.#awaited(processInstanceKey);
  }

  tellResult(result: InstanceResult): void {
    this.results.push(result);
  }
}
