// Lets other work in while a long scan runs, and ends it when its time is over or nobody waits for it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CommandError } from '../errors.ts';

/** How long a scan may hold the event loop. */
const SLICE_MS = 10;
/** Looking at the time has a cost too. */
const STEPS_PER_LOOK = 32;

export class Pacer {
  #steps = 0;
  #sliceEnds = performance.now() + SLICE_MS;
  readonly #deadline: number;
  readonly #signal: AbortSignal | undefined;

  constructor(maxTimeMs = 0, signal?: AbortSignal) {
    this.#deadline = maxTimeMs > 0 ? performance.now() + maxTimeMs : Number.POSITIVE_INFINITY;
    this.#signal = signal;
  }

  /** True when the caller should await `rest()` before it goes on. */
  step(): boolean {
    return ++this.#steps % STEPS_PER_LOOK === 0 && performance.now() >= this.#sliceEnds;
  }

  async rest(): Promise<void> {
    await nextTurn();
    if (this.#signal?.aborted) throw new CommandError('InterruptedAtShutdown', 'The connection that asked is closed');
    if (performance.now() > this.#deadline) throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
    this.#sliceEnds = performance.now() + SLICE_MS;
  }
}
