// Callers who wait for an instance to end; known in memory only, as their connection is.
import type { InstanceResult } from '../mechanics/index.ts';

type Waiter = (variables: string) => void;

export class Awaited {
  readonly #waiters = new Map<number, Waiter | undefined>();
  readonly #early = new Map<number, string>();

  has(processInstanceKey: number): boolean {
    return this.#waiters.has(processInstanceKey);
  }

  /** The instance may end before its caller knows its key. */
  expect(processInstanceKey: number): void {
    this.#waiters.set(processInstanceKey, undefined);
  }

  tell({ processInstanceKey, variables }: InstanceResult): void {
    const waiter = this.#waiters.get(processInstanceKey);
    if (waiter === undefined) {
      this.#early.set(processInstanceKey, variables);
      return;
    }
    this.#waiters.delete(processInstanceKey);
    waiter(variables);
  }

  wait(processInstanceKey: number, waiter: Waiter): void {
    const early = this.#early.get(processInstanceKey);
    if (early === undefined) {
      this.#waiters.set(processInstanceKey, waiter);
      return;
    }
    this.forget(processInstanceKey);
    waiter(early);
  }

  forget(processInstanceKey: number): void {
    this.#waiters.delete(processInstanceKey);
    this.#early.delete(processInstanceKey);
  }
}
