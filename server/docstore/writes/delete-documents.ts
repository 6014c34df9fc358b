// Deletes one or all documents a filter wants.
import type { Operation } from '../operation.ts';
import { writeWith } from '../operation.ts';
import { CommandError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import { removeRecord } from '../storage/records.ts';
import type { Writer } from '../storage/view.ts';
import { findRecords, stillMatching } from './find-target.ts';
import type { Selection } from './find-target.ts';

const ATTEMPTS = 100;
const CHUNK = 200;

export type RememberRemoved = (writer: Writer, removed: Buffer) => void;

export async function deleteOne(
  operation: Operation,
  collection: Collection,
  selection: Selection,
  remember: RememberRemoved,
): Promise<Buffer | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [record] = await findRecords(operation, collection, selection, 1);
    if (record === undefined) return undefined;
    const removed = await writeWith(operation, collection, (writer) => {
      const before = stillMatching(operation, writer, collection, record, selection.predicate);
      if (before) {
        removeRecord(writer, collection, record, before);
        remember(writer, before);
      }
      return before;
    });
    if (removed) return removed;
    await operation.pacer.rest();
  }
  throw new CommandError('WriteConflict', 'The document kept changing while it was to be deleted');
}

export async function deleteMany(operation: Operation, collection: Collection, selection: Selection): Promise<number> {
  const records = await findRecords(operation, collection, selection, 0);
  let deleted = 0;
  for (let at = 0; at < records.length;) {
    at += await writeWith(operation, collection, (writer) => {
      let done = 0;
      for (const record of records.slice(at, at + CHUNK)) {
        const before = stillMatching(operation, writer, collection, record, selection.predicate);
        try {
          if (before) removeRecord(writer, collection, record, before);
        } catch (error) {
          // what is already removed stays; the rest of this chunk is tried again
          if (done === 0) throw error;
          return done;
        }
        done++;
        if (before) deleted++;
      }
      return done;
    });
    await operation.pacer.rest();
  }
  return deleted;
}
