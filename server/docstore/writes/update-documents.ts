// Updates one or many documents of a collection; each document changes in one piece or not at all.
import type { Operation } from '../operation.ts';
import { writeWith } from '../operation.ts';
import { CommandError } from '../errors.ts';
import { matchPosition } from '../query/match-position.ts';
import type { Predicate } from '../query/predicate.ts';
import type { Collection } from '../storage/collection.ts';
import { insertRecord, replaceRecord } from '../storage/records.ts';
import type { Writer } from '../storage/view.ts';
import { applyUpdate } from '../update/apply-update.ts';
import type { Update } from '../update/parse-update.ts';
import { upsertSeed } from '../update/upsert-doc.ts';
import { decodeExact, decodePromoted } from '../values/codec.ts';
import type { Doc } from '../values/document.ts';
import { pickFields } from '../values/pick-fields.ts';
import { findRecords, stillMatching } from './find-target.ts';
import type { Selection } from './find-target.ts';
import { toBytes, withId } from './stored-document.ts';

/** A document that keeps changing under us is looked for again so often, then reported as a conflict. */
const ATTEMPTS = 100;
const CHUNK = 100;
const justId: ReadonlySet<string> = new Set(['_id']);

export interface UpdateRequest extends Selection {
  update: Update;
  multi: boolean;
  upsert: boolean;
}

export interface Outcome {
  matched: number;
  modified: number;
  upserted: Doc | undefined;
  before: Buffer | undefined;
  after: Buffer | undefined;
}

const nothing: Outcome = { matched: 0, modified: 0, upserted: undefined, before: undefined, after: undefined };

/** Runs in the commit that makes the change; remembers the answer of a repeatable write. */
export type Remember = (writer: Writer, outcome: Outcome) => void;

export async function updateDocuments(
  operation: Operation,
  collection: Collection,
  request: UpdateRequest,
  remember: Remember,
): Promise<Outcome> {
  return request.multi
    ? updateMany(operation, collection, request, remember)
    : updateOne(operation, collection, request, remember);
}

async function updateOne(
  operation: Operation,
  collection: Collection,
  request: UpdateRequest,
  remember: Remember,
): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [record] = await findRecords(operation, collection, request, 1);
    if (record === undefined && !request.upsert) return nothing;
    try {
      const outcome = await writeWith(operation, collection, (writer) => {
        const result =
          record === undefined
            ? upsertOne(operation, writer, collection, request)
            : changeOne(operation, writer, collection, record, request);
        if (result) remember(writer, result);
        return result;
      });
      if (outcome) return outcome;
    } catch (error) {
      if (!(await lostUpsertRace(operation, collection, request, record, error))) throw error;
    }
    await operation.pacer.rest();
  }
  throw new CommandError('WriteConflict', 'The document kept changing while it was to be updated');
}

/** Someone else inserted what this upsert was to insert: now there is a document to update. */
async function lostUpsertRace(
  operation: Operation,
  collection: Collection,
  request: UpdateRequest,
  record: number | undefined,
  error: unknown,
): Promise<boolean> {
  if (
    record !== undefined ||
    operation.transaction ||
    !(error instanceof CommandError) ||
    error.codeName !== 'DuplicateKey'
  )
    return false;
  return (await findRecords(operation, collection, request, 1)).length > 0;
}

async function updateMany(
  operation: Operation,
  collection: Collection,
  request: UpdateRequest,
  remember: Remember,
): Promise<Outcome> {
  const records = await findRecords(operation, collection, request, 0);
  if (records.length === 0 && request.upsert) return updateOne(operation, collection, request, remember);
  const total = { ...nothing };
  for (let at = 0; at < records.length; at += CHUNK) {
    const chunk = records.slice(at, at + CHUNK);
    for (let done = 0; done < chunk.length;)
      done += await changeChunk(operation, collection, chunk.slice(done), request, total);
    await operation.pacer.rest();
  }
  return total;
}

/** As many as one commit takes; an error after some changes waits for the next commit to be reported. */
async function changeChunk(
  operation: Operation,
  collection: Collection,
  records: number[],
  request: UpdateRequest,
  total: Outcome,
): Promise<number> {
  return writeWith(operation, collection, (writer) => {
    let done = 0;
    try {
      for (const record of records) {
        const outcome = changeOne(operation, writer, collection, record, request);
        total.matched += outcome?.matched ?? 0;
        total.modified += outcome?.modified ?? 0;
        done++;
      }
    } catch (error) {
      if (done === 0) throw error;
    }
    return done;
  });
}

function changeOne(
  operation: Operation,
  writer: Writer,
  collection: Collection,
  record: number,
  request: UpdateRequest,
): Outcome | undefined {
  const before = stillMatching(operation, writer, collection, record, request.predicate);
  if (!before) return undefined;
  const after = toBytes(
    updated(operation, toChange(before, request.update), request.update, request.predicate, before),
  );
  const modified = !after.equals(before);
  if (modified) replaceRecord(writer, collection, record, before, after);
  return { matched: 1, modified: modified ? 1 : 0, upserted: undefined, before, after };
}

/** A replacement keeps nothing but the id. */
function toChange(before: Buffer, update: Update): Doc {
  return decodeExact(update.kind === 'replacement' ? pickFields(before, justId) : before);
}

function updated(operation: Operation, doc: Doc, update: Update, predicate: Predicate, before: Buffer): Doc {
  const position = (path: string): number | undefined => matchPosition(predicate, decodePromoted(before), path);
  return applyUpdate(doc, update, { now: operation.store.now(), inserting: false, position });
}

function upsertOne(operation: Operation, writer: Writer, collection: Collection, request: UpdateRequest): Outcome {
  const seed =
    request.update.kind === 'replacement' ? idOnly(upsertSeed(request.predicate)) : upsertSeed(request.predicate);
  const doc = applyUpdate(seed, request.update, {
    now: operation.store.now(),
    inserting: true,
    position: () => undefined,
  });
  const complete = withId(doc);
  const after = toBytes(complete);
  insertRecord(writer, collection, after);
  return { matched: 0, modified: 0, upserted: { _id: complete._id }, before: undefined, after };
}

function idOnly(seed: Doc): Doc {
  return seed._id === undefined ? {} : { _id: seed._id };
}
