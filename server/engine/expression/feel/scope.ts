// Where names are looked up while an expression runs, and what the run collects.
import { isContext, type Context, type FeelFunction, type Value } from './value.ts';

export type Run = {
  readonly now: number;
  readonly zone: string;
  random(): number;
  warn(kind: string, message: string): void;
  /** The evaluation goes on, and has failed. */
  assertionFailed(cause: string): void;
};

export interface Scope {
  readonly run: Run;
  /** undefined: there is no such name. */
  lookup(name: string): Value | undefined;
}

export class VariableScope implements Scope {
  constructor(
    readonly run: Run,
    private readonly variables: Context,
  ) {}

  lookup(name: string): Value | undefined {
    return Object.hasOwn(this.variables, name) ? this.variables[name] : undefined;
  }
}

export class LocalScope implements Scope {
  readonly run: Run;

  constructor(
    private readonly parent: Scope,
    private readonly name: string,
    private readonly value: Value,
  ) {
    this.run = parent.run;
  }

  lookup(name: string): Value | undefined {
    return name === this.name ? this.value : this.parent.lookup(name);
  }
}

/** Inside a filter: the item's own entries first, then `item`, then what is outside. */
export class ItemScope implements Scope {
  readonly run: Run;

  constructor(
    private readonly parent: Scope,
    private readonly item: Value,
  ) {
    this.run = parent.run;
  }

  lookup(name: string): Value | undefined {
    if (isContext(this.item) && Object.hasOwn(this.item, name)) return this.item[name];
    return name === 'item' ? this.item : this.parent.lookup(name);
  }
}

/** The name under which unary tests find their input. */
export const INPUT = '?';

export type Compiled = (scope: Scope) => Value;
export type Functions = (name: string) => readonly FeelFunction[] | undefined;
