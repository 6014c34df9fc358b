// Remembers, in the commit of each retryable write, what it answered: a repeated write is answered, not done again.
import { deserialize, serialize } from 'bson';
import { CommandError } from '../errors.ts';
import { after, kindStart, retryKey, retryPrefix } from '../storage/keyspace.ts';
import type { Reader, Writer } from '../storage/view.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';

export interface RetryId {
  session: Buffer;
  txnNumber: bigint;
}

const TXN_OFFSET = 17;

/** What this write has already answered, by statement number. */
export function executedStatements(reader: Reader, id: RetryId): Map<number, Doc> {
  const executed = new Map<number, Doc>();
  const from = retryPrefix(id.session);
  for (const { key, value } of reader.range({ from, to: after(from) })) {
    const number = key.readBigUInt64BE(TXN_OFFSET);
    if (number > id.txnNumber)
      throw new CommandError(
        'TransactionTooOld',
        `Retryable write with txnNumber ${id.txnNumber} is prohibited: a newer one, ${number}, has started on this session`,
      );
    if (number < id.txnNumber) continue;
    const first = key.readUInt32BE(TXN_OFFSET + 8);
    const { results } = deserialize(value, { promoteValues: false });
    if (Array.isArray(results))
      results.forEach((result: unknown, i) => void executed.set(first + i, isDoc(result) ? result : {}));
  }
  return executed;
}

/** Consecutive statements from `first`; older writes of the session are forgotten. */
export function recordStatements(writer: Writer, id: RetryId, first: number, results: Doc[], now: Date): void {
  const outdated = [...writer.range({ from: retryPrefix(id.session), to: retryKey(id.session, id.txnNumber, 0) })];
  for (const { key } of outdated) writer.remove(key);
  writer.put(retryKey(id.session, id.txnNumber, first), Buffer.from(serialize({ at: now, results })));
}

export function forgetSession(writer: Writer, session: Buffer): void {
  const from = retryPrefix(session);
  for (const { key } of [...writer.range({ from, to: after(from) })]) writer.remove(key);
}

/** Keys of entries older than a driver may still repeat. */
export function* outdatedEntries(reader: Reader, before: Date): Iterable<Buffer> {
  const from = kindStart('retry');
  for (const { key, value } of reader.range({ from, to: after(from) })) {
    const { at } = deserialize(value);
    if (at instanceof Date && at < before) yield key;
  }
}
