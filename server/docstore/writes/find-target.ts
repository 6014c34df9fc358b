// Finds the documents a write is about, and reads each again when its turn to be written comes.
import type { Operation } from '../operation.ts';
import { readWith } from '../operation.ts';
import { matches } from '../query/match.ts';
import type { Predicate } from '../query/predicate.ts';
import { runQuery } from '../plan/run-query.ts';
import type { SortOrder } from '../plan/sort-order.ts';
import type { Collection } from '../storage/collection.ts';
import { readRecord } from '../storage/records.ts';
import type { Reader } from '../storage/view.ts';
import { decodeFor } from '../query/reading.ts';

export interface Selection {
  predicate: Predicate;
  sort?: SortOrder | undefined;
  hint?: unknown;
}

export async function findRecords(
  operation: Operation,
  collection: Collection,
  selection: Selection,
  limit: number,
): Promise<number[]> {
  return readWith(operation, async (reader) => {
    const records: number[] = [];
    const query = { ...selection, limit, evaluate: operation.evaluate };
    for await (const hit of runQuery(reader, collection, query, operation.pacer)) records.push(hit.record);
    return records;
  });
}

/** The document as it is now, if the filter still wants it. */
export function stillMatching(
  operation: Operation,
  reader: Reader,
  collection: Collection,
  record: number,
  predicate: Predicate,
): Buffer | undefined {
  const bytes = readRecord(reader, collection, record);
  return bytes && matches(predicate, decodeFor(predicate, bytes).doc, operation.evaluate) ? bytes : undefined;
}
