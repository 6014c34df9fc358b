// for, some and every over lists and number ranges.
import { LocalScope, type Compiled, type Scope } from './scope.ts';
import { FeelRange, isInteger, isList, isNumber, toNumber, type Value } from './value.ts';

export type Source = { readonly name: string; readonly run: Compiled };

export function compileIteration(sources: readonly Source[], body: Compiled): Compiled {
  return (scope) => {
    const results: Value[] = [];
    const ended = each(sources, scope, (inner) => {
      results.push(body(new LocalScope(inner, 'partial', [...results])));
    });
    return ended ? results : null;
  };
}

/** Three-valued: an undecided item leaves the whole undecided unless another decides it. */
export function compileQuantifier(kind: 'some' | 'every', sources: readonly Source[], body: Compiled): Compiled {
  const decisive = kind === 'some';
  return (scope) => {
    const found: Value[] = [];
    const ended = each(sources, scope, (inner) => void found.push(body(inner)));
    if (!ended) return null;
    if (found.includes(decisive)) return decisive;
    return found.every((value) => value === !decisive) ? !decisive : null;
  };
}

/** False when something was not iterable; every source is evaluated outside of the loop. */
function each(sources: readonly Source[], scope: Scope, visit: (scope: Scope) => void): boolean {
  const lists: (readonly [string, readonly Value[]])[] = [];
  for (const { name, run } of sources) {
    const items = itemsOf(run(scope));
    if (items === undefined) {
      scope.run.warn('INVALID_TYPE', 'Expected list or iteration context');
      return false;
    }
    lists.push([name, items]);
  }
  walk(lists, scope, visit);
  return true;
}

function walk(
  [first, ...rest]: readonly (readonly [string, readonly Value[]])[],
  scope: Scope,
  visit: (scope: Scope) => void,
): void {
  if (first === undefined) return visit(scope);
  const [name, items] = first;
  for (const item of items) walk(rest, new LocalScope(scope, name, item), visit);
}

function itemsOf(value: Value): readonly Value[] | undefined {
  if (isList(value)) return value;
  if (!(value instanceof FeelRange) || !isNumber(value.start) || !isNumber(value.end)) return undefined;
  if (!isInteger(value.start) || !isInteger(value.end)) return undefined;
  const [from, to] = [toNumber(value.start), toNumber(value.end)];
  const step = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => from + index * step);
}
