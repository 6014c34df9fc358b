// Changes that have not reached the disk yet: newest value or tombstone by key, and the keys in order.

export type Entry<V> = { readonly value: V | undefined; /** Nothing below knows the key. */ readonly fresh: boolean };

export class Overlay<V> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #keys: string[] = [];

  get size(): number {
    return this.#entries.size;
  }

  find(key: string): Entry<V> | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: V, fresh: boolean): void {
    const known = this.#entries.get(key);
    if (known === undefined) this.#insert(key);
    this.#entries.set(key, { value, fresh: known === undefined ? fresh : known.fresh });
  }

  remove(key: string): void {
    const known = this.#entries.get(key);
    if (known?.fresh === true) {
      this.#entries.delete(key);
      this.#keys.splice(this.#indexOf(key), 1);
      return;
    }
    if (known === undefined) this.#insert(key);
    this.#entries.set(key, { value: undefined, fresh: false });
  }

  /** Undoes a change: the entry becomes what `find` gave before it. */
  restore(key: string, before: Entry<V> | undefined): void {
    const known = this.#entries.has(key);
    if (before !== undefined) {
      if (!known) this.#insert(key);
      this.#entries.set(key, before);
    } else if (known) {
      this.#entries.delete(key);
      this.#keys.splice(this.#indexOf(key), 1);
    }
  }

  *keys(start: string, prefix: string): Generator<string> {
    for (let i = this.#indexOf(start); i < this.#keys.length; i += 1) {
      const key = this.#keys[i] ?? '';
      if (!key.startsWith(prefix)) return;
      yield key;
    }
  }

  entries(): IterableIterator<[string, Entry<V>]> {
    return this.#entries.entries();
  }

  #insert(key: string): void {
    const last = this.#keys[this.#keys.length - 1];
    if (last === undefined || last < key) this.#keys.push(key);
    else this.#keys.splice(this.#indexOf(key), 0, key);
  }

  /** First index whose key is not below the given one. */
  #indexOf(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
