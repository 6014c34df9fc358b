// Reads what `createIndexes` asks for; kinds this store does not keep are refused by name.
import { CommandError, notSupported } from '../errors.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { isDoc, splitPath } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { numeric, truthy, wholeNumber } from '../values/number.ts';
import type { Index, IndexField } from './collection.ts';

const known = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'hidden',
  'background',
  'v',
  'ns',
  'collation',
  'dropDups',
  'comment',
]);

export function indexFromSpec(id: number, given: Doc): Index {
  for (const option of Object.keys(given)) {
    if (!known.has(option))
      throw new CommandError(
        'InvalidIndexSpecificationOption',
        `The field '${option}' is not valid for an index specification`,
      );
  }
  if (given.collation !== undefined && !(isDoc(given.collation) && given.collation.locale === 'simple'))
    throw notSupported('An index with a collation');
  const fields = fieldsOf(given.key);
  const name = typeof given.name === 'string' && given.name !== '' ? given.name : defaultName(fields);
  const partial = given.partialFilterExpression;
  const expires = given.expireAfterSeconds === undefined ? undefined : expiry(given.expireAfterSeconds, fields);
  return {
    id,
    name,
    fields,
    spec: cleanSpec(given, name, fields),
    unique: truthy(given.unique),
    sparse: truthy(given.sparse),
    partial: isDoc(partial) ? { source: partial, predicate: parseFilter(partial) } : undefined,
    expireAfterSeconds: expires,
    hidden: truthy(given.hidden),
    multikey: fields.map(() => false),
    readyAt: Number.POSITIVE_INFINITY,
  };
}

function fieldsOf(key: unknown): IndexField[] {
  if (!isDoc(key) || Object.keys(key).length === 0)
    throw new CommandError('CannotCreateIndex', 'Index keys cannot be an empty object');
  return Object.entries(key).map(([path, direction]) => {
    if (typeof direction === 'string')
      throw new CommandError(
        'CannotCreateIndex',
        `Unknown index plugin '${direction}': the embedded document store keeps ordered indexes only`,
      );
    const sign = numeric(direction);
    if (sign === undefined || Number(sign) === 0 || Number.isNaN(sign))
      throw new CommandError('CannotCreateIndex', 'Values in the index key pattern cannot be 0 and must be numbers');
    if (path === '' || path.split('.').includes('') || path.includes('$**'))
      throw new CommandError('CannotCreateIndex', `Index keys cannot contain the path '${path}'`);
    return { path, parts: splitPath(path), descending: Number(sign) < 0 };
  });
}

export function defaultName(fields: IndexField[]): string {
  return fields.map((field) => `${field.path}_${field.descending ? -1 : 1}`).join('_');
}

function expiry(given: unknown, fields: IndexField[]): number {
  const seconds = wholeNumber(given);
  if (seconds === undefined || seconds < 0)
    throw new CommandError('CannotCreateIndex', 'TTL index expireAfterSeconds must be a non-negative number');
  if (fields.length > 1)
    throw new CommandError(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL',
    );
  return seconds;
}

function cleanSpec(given: Doc, name: string, fields: IndexField[]): Doc {
  const spec: Doc = { key: Object.fromEntries(fields.map((field) => [field.path, field.descending ? -1 : 1])), name };
  for (const flag of ['unique', 'sparse', 'hidden']) if (truthy(given[flag])) spec[flag] = true;
  if (isDoc(given.partialFilterExpression)) spec.partialFilterExpression = given.partialFilterExpression;
  if (given.background !== undefined) spec.background = truthy(given.background);
  if (given.expireAfterSeconds !== undefined) spec.expireAfterSeconds = wholeNumber(given.expireAfterSeconds);
  return spec;
}
