// Armed timers, by the element they belong to or, for start events, by the process.
import type { TimerValue } from '../protocol/index.ts';
import type { DueWriter } from './due-dates.ts';
import { lastNum, num } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type Timer = { readonly key: number; readonly value: TimerValue };

export interface TimerReader {
  get(key: number): Timer | undefined;
  ofElement(elementInstanceKey: number): Timer[];
  /** Start event timers. */
  ofProcess(processDefinitionKey: number): Timer[];
}

export interface TimerWriter extends TimerReader {
  insert(timer: Timer): void;
  remove(key: number): void;
}

const ownerOf = ({ elementInstanceKey, processDefinitionKey }: TimerValue): string =>
  elementInstanceKey > 0 ? num(elementInstanceKey) : `-${num(processDefinitionKey)}`;

export class Timers implements TimerWriter {
  readonly #timers: Table<TimerValue>;
  readonly #owned: Table<1>;
  readonly #due: DueWriter;

  constructor(store: Store, due: DueWriter) {
    this.#timers = store.table('timer');
    this.#owned = store.table('timerof');
    this.#due = due;
  }

  get(key: number): Timer | undefined {
    const value = this.#timers.get(num(key));
    return value && { key, value };
  }

  ofElement(elementInstanceKey: number): Timer[] {
    return this.#of(num(elementInstanceKey));
  }

  ofProcess(processDefinitionKey: number): Timer[] {
    return this.#of(`-${num(processDefinitionKey)}`);
  }

  insert({ key, value }: Timer): void {
    this.#timers.insert(num(key), value);
    this.#owned.insert(ownerOf(value) + num(key), 1);
    this.#due.add({ at: value.dueDate, kind: 'timer', key });
  }

  remove(key: number): void {
    const value = this.#timers.get(num(key));
    if (value === undefined) return;
    this.#timers.remove(num(key));
    this.#owned.remove(ownerOf(value) + num(key));
    this.#due.remove({ at: value.dueDate, kind: 'timer', key });
  }

  #of(owner: string): Timer[] {
    return this.#owned.scan(owner).flatMap(([key]) => this.get(lastNum(key)) ?? []);
  }
}
