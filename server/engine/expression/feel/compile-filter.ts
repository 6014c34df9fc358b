// list[condition] and list[index].
import { ItemScope, type Compiled, type Scope } from './scope.ts';
import { quotedText } from './text-of.ts';
import { isList, isNumber, toNumber, type Value } from './value.ts';

export function compileFilter(value: Compiled, condition: Compiled): Compiled {
  return (scope) => {
    const list = value(scope);
    if (!isList(list)) {
      scope.run.warn('INVALID_TYPE', `Expected List but found '${quotedText(list)}'`);
      return null;
    }
    return filter(list, condition, scope);
  };
}

/** The first item tells an index from a condition. */
function filter(list: readonly Value[], condition: Compiled, scope: Scope): Value {
  const first = condition(list.length === 0 ? scope : new ItemScope(scope, list[0] ?? null));
  if (isNumber(first)) return itemAt(list, Math.trunc(toNumber(first)), scope);
  return list.filter((item, index) => (index === 0 ? first : condition(new ItemScope(scope, item))) === true);
}

function itemAt(list: readonly Value[], index: number, scope: Scope): Value {
  const item = index > 0 ? list[index - 1] : index < 0 ? list[list.length + index] : undefined;
  if (item !== undefined) return item;
  scope.run.warn('OUT_OF_BOUNDS', `The index ${index} is out of bounds of the list of size ${list.length}`);
  return null;
}
