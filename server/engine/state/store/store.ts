// State on disk (LMDB) under lazily flushed changes in memory; remembers the log position it stands at.
import { open, type RootDatabase } from 'lmdb';
import { Journal } from './journal.ts';
import { Table } from './table.ts';

/** Bumped when tables change their meaning; older state is refused, never misread. */
const STATE_VERSION = 1;
const META = '0meta';

export type StoreMeta = { readonly version: number; readonly position: number; readonly lastKey: number };

export class Store {
  readonly #db: RootDatabase<unknown, string>;
  readonly #tables: Table<unknown>[] = [];
  /** Open while a step is processed. */
  readonly journal = new Journal();
  #flush: Promise<void> | undefined;
  #meta: StoreMeta;

  constructor(path: string) {
    this.#db = open<unknown, string>({ path, noSubdir: false, compression: false });
    const meta = this.#db.get(META) as StoreMeta | undefined;
    if (meta !== undefined && meta.version !== STATE_VERSION)
      throw new Error(
        `${path} holds engine state in format ${meta.version}, but this version reads format ${STATE_VERSION} only. Start the version that wrote it.`,
      );
    this.#meta = meta ?? { version: STATE_VERSION, position: 0, lastKey: 0 };
  }

  /** What the disk holds, not what memory is ahead by. */
  get meta(): StoreMeta {
    return this.#meta;
  }

  get dirty(): number {
    return this.#tables.reduce((sum, table) => sum + table.dirty, 0);
  }

  table<V>(name: string): Table<V> {
    const table = new Table<V>(this.#db, `${name}=`, this.journal);
    this.#tables.push(table as unknown as Table<unknown>);
    return table;
  }

  /** Writes all changes up to now, once `durable` tells that the log has them too. */
  flush(position: number, lastKey: number, durable: Promise<void>): Promise<void> {
    this.#flush ??= this.#write({ version: STATE_VERSION, position, lastKey }, durable).finally(() => {
      this.#flush = undefined;
    });
    return this.#flush;
  }

  async close(): Promise<void> {
    await this.#flush;
    await this.#db.close();
  }

  async #write(meta: StoreMeta, durable: Promise<void>): Promise<void> {
    for (const table of this.#tables) table.cut();
    await durable;
    await this.#db.batch(() => {
      for (const table of this.#tables)
        for (const [key, value] of table.flushing()) {
          if (value === undefined) void this.#db.remove(key);
          else void this.#db.put(key, value);
        }
      void this.#db.put(META, meta);
    });
    await this.#db.flushed;
    for (const table of this.#tables) table.flushed();
    this.#meta = meta;
  }
}
