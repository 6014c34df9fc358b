// How far each exporter has been acknowledged; kept with the state, not on the log.
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type ExportProgress = {
  readonly position: number;
  /** Records sent so far by value type; part of every exported record. */
  readonly sequences: Readonly<Record<string, number>>;
};

export class Exports {
  readonly #table: Table<ExportProgress>;

  constructor(store: Store) {
    this.#table = store.table('export');
  }

  get(exporter: string): ExportProgress {
    return this.#table.get(exporter) ?? { position: 0, sequences: {} };
  }

  put(exporter: string, progress: ExportProgress): void {
    this.#table.put(exporter, progress);
  }
}
