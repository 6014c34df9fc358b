// Runs a filter with sort, skip and limit over a reader: documents as bytes, one at a time.
import { evaluateExpression } from '../aggregate/expressions.ts';
import { matches } from '../query/match.ts';
import type { Evaluate } from '../query/match.ts';
import { decodeFor } from '../query/reading.ts';
import type { Collection } from '../storage/collection.ts';
import { readRecord } from '../storage/records.ts';
import { after, prefix } from '../storage/keyspace.ts';
import { withinIndex } from '../storage/index-entries.ts';
import type { Reader } from '../storage/view.ts';
import { decodePromoted } from '../values/codec.ts';
import type { Doc } from '../values/document.ts';
import { pickFields } from '../values/pick-fields.ts';
import type { Plan } from './access.ts';
import { choosePlan } from './choose.ts';
import type { Question } from './choose.ts';
import type { Pacer } from './pacer.ts';
import { scan } from './scan.ts';
import type { ScanCounters } from './scan.ts';
import { SortBuffer, sortKey } from './sort-records.ts';

export interface Query extends Question {
  skip?: number;
  limit?: number;
  /** Gives `$expr` its variables. */
  evaluate?: Evaluate;
  /** Every document found is read by the caller: decoded once for both. */
  whole?: boolean;
}

export interface Hit {
  record: number;
  bytes: Buffer;
  /** When the filter had to read it anyway. */
  doc?: Doc;
}

export function docOfHit(hit: Hit): Doc {
  return hit.doc ?? decodePromoted(hit.bytes);
}

export async function* runQuery(
  reader: Reader,
  collection: Collection,
  query: Query,
  pacer: Pacer,
  counters: ScanCounters = { keysExamined: 0, docsExamined: 0 },
): AsyncGenerator<Hit> {
  const plan = choosePlan(reader, collection, query);
  const hits = matching(reader, collection, query, plan, pacer, counters);
  const needsSort = query.sort?.kind === 'fields' && !plan.ordered;
  const inOrder = needsSort ? sortedHits(reader, collection, query, hits, pacer) : hits;
  const { skip = 0, limit = 0 } = query;
  let position = 0;
  for await (const hit of inOrder) {
    if (position++ < skip) continue;
    yield hit;
    if (limit > 0 && position >= skip + limit) return;
  }
}

async function* matching(
  reader: Reader,
  collection: Collection,
  query: Query,
  plan: Plan,
  pacer: Pacer,
  counters: ScanCounters,
): AsyncGenerator<Hit> {
  const evaluate = query.evaluate ?? evaluateExpression;
  for (const found of scan(reader, collection, plan.access, counters)) {
    if (pacer.step()) await pacer.rest();
    const bytes = found.bytes ?? readRecord(reader, collection, found.record);
    if (!bytes) continue;
    if (!found.bytes) counters.docsExamined++;
    if (plan.covered) {
      yield { record: found.record, bytes };
      continue;
    }
    const { doc, complete } = decodeFor(query.predicate, bytes, query.whole);
    if (matches(query.predicate, doc, evaluate)) yield { record: found.record, bytes, ...(complete ? { doc } : {}) };
  }
}

async function* sortedHits(
  reader: Reader,
  collection: Collection,
  query: Query,
  hits: AsyncIterable<Hit>,
  pacer: Pacer,
): AsyncGenerator<Hit> {
  const fields = query.sort?.kind === 'fields' ? query.sort.fields : [];
  const names = new Set(fields.map((field) => field.parts[0] ?? ''));
  const buffer = new SortBuffer(query.limit ? query.limit + (query.skip ?? 0) : Number.POSITIVE_INFINITY, pacer);
  for await (const { doc, bytes, record } of hits)
    await buffer.add({ key: sortKey(doc ?? decodePromoted(pickFields(bytes, names)), fields), record });
  for (const { record } of await buffer.finish()) {
    if (pacer.step()) await pacer.rest();
    const bytes = readRecord(reader, collection, record);
    if (bytes) yield { record, bytes };
  }
}

/** Counts without reading documents where the index settles the filter. */
export async function countMatches(
  reader: Reader,
  collection: Collection,
  query: Query,
  pacer: Pacer,
): Promise<number> {
  const { skip = 0, limit = 0 } = query;
  const plan = choosePlan(reader, collection, query);
  const within = (count: number): number => Math.max(0, limit > 0 ? Math.min(count - skip, limit) : count - skip);
  if (plan.covered && plan.access.kind === 'all') {
    const from = prefix('document', collection.id);
    return within(reader.count({ from, to: after(from) }));
  }
  if (plan.covered && plan.access.kind === 'index') {
    let count = 0;
    for (const stretch of plan.access.stretches) {
      count += reader.count(withinIndex(plan.access.index, stretch.from, stretch.to));
      if (pacer.step()) await pacer.rest();
    }
    return within(count);
  }
  let count = 0;
  for await (const _ of matching(reader, collection, query, plan, pacer, { keysExamined: 0, docsExamined: 0 })) {
    if (++count === limit + skip && limit > 0) break;
  }
  return within(count);
}
