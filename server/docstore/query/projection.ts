// Which fields of a found document go out: inclusion, exclusion, array parts, computed fields.
import { evaluateExpression } from '../aggregate/expressions.ts';
import { CommandError, badValue, notSupported } from '../errors.ts';
import { promote } from '../values/codec.ts';
import { docOf, isDoc, setField } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { numeric, truthy, wholeNumber } from '../values/number.ts';
import { matchesElement, matchesValue } from './match.ts';
import type { Evaluate } from './match.ts';
import { isOperatorDoc, parseField, parseFilter } from './parse-filter.ts';
import { matchPosition } from './match-position.ts';
import type { Predicate } from './predicate.ts';

export interface Project {
  (doc: Doc): Doc;
  /** The only fields at the top that it looks at, where it names what goes out. */
  readonly reads?: ReadonlySet<string> | undefined;
}

type Leaf =
  | { kind: 'include' | 'exclude' }
  | { kind: 'slice'; skip: number | undefined; count: number }
  | { kind: 'element'; predicate: Predicate; ofValue: boolean }
  | { kind: 'position' }
  | { kind: 'compute'; expression: unknown };

interface Shape {
  fields: Map<string, Shape | Leaf>;
}

export function parseProjection(
  projection: unknown,
  filter: Predicate,
  evaluate: Evaluate = evaluateExpression,
): Project | undefined {
  if (projection === undefined || projection === null) return undefined;
  if (!isDoc(projection)) throw new CommandError('TypeMismatch', 'Expected the projection to be an object');
  if (Object.keys(projection).length === 0) return undefined;
  const leaves = [...flatten(projection, '')];
  const including = mode(leaves);
  const shape: Shape = { fields: new Map() };
  for (const [path, leaf] of leaves) place(shape, path.endsWith('.$') ? path.slice(0, -2) : path, leaf);
  if (including && !shape.fields.has('_id')) shape.fields.set('_id', { kind: 'include' });
  const positional = leaves.find(([, leaf]) => leaf.kind === 'position')?.[0].slice(0, -2);
  const computes = leaves.some(([, leaf]) => leaf.kind === 'compute' || leaf.kind === 'position');
  const reads = including && !computes ? new Set(shape.fields.keys()) : undefined;
  const run = (doc: Doc): Doc => {
    const position = positional === undefined ? undefined : matchPosition(filter, doc, positional);
    if (positional !== undefined && position === undefined)
      throw new CommandError(
        'Location51091',
        "Executor error during find command: positional operator '.$' couldn't find a matching element in the array",
      );
    const plain = lazily(() => promote(doc));
    return project(doc, shape, including, {
      position,
      compute: (expression) => evaluate(expression, docOf(plain()) ?? {}),
    });
  };
  return Object.assign(run, { reads });
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function* flatten(projection: Doc, prefix: string): Iterable<[string, Leaf]> {
  for (const [name, value] of Object.entries(projection)) {
    const path = prefix + name;
    if (isDoc(value) && !isOperatorDoc(value) && Object.keys(value).length > 0) yield* flatten(value, `${path}.`);
    else yield [path, parseLeaf(path, value)];
  }
}

function parseLeaf(path: string, value: unknown): Leaf {
  if (numeric(value) !== undefined || typeof value === 'boolean') {
    if (path.endsWith('.$')) return { kind: 'position' };
    return { kind: truthy(value) ? 'include' : 'exclude' };
  }
  if (isOperatorDoc(value)) {
    if (value.$slice !== undefined) return parseSlice(value.$slice);
    if (value.$elemMatch !== undefined) return parseElement(value.$elemMatch);
    if (value.$meta !== undefined) throw notSupported('$meta');
  }
  return { kind: 'compute', expression: promote(value) };
}

function parseSlice(operand: unknown): Leaf {
  const [first, second] = Array.isArray(operand) ? operand.map(wholeNumber) : [wholeNumber(operand)];
  if (first === undefined) throw badValue('Invalid $slice: expected a number or [skip, limit]');
  if (second === undefined) return { kind: 'slice', skip: undefined, count: first };
  if (second <= 0) throw badValue('$slice limit must be positive');
  return { kind: 'slice', skip: first, count: second };
}

function parseElement(operand: unknown): Leaf {
  if (!isDoc(operand)) throw badValue('elemMatch: Invalid argument, object required');
  if (isOperatorDoc(operand)) return { kind: 'element', predicate: parseField('', operand), ofValue: true };
  return { kind: 'element', predicate: parseFilter(operand), ofValue: false };
}

/** Inclusion and exclusion do not mix, except for `_id`. */
function mode(leaves: [string, Leaf][]): boolean {
  const others = leaves.filter(([path]) => path !== '_id').map(([, leaf]) => leaf.kind);
  const includes = others.some(
    (kind) => kind === 'include' || kind === 'compute' || kind === 'element' || kind === 'position',
  );
  const excludes = others.includes('exclude');
  if (includes && excludes)
    throw new CommandError('ProjectionMix', 'Cannot do inclusion and exclusion in one projection');
  if (includes) return true;
  const [id] = leaves.filter(([path]) => path === '_id').map(([, leaf]) => leaf.kind);
  return others.length === 0 && id !== 'exclude';
}

function place(shape: Shape, path: string, leaf: Leaf): void {
  const parts = path.split('.');
  let at = shape;
  parts.slice(0, -1).forEach((part) => {
    const next = at.fields.get(part) ?? { fields: new Map() };
    if (!('fields' in next)) throw new CommandError('Location31253', `Path collision at ${path}`);
    at.fields.set(part, next);
    at = next;
  });
  const last = parts.at(-1) ?? '';
  if (at.fields.has(last)) throw new CommandError('Location31253', `Path collision at ${path}`);
  at.fields.set(last, leaf);
}

interface Current {
  position: number | undefined;
  compute(expression: unknown): unknown;
}

function project(doc: Doc, shape: Shape, including: boolean, current: Current): Doc {
  const out: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const rule = shape.fields.get(name);
    const kept = rule ? apply(value, rule, including, current) : including ? undefined : value;
    if (kept !== undefined) setField(out, name, kept);
  }
  for (const [name, rule] of shape.fields) {
    if ('fields' in rule ? !hasComputed(rule) : rule.kind !== 'compute') continue;
    const value = 'fields' in rule ? withComputed(out[name], rule, current) : computed(rule, current);
    if (value !== undefined) setField(out, name, value);
  }
  return out;
}

const hasComputed = (shape: Shape): boolean =>
  [...shape.fields.values()].some((rule) => ('fields' in rule ? hasComputed(rule) : rule.kind === 'compute'));

function computed(rule: Leaf, current: Current): unknown {
  return rule.kind === 'compute' ? current.compute(rule.expression) : undefined;
}

function withComputed(value: unknown, shape: Shape, current: Current): unknown {
  const out: Doc = isDoc(value) ? { ...value } : {};
  for (const [name, rule] of shape.fields) {
    const next =
      'fields' in rule
        ? hasComputed(rule)
          ? withComputed(out[name], rule, current)
          : undefined
        : computed(rule, current);
    if (next !== undefined) setField(out, name, next);
  }
  return out;
}

function apply(value: unknown, rule: Shape | Leaf, including: boolean, current: Current): unknown {
  if ('fields' in rule) return within(value, rule, including, current);
  switch (rule.kind) {
    case 'include':
      return value;
    case 'exclude':
    case 'compute':
      return undefined;
    case 'slice':
      return Array.isArray(value) ? slice(value, rule.skip, rule.count) : value;
    case 'element':
      return Array.isArray(value) ? firstElement(value, rule) : undefined;
    case 'position':
      return Array.isArray(value) ? value.slice(current.position, (current.position ?? 0) + 1) : value;
  }
}

function within(value: unknown, shape: Shape, including: boolean, current: Current): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((one) =>
      isDoc(one) || Array.isArray(one) ? within(one, shape, including, current) : including ? undefined : one,
    );
    return kept.filter((one) => one !== undefined);
  }
  if (isDoc(value)) return project(value, onlyStored(shape), including, current);
  return including ? undefined : value;
}

/** Computed fields are added once, at the top. */
function onlyStored(shape: Shape): Shape {
  return { fields: new Map([...shape.fields].filter(([, rule]) => 'fields' in rule || rule.kind !== 'compute')) };
}

function slice(values: unknown[], skip: number | undefined, count: number): unknown[] {
  if (skip === undefined) return count >= 0 ? values.slice(0, count) : values.slice(count);
  const start = skip >= 0 ? skip : Math.max(0, values.length + skip);
  return values.slice(start, start + count);
}

function firstElement(values: unknown[], rule: Extract<Leaf, { kind: 'element' }>): unknown[] | undefined {
  const test = rule.ofValue ? matchesValue : matchesElement;
  const found = values.find((one) => test(rule.predicate, one, evaluateExpression));
  return found === undefined ? undefined : [found];
}
