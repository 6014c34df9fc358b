// findAndModify: find one, change or remove it, give it back as it was or is.
import { deserialize, serialize } from 'bson';
import { parseError } from '../errors.ts';
import { collectionName, existingCollection } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { parseProjection } from '../query/projection.ts';
import { parseSort } from '../plan/sort-order.ts';
import type { Writer } from '../storage/view.ts';
import { parseUpdate } from '../update/parse-update.ts';
import { decodeExact } from '../values/codec.ts';
import type { Doc } from '../values/document.ts';
import { truthy } from '../values/number.ts';
import { RawDocument } from '../wire/raw-reply.ts';
import { deleteOne } from '../writes/delete-documents.ts';
import { alreadyExecuted } from '../writes/insert-documents.ts';
import { updateDocuments } from '../writes/update-documents.ts';
import type { Outcome } from '../writes/update-documents.ts';
import type { Command } from './command.ts';
import { projectedBytes, refuseCollation } from './find.ts';
import { remember } from './write.ts';

export const findAndModify: Command = {
  reading: 'exact',
  inTransaction: true,
  run: async (operation) => {
    const { body } = operation;
    refuseCollation(body);
    if (truthy(body.remove) === (body.update !== undefined))
      throw parseError('Either an update or remove=true must be specified');
    const before = (await alreadyExecuted(operation)).get(0);
    if (before) return before;
    return truthy(body.remove) ? removeOne(operation) : updateOne(operation);
  },
};

const selectionOf = (body: Doc) => ({
  predicate: parseFilter(body.query),
  sort: parseSort(body.sort),
  hint: body.hint,
});

async function removeOne(operation: Operation): Promise<Doc> {
  const selection = selectionOf(operation.body);
  const show = shown(operation);
  const collection = existingCollection(operation);
  const reply = (removed: Buffer | undefined): Doc => ({
    lastErrorObject: { n: removed ? 1 : 0 },
    value: show(removed),
  });
  if (!collection) return reply(undefined);
  return reply(
    await deleteOne(operation, collection, selection, (writer, removed) =>
      rememberReply(operation, writer, reply(removed)),
    ),
  );
}

async function updateOne(operation: Operation): Promise<Doc> {
  const { body } = operation;
  const request = {
    ...selectionOf(body),
    update: parseUpdate(body.update, body.arrayFilters),
    multi: false,
    upsert: truthy(body.upsert),
  };
  const show = shown(operation);
  const reply = (outcome: Outcome): Doc => ({
    lastErrorObject: {
      n: outcome.matched + (outcome.upserted ? 1 : 0),
      updatedExisting: outcome.matched > 0,
      ...(outcome.upserted ? { upserted: outcome.upserted._id } : {}),
    },
    value: show(truthy(body.new) ? outcome.after : outcome.before),
  });
  const collection = request.upsert
    ? await operation.store.ensureCollection(operation.db, collectionName(operation))
    : existingCollection(operation);
  if (!collection) return reply({ matched: 0, modified: 0, upserted: undefined, before: undefined, after: undefined });
  return reply(
    await updateDocuments(operation, collection, request, (writer, outcome) =>
      rememberReply(operation, writer, reply(outcome)),
    ),
  );
}

function shown(operation: Operation): (bytes: Buffer | undefined) => RawDocument | null {
  const project = parseProjection(operation.body.fields, parseFilter(operation.body.query), operation.evaluate);
  return (bytes) => {
    if (!bytes) return null;
    return new RawDocument(project ? projectedBytes(project, bytes) : bytes);
  };
}

/** The whole answer is kept: a repeat must show the same document. */
function rememberReply(operation: Operation, writer: Writer, reply: Doc): void {
  const value = reply.value instanceof RawDocument ? decodeExact(reply.value.bytes) : null;
  remember(operation, writer, 0, deserialize(serialize({ ...reply, value }), { promoteValues: false }));
}
