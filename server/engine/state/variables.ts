// Variables by scope, each as JSON text.
import { num, text } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type Variable = { readonly key: number; readonly name: string; readonly value: string };

export interface VariableReader {
  find(scopeKey: number, name: string): Variable | undefined;
  /** Short names first, as Zeebe's store has them. */
  local(scopeKey: number): Variable[];
}

export interface VariableWriter extends VariableReader {
  put(scopeKey: number, variable: Variable): void;
  removeScope(scopeKey: number): void;
}

export class Variables implements VariableWriter {
  readonly #table: Table<Variable>;

  constructor(store: Store) {
    this.#table = store.table('variable');
  }

  find(scopeKey: number, name: string): Variable | undefined {
    return this.#table.get(num(scopeKey) + text(name));
  }

  local(scopeKey: number): Variable[] {
    const found = this.#table.scan(num(scopeKey)).map(([, variable]) => variable);
    return found.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  }

  put(scopeKey: number, variable: Variable): void {
    this.#table.put(num(scopeKey) + text(variable.name), variable);
  }

  removeScope(scopeKey: number): void {
    for (const [key] of this.#table.scan(num(scopeKey))) this.#table.remove(key);
  }
}
