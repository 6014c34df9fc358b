// Reads an update: a replacement, a list of operators, or a pipeline; refuses conflicting paths.
import { CommandError, badValue, parseError } from '../errors.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { isOperatorDoc, parseField, parseFilter } from '../query/parse-filter.ts';
import { isOperatorName } from './operators.ts';
import type { OperatorName } from './operators.ts';
import type { ArrayFilter } from './target-path.ts';

export type Step =
  { name: OperatorName; path: string; operand: unknown } | { name: '$rename'; path: string; to: string };

export type Update =
  | { kind: 'replacement'; doc: Doc }
  | { kind: 'operators'; steps: Step[]; arrayFilters: Map<string, ArrayFilter> }
  | { kind: 'pipeline'; stages: Doc[] };

export function parseUpdate(update: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(update)) return { kind: 'pipeline', stages: update.filter(isDoc) };
  if (!isDoc(update)) throw parseError('Update argument must be either an object or an array');
  const names = Object.keys(update);
  if (!names[0]?.startsWith('$')) {
    const bad = names.find((name) => name.startsWith('$'));
    if (bad)
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${bad}' in '${bad}' is not allowed in the context of an update's replacement document.`,
      );
    return { kind: 'replacement', doc: update };
  }
  const steps = names.flatMap((name) => stepsOf(name, update[name]));
  refuseConflicts(steps);
  return { kind: 'operators', steps, arrayFilters: parseArrayFilters(arrayFilters, steps) };
}

function stepsOf(name: string, fields: unknown): Step[] {
  if (name !== '$rename' && !isOperatorName(name)) {
    throw parseError(
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields))
    throw parseError(
      `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}} not {${name}: ${JSON.stringify(fields)}}`,
    );
  return Object.entries(fields).map(([path, operand]): Step => {
    if (name !== '$rename') return { name, path, operand };
    if (typeof operand !== 'string')
      throw badValue(`The 'to' field for $rename must be a string: ${path}: ${JSON.stringify(operand)}`);
    if (path.includes('$') || operand.includes('$'))
      throw badValue('The source and destination of $rename may not be dynamic');
    return { name, path, to: operand };
  });
}

function refuseConflicts(steps: Step[]): void {
  const paths = steps.flatMap((step) => (step.name === '$rename' ? [step.path, step.to] : [step.path])).sort();
  paths.forEach((path, i) => {
    const clash = paths.slice(i + 1).find((other) => other === path || other.startsWith(`${path}.`));
    if (clash !== undefined)
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${clash}' would create a conflict at '${path}'`,
      );
  });
}

function parseArrayFilters(given: unknown, steps: Step[]): Map<string, ArrayFilter> {
  const filters = new Map<string, ArrayFilter>();
  if (given === undefined) return filters;
  if (!Array.isArray(given)) throw new CommandError('TypeMismatch', 'arrayFilters must be an array');
  for (const filter of given) {
    const [name, parsed] = parseArrayFilter(filter);
    if (filters.has(name)) throw parseError(`Found multiple array filters with the same top-level field name ${name}`);
    if (!steps.some((step) => step.path.includes(`$[${name}]`)))
      throw parseError(`The array filter for identifier '${name}' was not used in the update`);
    filters.set(name, parsed);
  }
  return filters;
}

/** `{ 'x.a': 1, 'x.b': 2 }` asks the element's fields, `{ x: { $gt: 1 } }` the element. */
function parseArrayFilter(filter: unknown): [string, ArrayFilter] {
  const names = isDoc(filter) ? topNames(filter) : new Set<string>();
  const [name] = names;
  if (!isDoc(filter) || name === undefined || names.size > 1)
    throw parseError('Each array filter must have exactly one top-level field name');
  const own = filter[name];
  if (Object.hasOwn(filter, name) && Object.keys(filter).length === 1 && !holdsFieldFilter(own)) {
    return [name, { ofValue: true, predicate: parseField('', own) }];
  }
  return [name, { ofValue: false, predicate: parseFilter(withoutName(filter, name)) }];
}

function holdsFieldFilter(value: unknown): boolean {
  return isDoc(value) && !isOperatorDoc(value) && Object.keys(value).length === 0;
}

function topNames(filter: Doc): Set<string> {
  const names = Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key.split('.')[0] ?? key];
    return Array.isArray(value) ? value.filter(isDoc).flatMap((one) => [...topNames(one)]) : [];
  });
  return new Set(names);
}

function withoutName(filter: Doc, name: string): Doc {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => {
      if (key.startsWith('$') && Array.isArray(value))
        return [key, value.filter(isDoc).map((one) => withoutName(one, name))];
      if (key === name) throw parseError(`The array filter for '${name}' mixes the element and its fields`);
      return [key.slice(name.length + 1), value];
    }),
  );
}
