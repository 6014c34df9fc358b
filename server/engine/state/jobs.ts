// Jobs, what state they are in, and which can be activated by type.
import type { JobValue } from '../protocol/index.ts';
import type { DueWriter } from './due-dates.ts';
import { lastNum, num, text } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type JobState = 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'WAITING' | 'ERROR_THROWN';
/** WAITING is Zeebe's FAILED with retries left and a back-off running. */
export type Job = { readonly key: number; readonly state: JobState; readonly value: JobValue };

export interface JobReader {
  get(key: number): Job | undefined;
  activatable(type: string, limit: number): Job[];
}

export interface JobWriter extends JobReader {
  put(job: Job): void;
  remove(key: number): void;
}

export class Jobs implements JobWriter {
  readonly #jobs: Table<Job>;
  readonly #activatable: Table<1>;
  readonly #due: DueWriter;
  readonly #onActivatable: (type: string) => void;

  constructor(store: Store, due: DueWriter, onActivatable: (type: string) => void) {
    this.#jobs = store.table('job');
    this.#activatable = store.table('activatable');
    this.#due = due;
    this.#onActivatable = onActivatable;
  }

  get(key: number): Job | undefined {
    return this.#jobs.get(num(key));
  }

  activatable(type: string, limit: number): Job[] {
    return this.#activatable.scan(text(type), limit).flatMap(([key]) => this.get(lastNum(key)) ?? []);
  }

  put(job: Job): void {
    const before = this.get(job.key);
    if (before === undefined) this.#jobs.insert(num(job.key), job);
    else this.#jobs.put(num(job.key), job);
    if (before !== undefined) this.#leave(before);
    this.#enter(job);
  }

  remove(key: number): void {
    const before = this.get(key);
    if (before === undefined) return;
    this.#leave(before);
    this.#jobs.remove(num(key));
  }

  #enter({ key, state, value }: Job): void {
    if (state === 'ACTIVATABLE') {
      this.#activatable.insert(text(value.type) + num(key), 1);
      this.#onActivatable(value.type);
    }
    if (state === 'ACTIVATED') this.#due.add({ at: value.deadline, kind: 'lease', key });
    if (state === 'WAITING') this.#due.add({ at: value.recurringTime, kind: 'backoff', key });
  }

  #leave({ key, state, value }: Job): void {
    if (state === 'ACTIVATABLE') this.#activatable.remove(text(value.type) + num(key));
    if (state === 'ACTIVATED') this.#due.remove({ at: value.deadline, kind: 'lease', key });
    if (state === 'WAITING') this.#due.remove({ at: value.recurringTime, kind: 'backoff', key });
  }
}
