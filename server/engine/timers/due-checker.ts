// Watches what is due and submits commands for it; it decides nothing and is never early.
import type { CommandType } from '../protocol/index.ts';
import type { Due, DueKind, StateReader } from '../state/index.ts';
import type { Stream } from '../stream/index.ts';

const AT_ONCE = 500;
/** Node's timers hold 31 bits; a controlled clock may move at any time as well. */
const LONGEST_SLEEP = 60_000;
const PAUSE_AFTER_FAILURE = 30_000;

const commands = {
  timer: 'TIMER.TRIGGER',
  lease: 'JOB.TIME_OUT',
  backoff: 'JOB.RECUR_AFTER_BACKOFF',
  message: 'MESSAGE.EXPIRE',
} as const satisfies Record<DueKind, CommandType>;

export class DueChecker {
  readonly #state: StateReader;
  readonly #submit: Stream['submit'];
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;
  #busy = false;
  #stopped = false;
  /** What failed is left alone for a while, so that it cannot keep the engine from everything else. */
  readonly #paused = new Map<string, number>();

  constructor(state: StateReader, submit: Stream['submit'], now: () => number) {
    this.#state = state;
    this.#submit = submit;
    this.#now = now;
  }

  /** Something may have become due, or be due earlier than thought. */
  check(): void {
    if (this.#busy || this.#stopped) return;
    const next = this.#state.due.next();
    if (next === undefined) return this.#sleepUntil(Number.POSITIVE_INFINITY);
    if (next.at <= this.#now()) void this.#work();
    else this.#sleepUntil(next.at);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #work(): Promise<void> {
    this.#busy = true;
    clearTimeout(this.#timer);
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const due = this.#state.due.until(this.#now(), AT_ONCE).filter((entry) => !this.#isPaused(entry));
    await Promise.all(due.map((entry) => this.#act(entry)));
    this.#busy = false;
    if (due.length > 0) this.check();
    else this.#sleepUntil(this.#now() + PAUSE_AFTER_FAILURE);
  }

  async #act(entry: Due): Promise<void> {
    try {
      const reply = await this.#submit(commands[entry.kind], entry.key, {});
      if (!reply.ok) this.#paused.set(nameOf(entry), this.#now() + PAUSE_AFTER_FAILURE);
    } catch {
      this.#stopped = true;
    }
  }

  #isPaused(entry: Due): boolean {
    const until = this.#paused.get(nameOf(entry));
    if (until === undefined) return false;
    if (until > this.#now()) return true;
    this.#paused.delete(nameOf(entry));
    return false;
  }

  #sleepUntil(time: number): void {
    if (this.#stopped || time === this.#wakesAt) return;
    clearTimeout(this.#timer);
    this.#wakesAt = time;
    const sleep = Math.min(LONGEST_SLEEP, Math.max(1, Math.ceil(time - this.#now())));
    this.#timer = setTimeout(() => {
      this.#wakesAt = Number.POSITIVE_INFINITY;
      this.check();
    }, sleep);
  }
}

const nameOf = ({ kind, key }: Due): string => `${kind}:${key}`;
