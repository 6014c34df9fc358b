// The single writer: commands queue up, a group of them becomes one append, answers leave when it is durable.
import type { Logger } from 'pino';
import type { Accepted, Reply } from '../commands/index.ts';
import type { FileLog, LogStep } from '../log/index.ts';
import type { InstanceResult } from '../mechanics/index.ts';
import { reject, type AnyCommand, type CommandType, type CommandValues } from '../protocol/index.ts';
import type { Deferred, Store } from '../state/index.ts';
import { Awaited } from './awaited.ts';
import type { Counters } from './counters.ts';
import type { Processed, Processor } from './processor.ts';

const TURN_STEPS = 64;
const FLUSH_INTERVAL = 500;
const FLUSH_ENTRIES = 20_000;
/** Commands waiting beyond this are refused, as Zeebe's back-pressure does. */
const LONGEST_QUEUE = 20_000;

type Queued = {
  readonly type: CommandType;
  readonly key: number;
  readonly value: CommandValues[CommandType];
  readonly awaitsResult: boolean;
  readonly answer: (reply: Reply<CommandType> | Error) => void;
};
type Answer = () => void;

export type StreamOptions = {
  readonly processor: Processor;
  readonly counters: Counters;
  readonly store: Store;
  readonly deferred: Deferred;
  readonly log: FileLog;
  readonly logger: Logger;
  /** After every group: somebody may want to look at what is due. */
  readonly onProcessed: () => void;
  /** The log cannot be written any more. */
  readonly onFailure: (error: Error) => void;
  /** The state up to here is on disk. */
  readonly onFlushed: (position: number) => void;
};

export class Stream {
  readonly #options: StreamOptions;
  readonly awaited = new Awaited();
  #queue: Queued[] = [];
  #scheduled = false;
  #durable: Promise<void> = Promise.resolve();
  #lastFlush: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;
  #closed = false;

  constructor(options: StreamOptions) {
    this.#options = options;
  }

  /** Begins with what a crash left over. */
  start(): void {
    this.#schedule();
  }

  submit<T extends CommandType>(
    type: T,
    key: number,
    value: CommandValues[T],
    awaitsResult = false,
  ): Promise<Reply<T>> {
    if (this.#closed) return Promise.reject(new Error('The engine is stopping.'));
    if (this.#queue.length >= LONGEST_QUEUE)
      return Promise.resolve(reject('RESOURCE_EXHAUSTED', 'Expected to handle request, but the engine is overloaded'));
    return new Promise((resolve, refuse) => {
      const answer = (reply: Reply<CommandType> | Error): void =>
        reply instanceof Error ? refuse(reply) : resolve(reply as Reply<T>);
      this.#queue.push({ type, key, value, awaitsResult, answer });
      this.#schedule();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#lastFlush);
    for (const { answer } of this.#queue.splice(0)) answer(new Error('The engine is stopping.'));
    await this.#durable.catch(() => undefined);
    await this.#flushing;
    await this.#flush().catch(() => undefined);
  }

  #schedule(): void {
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (!this.#closed) this.#turn();
    });
  }

  #turn(): void {
    const steps: LogStep[] = [];
    const answers: Answer[] = [];
    const batch = this.#queue.splice(0, TURN_STEPS);
    for (const queued of batch) this.#processQueued(queued, steps, answers);
    this.#processDeferred(steps, answers);
    this.#commit(steps, answers);
    if (this.#queue.length > 0 || this.#options.deferred.first() !== undefined) this.#schedule();
    this.#options.onProcessed();
    this.#flushSoon();
  }

  #processQueued(queued: Queued, steps: LogStep[], answers: Answer[]): void {
    const position = this.#options.counters.nextPosition();
    const command = { type: queued.type, key: queued.key, position, value: queued.value } as unknown as AnyCommand;
    const isAwaited = (key: number): boolean => queued.awaitsResult || this.awaited.has(key);
    const processed = this.#options.processor.process(command, position, false, isAwaited);
    if (queued.awaitsResult) this.#expectResult(processed);
    this.#collect(processed, command, steps, answers);
    answers.push(() => queued.answer(processed.reply));
  }

  #expectResult({ reply }: Processed): void {
    const created = (reply as Accepted<'PROCESS_INSTANCE_CREATION.CREATE'>).value;
    if (reply.ok) this.awaited.expect(created.processInstanceKey);
  }

  #processDeferred(steps: LogStep[], answers: Answer[]): void {
    const command = this.#options.deferred.first();
    if (command === undefined) return;
    const isAwaited = (key: number): boolean => this.awaited.has(key);
    const processed = this.#options.processor.process(command, command.source, true, isAwaited);
    if (processed.error !== undefined) this.#options.deferred.remove(command.position);
    this.#collect(processed, command, steps, answers);
  }

  #collect({ step, results, error }: Processed, command: AnyCommand, steps: LogStep[], answers: Answer[]): void {
    if (error !== undefined)
      this.#options.logger.error({ err: error, command: command.type, key: command.key }, 'command failed');
    if (step !== undefined) steps.push(step);
    for (const result of results) answers.push(() => this.#tell(result));
  }

  #tell(result: InstanceResult): void {
    this.awaited.tell(result);
  }

  /** Even answers that wrote nothing wait for what they were decided on. */
  #commit(steps: readonly LogStep[], answers: readonly Answer[]): void {
    if (steps.length > 0) this.#durable = this.#options.log.append(steps);
    this.#durable.then(
      () => {
        for (const answer of answers) answer();
      },
      (error: Error) => this.#options.onFailure(error),
    );
  }

  #flushSoon(): void {
    if (this.#flushing !== undefined) return;
    if (this.#options.store.dirty > FLUSH_ENTRIES) {
      clearTimeout(this.#lastFlush);
      this.#lastFlush = undefined;
      void this.#flush();
      return;
    }
    this.#lastFlush ??= setTimeout(() => {
      this.#lastFlush = undefined;
      void this.#flush();
    }, FLUSH_INTERVAL);
  }

  #flush(): Promise<void> {
    if (this.#flushing !== undefined) return this.#flushing;
    if (this.#options.store.dirty === 0) return Promise.resolve();
    const { counters, store } = this.#options;
    this.#flushing = store
      .flush(counters.position, counters.key, this.#durable)
      .then(() => this.#options.onFlushed(store.meta.position))
      .catch((error: Error) => this.#options.onFailure(error))
      .finally(() => {
        this.#flushing = undefined;
      });
    return this.#flushing;
  }
}
