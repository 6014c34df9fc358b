// Who waits for jobs of which type; one is woken at a time, in the order they came.

type Wake = () => void;

export class JobQueue {
  readonly #waiting = new Map<string, Set<Wake>>();
  readonly #news = new Map<string, number>();

  /** Read before asking for jobs: what becomes known while the answer is on its way is not missed. */
  news(type: string): number {
    return this.#news.get(type) ?? 0;
  }

  /** Jobs of this type may be there now. */
  notify(type: string): void {
    this.#news.set(type, this.news(type) + 1);
    this.wakeNext(type);
  }

  /** There may be more than the one before took. */
  wakeNext(type: string): void {
    const waiting = this.#waiting.get(type);
    const [first] = waiting ?? [];
    if (waiting === undefined || first === undefined) return;
    waiting.delete(first);
    if (waiting.size === 0) this.#waiting.delete(type);
    first();
  }

  /** Resolves true when it is worth asking, false when the time is over or the signal ends it. */
  wait(type: string, since: number, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted || milliseconds <= 0) return Promise.resolve(false);
    if (this.news(type) !== since) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (worth: boolean): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        this.#waiting.get(type)?.delete(wake);
        resolve(worth);
      };
      const wake = (): void => settle(true);
      const giveUp = (): void => settle(false);
      const timer = setTimeout(giveUp, Math.min(milliseconds, 2 ** 31 - 1));
      signal.addEventListener('abort', giveUp);
      const waiting = this.#waiting.get(type) ?? new Set();
      this.#waiting.set(type, waiting.add(wake));
    });
  }
}
