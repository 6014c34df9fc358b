// The document an upsert starts from: what the filter demands by equality.
import { CommandError } from '../errors.ts';
import type { Predicate } from '../query/predicate.ts';
import { conjuncts } from '../query/predicate.ts';
import { equal } from '../values/compare.ts';
import type { Doc } from '../values/document.ts';
import { readTarget, writeTarget } from './target-path.ts';

export function upsertSeed(predicate: Predicate): Doc {
  const seed: Doc = {};
  for (const [path, value] of equalities(predicate)) {
    const parts = path.split('.');
    const there = readTarget(seed, parts);
    if (there !== undefined && !equal(there, value))
      throw new CommandError('InvalidIdField', `cannot infer query fields to set, path '${path}' is matched twice`);
    writeTarget(seed, parts, value);
  }
  return seed;
}

function* equalities(predicate: Predicate): Iterable<[string, unknown]> {
  for (const part of conjuncts(predicate)) {
    if (part.kind === 'or' && part.of.length === 1 && part.of[0]) yield* equalities(part.of[0]);
    if (part.kind !== 'field') continue;
    if (part.test.kind === 'eq') yield [part.path, part.test.value];
    if (part.test.kind === 'in' && part.test.values.length === 1 && part.test.patterns.length === 0)
      yield [part.path, part.test.values[0]];
  }
}
