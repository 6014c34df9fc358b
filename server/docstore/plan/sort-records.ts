// Sorts what no index delivers in order: keys and record ids only, in runs that let other work in.
import { anyAt } from '../query/walk.ts';
import type { Doc } from '../values/document.ts';
import { compare } from '../values/compare.ts';
import { encodeKey } from '../values/key-encoding.ts';
import type { Pacer } from './pacer.ts';
import type { SortField } from './sort-order.ts';

const RUN = 2048;

export interface Sortable {
  key: Buffer;
  record: number;
}

/** Byte order of the result is the order of the sort. */
export function sortKey(doc: Doc, fields: readonly SortField[]): Buffer {
  return encodeKey(fields.map((field) => ({ value: representative(doc, field), descending: field.descending })));
}

/** An array sorts by its least element, or its greatest when descending; an empty one before null. */
function representative(doc: Doc, field: SortField): unknown {
  let best: unknown;
  let any = false;
  const consider = (value: unknown): void => {
    const order = any ? compare(value, best) : 0;
    if (!any || (field.descending ? order > 0 : order < 0)) best = value;
    any = true;
  };
  anyAt(doc, field.parts, (leaf) => {
    if (Array.isArray(leaf) && leaf.length > 0) for (const one of leaf) consider(one ?? null);
    else consider(Array.isArray(leaf) ? undefined : (leaf ?? null));
    return false;
  });
  return any ? best : null;
}

/** Stable; keeps only the first `limit` while collecting. */
export class SortBuffer {
  readonly #limit: number;
  readonly #pacer: Pacer;
  #runs: Sortable[][] = [];
  #current: Sortable[] = [];

  constructor(limit: number, pacer: Pacer) {
    this.#limit = limit;
    this.#pacer = pacer;
  }

  async add(item: Sortable): Promise<void> {
    this.#current.push(item);
    if (this.#current.length >= RUN) await this.#endRun();
  }

  async finish(): Promise<Sortable[]> {
    await this.#endRun();
    while (this.#runs.length > 1) {
      const merged: Sortable[][] = [];
      for (let i = 0; i < this.#runs.length; i += 2)
        merged.push(await this.#merge(this.#runs[i] ?? [], this.#runs[i + 1] ?? []));
      this.#runs = merged;
    }
    return this.#runs[0] ?? [];
  }

  async #endRun(): Promise<void> {
    if (this.#current.length === 0) return;
    this.#runs.push(this.#current.sort((a, b) => Buffer.compare(a.key, b.key)).slice(0, this.#limit));
    this.#current = [];
    await this.#pacer.rest();
    const [first, second] = this.#runs;
    // with a limit there is never more than one run to keep
    if (this.#limit <= RUN && first && second) this.#runs = [await this.#merge(first, second)];
  }

  async #merge(left: Sortable[], right: Sortable[]): Promise<Sortable[]> {
    const out: Sortable[] = [];
    let [i, j] = [0, 0];
    while (out.length < this.#limit && (i < left.length || j < right.length)) {
      const [a, b] = [left[i], right[j]];
      const takeLeft = a && (!b || Buffer.compare(a.key, b.key) <= 0);
      const next = takeLeft ? a : b;
      if (next) out.push(next);
      if (takeLeft) i++;
      else j++;
      if (this.#pacer.step()) await this.#pacer.rest();
    }
    return out;
  }
}
