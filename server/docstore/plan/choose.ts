// Picks how to reach the documents of a filter: counts a few keys of every index that could serve.
import { CommandError } from '../errors.ts';
import { and, conjuncts } from '../query/predicate.ts';
import type { Predicate } from '../query/predicate.ts';
import type { Collection, Index } from '../storage/collection.ts';
import { withinIndex } from '../storage/index-entries.ts';
import type { Reader } from '../storage/view.ts';
import { equal } from '../values/compare.ts';
import { isDoc } from '../values/document.ts';
import type { Access, Plan } from './access.ts';
import { holdsEveryMatch } from './implies.ts';
import { boundIndex } from './index-bounds.ts';
import type { IndexBounds } from './index-bounds.ts';
import { deliveredBy } from './sort-order.ts';
import type { SortOrder } from './sort-order.ts';

/** Keys counted per candidate before it is called large. */
const PROBE = 500;

export interface Question {
  predicate: Predicate;
  sort?: SortOrder | undefined;
  hint?: unknown;
}

export function choosePlan(reader: Reader, collection: Collection, question: Question): Plan {
  const { predicate, sort } = question;
  const parts = conjuncts(predicate);
  if (parts.some((part) => part.kind === 'constant' && !part.value))
    return { access: { kind: 'nothing' }, ordered: true, covered: true };
  const hinted = hintedIndex(collection, question.hint);
  const scan = scanAll(parts, sort, hinted === 'natural' ? question.hint : undefined);
  if (hinted === 'natural' || (sort?.kind === 'natural' && !hinted)) return scan;
  const candidates = candidatesFor(reader, hinted ? [hinted] : collection.indexes, parts, sort, hinted !== undefined);
  const best = pick(reader, candidates);
  if (best && (best.bounds.bounded > 0 || hinted)) return asPlan(best);
  return unionPlan(reader, collection, parts) ?? (best ? asPlan(best) : scan);
}

interface Candidate {
  bounds: IndexBounds;
  order: { reverse: boolean; merge: boolean } | undefined;
  wantsOrder: boolean;
}

function candidatesFor(
  reader: Reader,
  indexes: Index[],
  parts: Predicate[],
  sort: SortOrder | undefined,
  forced: boolean,
): Candidate[] {
  const found: Candidate[] = [];
  for (const index of indexes) {
    if (index.readyAt > reader.seen || (index.hidden && !forced) || !holdsEveryMatch(index, parts)) continue;
    const bounds = boundIndex(index, parts);
    if (!bounds) continue;
    const order = sort?.kind === 'fields' ? deliveredBy(bounds, sort.fields) : undefined;
    if (bounds.bounded > 0 || order || forced) found.push({ bounds, order, wantsOrder: sort !== undefined });
  }
  return found;
}

/** Fewest keys wins; among large ones the order, then the deeper bounds. */
function pick(reader: Reader, candidates: Candidate[]): Candidate | undefined {
  const [first, ...others] = candidates;
  if (!first || others.length === 0) return first;
  const unique = candidates.find(
    ({ bounds }) =>
      bounds.index.unique && bounds.points === bounds.index.fields.length && bounds.stretches.length === 1,
  );
  if (unique) return unique;
  const measured = candidates.map((candidate) => ({ candidate, keys: probe(reader, candidate.bounds) }));
  measured.sort(
    (a, b) => weigh(a.candidate, a.keys) - weigh(b.candidate, b.keys) || depth(b.candidate) - depth(a.candidate),
  );
  return measured[0]?.candidate;
}

/** Sorting afterwards costs; a large unsorted candidate must not beat a sorted one. */
function weigh({ order, wantsOrder, bounds }: Candidate, keys: number): number {
  const unbounded = bounds.bounded === 0 ? PROBE / 2 : 0;
  return keys + unbounded + (wantsOrder && !order ? 2 + keys : 0);
}

const depth = ({ bounds, order }: Candidate): number => bounds.points * 4 + bounds.bounded * 2 + (order ? 1 : 0);

function probe(reader: Reader, bounds: IndexBounds): number {
  let keys = 0;
  for (const stretch of bounds.stretches) {
    keys += reader.count(withinIndex(bounds.index, stretch.from, stretch.to), PROBE - keys);
    if (keys >= PROBE) break;
  }
  return keys;
}

function asPlan({ bounds, order }: Candidate): Plan {
  const { index, stretches, covered } = bounds;
  const access: Access = {
    kind: 'index',
    index,
    stretches,
    reverse: order?.reverse ?? false,
    merge: order?.merge ?? false,
  };
  return { access, ordered: order !== undefined, covered };
}

function scanAll(parts: Predicate[], sort: SortOrder | undefined, hint: unknown): Plan {
  const hintReverse = isDoc(hint) && Number(hint.$natural) < 0;
  const reverse = sort?.kind === 'natural' ? sort.reverse : hintReverse;
  return { access: { kind: 'all', reverse }, ordered: sort?.kind === 'natural', covered: parts.length === 0 };
}

/** `$or` by indexes, when every branch has one. */
function unionPlan(reader: Reader, collection: Collection, parts: Predicate[]): Plan | undefined {
  const choice = parts.find((part) => part.kind === 'or');
  if (choice?.kind !== 'or') return undefined;
  const rest = parts.filter((part) => part !== choice);
  const branches: Access[] = [];
  for (const branch of choice.of) {
    const candidates = candidatesFor(reader, collection.indexes, conjuncts(and([branch, ...rest])), undefined, false);
    const best = pick(reader, candidates);
    if (!best) return undefined;
    branches.push(asPlan(best).access);
  }
  return { access: { kind: 'union', of: branches }, ordered: false, covered: false };
}

function hintedIndex(collection: Collection, hint: unknown): Index | 'natural' | undefined {
  if (hint === undefined || hint === null || (isDoc(hint) && Object.keys(hint).length === 0)) return undefined;
  if (isDoc(hint) && Object.hasOwn(hint, '$natural')) return 'natural';
  const found = collection.indexes.find((index) =>
    typeof hint === 'string' ? index.name === hint : equal(index.spec.key, hint),
  );
  if (!found)
    throw new CommandError(
      'BadValue',
      'error processing query: planner returned error: hint provided does not correspond to an existing index',
    );
  return found;
}
