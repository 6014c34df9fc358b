// Walks a plan over a reader: record ids in plan order, each once.
import type { Collection, Index } from '../storage/collection.ts';
import { bodyOfEntry, recordOfEntry, withinIndex } from '../storage/index-entries.ts';
import { after, prefix, recordOf } from '../storage/keyspace.ts';
import type { Entry, Reader } from '../storage/view.ts';
import type { Access, Stretch } from './access.ts';

export interface Found {
  record: number;
  /** Present when the walk has read the document anyway. */
  bytes: Buffer | undefined;
}

export interface ScanCounters {
  keysExamined: number;
  docsExamined: number;
}

export function* scan(
  reader: Reader,
  collection: Collection,
  access: Access,
  counters: ScanCounters,
): Generator<Found> {
  switch (access.kind) {
    case 'nothing':
      return;
    case 'all':
      yield* scanDocuments(reader, collection, access.reverse, counters);
      return;
    case 'index':
      yield* once(scanIndex(reader, access, counters), access.index.multikey.some(Boolean));
      return;
    case 'union':
      yield* once(scanEach(reader, collection, access.of, counters), true);
  }
}

function* scanEach(
  reader: Reader,
  collection: Collection,
  branches: Access[],
  counters: ScanCounters,
): Generator<Found> {
  for (const branch of branches) yield* scan(reader, collection, branch, counters);
}

function* once(found: Iterable<Found>, mayRepeat: boolean): Generator<Found> {
  const seen = new Set<number>();
  for (const one of found) {
    if (mayRepeat) {
      if (seen.has(one.record)) continue;
      seen.add(one.record);
    }
    yield one;
  }
}

function* scanDocuments(
  reader: Reader,
  collection: Collection,
  reverse: boolean,
  counters: ScanCounters,
): Generator<Found> {
  const from = prefix('document', collection.id);
  for (const { key, value } of reader.range({ from, to: after(from), reverse })) {
    counters.docsExamined++;
    yield { record: recordOf(key), bytes: value };
  }
}

type IndexAccess = Extract<Access, { kind: 'index' }>;

function* scanIndex(reader: Reader, access: IndexAccess, counters: ScanCounters): Generator<Found> {
  const { index, reverse } = access;
  const stretches = reverse ? [...access.stretches].reverse() : access.stretches;
  const entries = access.merge ? merged(reader, index, stretches, reverse) : inTurn(reader, index, stretches, reverse);
  for (const entry of entries) {
    counters.keysExamined++;
    yield { record: recordOfEntry(index, entry), bytes: undefined };
  }
}

function* inTurn(reader: Reader, index: Index, stretches: Stretch[], reverse: boolean): Generator<Entry> {
  for (const stretch of stretches) yield* reader.range({ ...withinIndex(index, stretch.from, stretch.to), reverse });
}

interface Head {
  entry: Entry;
  /** What follows the values the stretch is fixed to; this decides the order. */
  rest: Buffer;
  fixed: number;
  iterator: Iterator<Entry>;
}

/** Stretches with different fixed values, interleaved by what follows. */
function* merged(reader: Reader, index: Index, stretches: Stretch[], reverse: boolean): Generator<Entry> {
  const sign = reverse ? -1 : 1;
  const iterators = stretches.map((stretch) =>
    reader.range({ ...withinIndex(index, stretch.from, stretch.to), reverse })[Symbol.iterator](),
  );
  try {
    let heads = stretches.flatMap((stretch, i) => advance(index, iterators[i], stretch.fixed));
    while (heads.length > 0) {
      const first = heads.reduce((least, head) => (Buffer.compare(head.rest, least.rest) * sign < 0 ? head : least));
      yield first.entry;
      const next = advance(index, first.iterator, first.fixed);
      heads = heads.flatMap((head) => (head === first ? next : [head]));
    }
  } finally {
    for (const iterator of iterators) iterator.return?.();
  }
}

function advance(index: Index, iterator: Iterator<Entry> | undefined, fixed: number): Head[] {
  const next = iterator?.next();
  if (!iterator || !next || next.done) return [];
  return [{ entry: next.value, rest: bodyOfEntry(index, next.value).subarray(fixed), fixed, iterator }];
}
