// From a request to its answer: reads it, finds session and transaction, runs the command, translates every failure.
import { BSONError } from 'bson';
import { evaluateExpression, evaluatorFor } from '../aggregate/expressions.ts';
import { CommandError } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { Pacer } from '../plan/pacer.ts';
import { sessionId, txnNumberOf } from '../sessions/sessions.ts';
import type { Transaction } from '../sessions/transaction.ts';
import type { Store } from '../store.ts';
import { decodeExact, decodePromoted, decodeWithRawDocuments } from '../values/codec.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { wholeNumber } from '../values/number.ts';
import type { Request } from '../wire/message.ts';
import type { Connection } from '../wire/listener.ts';
import type { Command } from './command.ts';
import { commandsFor } from './registry.ts';
import { firstKey } from './first-key.ts';
import { withNow } from './now.ts';

const repeatable = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify']);
const endings = new Set(['commitTransaction', 'abortTransaction']);

export function createAnswerer(
  store: Store,
  address: string,
): (request: Request, connection: Connection) => Promise<Doc> {
  const commands = commandsFor(address);
  return async (request, connection) => {
    try {
      const name = firstKey(request.body);
      const command = commands.get(name);
      if (!command) throw new CommandError('CommandNotFound', `no such command: '${name}'`);
      const operation = toOperation(store, name, command, request, connection);
      return { ...(await runInSession(operation, command)), ok: 1 };
    } catch (error) {
      return failure(store, error);
    }
  };
}

function toOperation(
  store: Store,
  name: string,
  command: Command,
  request: Request,
  connection: Connection,
): Operation {
  const { body, rawDocuments } = readBody(command, request);
  const db = body.$db ?? request.legacyDatabase;
  if (typeof db !== 'string') throw new CommandError('FailedToParse', 'OP_MSG requests require a $db argument');
  const variables = isDoc(body.let) ? evaluated(body.let) : {};
  return {
    store,
    db,
    name,
    connection,
    rawDocuments,
    variables,
    body: withNow(body, store.now()),
    transaction: undefined,
    retry: undefined,
    pacer: new Pacer(wholeNumber(body.maxTimeMS) ?? 0, connection.signal),
    evaluate: isDoc(body.let) ? evaluatorFor(variables) : evaluateExpression,
  };
}

function evaluated(given: Doc): Doc {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, evaluateExpression(value, {})]));
}

function readBody(command: Command, request: Request): { body: Doc; rawDocuments: Buffer[] } {
  const { sequences } = request;
  if (command.reading === 'documents') {
    const body = decodeWithRawDocuments(request.body);
    const inline = Array.isArray(body.documents)
      ? body.documents.filter((one): one is Uint8Array => one instanceof Uint8Array)
      : [];
    return { body, rawDocuments: [...inline.map((one) => Buffer.from(one)), ...(sequences.get('documents') ?? [])] };
  }
  const decode = command.reading === 'exact' ? decodeExact : decodePromoted;
  const body = decode(request.body);
  for (const [field, documents] of sequences) body[field] = documents.map(decode);
  return { body, rawDocuments: [] };
}

async function runInSession(operation: Operation, command: Command): Promise<Doc> {
  const { body, store, name } = operation;
  const session = sessionId(body.lsid);
  const txnNumber = txnNumberOf(body);
  if (!session || txnNumber === undefined) {
    if (body.startTransaction === true)
      throw new CommandError('InvalidOptions', 'A transaction needs lsid and txnNumber');
    return command.run(operation);
  }
  return store.sessions.inTurn(session, async () => {
    if (body.autocommit !== false)
      return command.run(repeatable.has(name) ? { ...operation, retry: { session, txnNumber } } : operation);
    if (endings.has(name)) return command.run(operation);
    const { connection } = operation;
    const transaction =
      body.startTransaction === true
        ? store.sessions.begin(session, txnNumber, connection)
        : store.sessions.current(session, txnNumber, connection);
    return runInTransaction({ ...operation, transaction }, transaction, command);
  });
}

/** Whatever goes wrong inside a transaction ends it. */
async function runInTransaction(operation: Operation, transaction: Transaction, command: Command): Promise<Doc> {
  try {
    if (!command.inTransaction)
      throw new CommandError(
        'OperationNotSupportedInTransaction',
        `Cannot run '${operation.name}' in a multi-document transaction.`,
      );
    const reply = await transaction.use(() => command.run(operation));
    if (reply.writeErrors !== undefined) transaction.abort();
    return reply;
  } catch (error) {
    transaction.abort();
    throw error;
  }
}

function failure(store: Store, error: unknown): Doc {
  if (error instanceof CommandError) return failureDoc(error);
  if (error instanceof BSONError) return failureDoc(new CommandError('BadValue', `Invalid BSON: ${error.message}`));
  store.log.error({ err: error }, 'a command failed unexpectedly');
  return failureDoc(new CommandError('InternalError', error instanceof Error ? error.message : String(error)));
}

function failureDoc(error: CommandError): Doc {
  const labels = error.labels.length > 0 ? { errorLabels: error.labels } : {};
  return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra, ...labels };
}
