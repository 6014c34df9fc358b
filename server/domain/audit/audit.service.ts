// Writes audit facts with their transaction and chains them afterwards, in one place, so that transactions never wait for each other.
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse } from '../../platform/result.ts';
import type { Actor, AuditFact, Slice } from '../../platform/slice.ts';
import { checkChain, genesis, hashEntry } from './audit.chain.ts';

type AuditDoc = {
  _id: string;
  no: number | null;
  at: Date;
  order: number;
  actorId: string;
  actor: string;
  action: string;
  object: string;
  objectId: string;
  summary: string;
  before: unknown;
  after: unknown;
  ip: string;
  hash: string | null;
};

const schema = new Schema<AuditDoc>(
  {
    _id: String,
    no: Number,
    at: Date,
    order: Number,
    actorId: String,
    actor: String,
    action: String,
    object: String,
    objectId: String,
    summary: String,
    before: Schema.Types.Mixed,
    after: Schema.Types.Mixed,
    ip: String,
    hash: String,
  },
  { versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ no: 1 }, { unique: true, partialFilterExpression: { no: { $gte: 1 } } });
schema.index({ hash: 1, at: 1, order: 1 });
schema.index({ objectId: 1, at: 1 });

const batchSize = 500;
/** A burst of acts is chained at once; reading chains what is still open. */
const settleAfterMs = 200;

export const createAudit = (deps: {
  connection: Connection;
  ids: IdSource;
  readFilter: (actor: Actor) => Record<string, unknown>;
  mayCheck: (actor: Actor) => boolean;
}) => {
  const entries = deps.connection.model<AuditDoc>('AuditEntry', schema, 'auditEntries');
  let running: Promise<void> | null = null;
  let again = false;

  const chainBatch = async (): Promise<number> => {
    const waiting = await entries.find({ hash: null }).sort({ at: 1, order: 1 }).limit(batchSize).lean<AuditDoc[]>();
    if (waiting.length === 0) return 0;
    const last = await entries
      .findOne({ no: { $gte: 1 } })
      .sort({ no: -1 })
      .lean<AuditDoc>();
    let no = last?.no ?? 0;
    let previous = last?.hash ?? genesis;
    const updates = waiting.map((entry) => {
      no += 1;
      previous = hashEntry({ ...entry, no }, previous);
      return { updateOne: { filter: { _id: entry._id, hash: null }, update: { $set: { no, hash: previous } } } };
    });
    await entries.bulkWrite(updates, { ordered: true });
    return waiting.length;
  };
  const chain = async (): Promise<void> => {
    do {
      again = false;
      while ((await chainBatch()) > 0);
    } while (again);
  };
  /** Chains what has been committed; one run at a time. */
  const settle = async (): Promise<void> => {
    again = true;
    running ??= chain().finally(() => {
      running = null;
    });
    await running;
  };
  let soon: NodeJS.Timeout | null = null;
  const settleSoon = (failed: (error: unknown) => void): void => {
    soon ??= setTimeout(() => {
      soon = null;
      settle().catch(failed);
    }, settleAfterMs).unref();
  };

  const slice: Slice = {
    routes: {
      'GET /api/audit': async ({ actor, query }) => {
        if (!deps.mayCheck(actor)) return refuse('forbidden');
        await settle();
        const readable = deps.readFilter(actor);
        const limit = query.limit ?? 50;
        const before = query.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(query.cursor);
        const asked = { $and: [readable, query.objectId === undefined ? {} : { objectId: query.objectId }] };
        const rows = await entries
          .find({ $and: [asked, { no: { $lt: before } }] })
          .sort({ no: -1 })
          .limit(limit)
          .lean<AuditDoc[]>();
        const total = await entries.countDocuments(asked);
        const lastNo = rows.at(-1)?.no ?? null;
        return ok({
          items: rows.map((row) => ({
            no: row.no ?? 0,
            at: row.at.toISOString(),
            actor: row.actor,
            action: row.action,
            object: row.object,
            objectId: row.objectId,
            summary: row.summary,
            ip: row.ip,
            hash: row.hash ?? '',
          })),
          total,
          nextCursor: rows.length === limit && lastNo !== null ? String(lastNo) : null,
        });
      },
      'GET /api/audit/check': async ({ actor }) => {
        if (!deps.mayCheck(actor)) return refuse('forbidden');
        await settle();
        const cursor = entries
          .find({ no: { $gte: 1 } })
          .sort({ no: 1 })
          .lean<AuditDoc>()
          .cursor();
        const result = await checkChain(
          cursor as unknown as AsyncIterable<Parameters<typeof hashEntry>[0] & { hash: string | null }>,
        );
        return ok({ entries: result.entries, intact: result.brokenAt === null, brokenAt: result.brokenAt });
      },
    },
  };

  return {
    slice,
    settle,
    settleSoon,
    record: async (facts: readonly AuditFact[], actor: Actor, now: Date, session: ClientSession): Promise<void> => {
      if (facts.length === 0) return;
      await entries.insertMany(
        facts.map((fact, order) => ({
          _id: deps.ids.next(),
          no: null,
          at: now,
          order,
          actorId: actor.userId,
          actor: actor.name,
          ip: actor.ip,
          action: fact.action,
          object: fact.object,
          objectId: fact.objectId,
          summary: fact.summary,
          before: fact.before ?? null,
          after: fact.after ?? null,
          hash: null,
        })),
        { session },
      );
    },
  };
};
export type Audit = ReturnType<typeof createAudit>;
