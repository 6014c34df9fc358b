// One transaction for one user or system act; what it wants of the outside leaves after the commit.
import type { ClientSession, Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { IdSource } from '../ids.ts';
import type { Actor, AuditFact, ChangeNews, NoticeTo, OutboxEntry, Transact, Work } from '../slice.ts';
import { refuse, type Result } from '../result.ts';
import { asMade } from './as-made.ts';
import { isDuplicate } from './duplicate.ts';
import { outboxModel, type OutboxRow } from './outbox.ts';
import { inTransaction } from './transaction.ts';

export type Recorded = {
  readonly facts: readonly AuditFact[];
  readonly notices: readonly NoticeTo[];
  readonly actor: Actor;
  readonly now: Date;
  readonly session: ClientSession;
  readonly workId: string;
};
export type TransactDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Written inside the transaction: audit entries, notifications. */
  readonly record: (recorded: Recorded) => Promise<void>;
  /** After the commit. */
  readonly committed: (news: { readonly changes: readonly ChangeNews[]; readonly sent: readonly OutboxRow[] }) => void;
};

class Abort extends Error {
  constructor(readonly result: { readonly ok: false }) {
    super('transaction refused');
  }
}

export const createTransact = (deps: TransactDeps): Transact => {
  const outbox = outboxModel(deps.connection);
  return async <T>(actor: Actor, run: (work: Work) => Promise<Result<T>>): Promise<Result<T>> => {
    let outcome: Result<T> | null = null;
    let changes: ChangeNews[] = [];
    let sent: OutboxRow[] = [];
    try {
      await inTransaction(deps.connection, async (session) => {
        const entries: OutboxEntry[] = [];
        const facts: AuditFact[] = [];
        const notices: NoticeTo[] = [];
        changes = [];
        const now = new Date(deps.clock.now());
        const work: Work = {
          session,
          actor,
          now,
          send: (entry) => void entries.push(entry),
          audit: (fact) => void facts.push(fact),
          change: (news) => void changes.push(news),
          notify: (notice) => void notices.push(notice),
        };
        const result = await run(work);
        if (!result.ok) throw new Abort(result);
        const workId = deps.ids.next();
        sent = entries.map((entry, order) => ({
          _id: `${workId}-${order}`,
          workId,
          order,
          entry,
          state: 'waiting',
          tries: 0,
          nextAt: now,
          createdAt: now,
          reason: '',
        }));
        if (sent.length > 0) await outbox.insertMany(sent, { session, ...asMade });
        await deps.record({ facts, notices, actor, now, session, workId });
        outcome = result;
      });
    } catch (error) {
      if (error instanceof Abort) return error.result as Result<T>;
      // two people, one unique name: the later one is told
      if (isDuplicate(error)) return refuse('duplicate');
      throw error;
    }
    if (outcome === null) throw new Error('Expected a committed transaction to have an outcome');
    deps.committed({ changes, sent });
    return outcome;
  };
};
