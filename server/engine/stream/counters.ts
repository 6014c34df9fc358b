// Hands out keys and positions; both only grow, and continue after a restart.
import { FIRST_KEY } from '../protocol/index.ts';

export class Counters {
  #position: number;
  #key: number;

  constructor(position: number, key: number) {
    this.#position = position;
    this.#key = Math.max(key, FIRST_KEY);
  }

  get position(): number {
    return this.#position;
  }

  get key(): number {
    return this.#key;
  }

  nextPosition(): number {
    this.#position += 1;
    return this.#position;
  }

  nextKey(): number {
    this.#key += 1;
    return this.#key;
  }

  /** What a replayed step had reached. */
  reached(position: number, key: number): void {
    this.#position = Math.max(this.#position, position);
    this.#key = Math.max(this.#key, key);
  }
}
