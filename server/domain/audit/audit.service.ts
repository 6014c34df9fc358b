// Writes audit facts with their transaction and chains them afterwards, in one place, so that transactions never wait for each other.
import mongoose, { Schema, type ClientSession, type Connection } from 'mongoose';
import type { IdSource } from '../../platform/ids.ts';
import { asMade } from '../../platform/mongo/as-made.ts';
import { ok, refuse } from '../../platform/result.ts';
import type { Actor, AuditFact, ResponseOf, Slice } from '../../platform/slice.ts';
import { placesOf } from '../access/index.ts';
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
  barred: readonly string[];
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
    barred: [String],
  },
  { versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ no: 1 }, { unique: true, partialFilterExpression: { no: { $gte: 1 } } });
schema.index({ hash: 1, at: 1, order: 1 });
schema.index({ objectId: 1, at: 1 });

const batchSize = 500;
/** A burst of acts is chained at once; reading chains what is still open. */
const settleAfterMs = 1_000;
type Filter = Record<string, unknown>;
type Page = ResponseOf<'GET /api/audit'>;

const numberIn = (cursor: string | undefined): number | null =>
  cursor !== undefined && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
const presented = (row: AuditDoc, no: number, hash: string): Page['items'][number] => ({
  no,
  at: row.at.toISOString(),
  actor: row.actor,
  action: row.action,
  object: row.object,
  objectId: row.objectId,
  summary: row.summary,
  ip: row.ip,
  hash,
});

export const createAudit = (deps: {
  connection: Connection;
  ids: IdSource;
  readFilter: (actor: Actor) => Record<string, unknown>;
  mayCheck: (actor: Actor) => boolean;
  /** Whoever reads a part only must not learn from gaps in the numbers how much happens beside it. */
  readsAll: (actor: Actor) => Promise<boolean>;
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
      while ((await chainBatch()) === batchSize);
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
      // closed meanwhile: what is open is chained by the next who reads
      if (deps.connection.readyState === mongoose.ConnectionStates.connected) settle().catch(failed);
    }, settleAfterMs).unref();
  };

  const readable = (actor: Actor): Filter => ({
    $and: [deps.readFilter(actor), { barred: { $nin: placesOf(actor) } }],
  });
  /** By the numbers of the chain. */
  const chainPage = async (asked: Filter, limit: number, cursor: string | undefined): Promise<Page> => {
    const before = numberIn(cursor) ?? Number.MAX_SAFE_INTEGER;
    const rows = await entries
      .find({ $and: [asked, { no: { $lt: before } }] })
      .sort({ no: -1 })
      .limit(limit)
      .lean<AuditDoc[]>();
    const lastNo = rows.at(-1)?.no ?? null;
    return {
      items: rows.map((row) => presented(row, row.no ?? 0, row.hash ?? '')),
      total: await entries.countDocuments(asked),
      nextCursor: rows.length === limit && lastNo !== null ? String(lastNo) : null,
    };
  };
  /** Numbered by what this reader may read; hashes cover the whole chain and stay out. */
  const partPage = async (asked: Filter, limit: number, cursor: string | undefined): Promise<Page> => {
    const total = await entries.countDocuments(asked);
    const below = Math.min(total, Math.max(0, (numberIn(cursor) ?? total + 1) - 1));
    const first = Math.max(0, below - limit);
    const rows = await entries
      .find(asked)
      .sort({ no: 1 })
      .skip(first)
      .limit(below - first || 1)
      .lean<AuditDoc[]>();
    return {
      items: rows
        .slice(0, below - first)
        .map((row, at) => presented(row, first + at + 1, ''))
        .reverse(),
      total,
      nextCursor: first > 0 ? String(first + 1) : null,
    };
  };

  const slice: Slice = {
    routes: {
      'GET /api/audit': async ({ actor, query }) => {
        if (!deps.mayCheck(actor)) return refuse('forbidden');
        await settle();
        const asked = {
          $and: [readable(actor), query.objectId === undefined ? {} : { objectId: query.objectId }],
        };
        const limit = query.limit ?? 50;
        return ok(
          await ((await deps.readsAll(actor))
            ? chainPage(asked, limit, query.cursor)
            : partPage(asked, limit, query.cursor)),
        );
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
        const intact = result.brokenAt === null;
        return ok(
          (await deps.readsAll(actor))
            ? { entries: result.entries, intact, brokenAt: result.brokenAt }
            : { entries: await entries.countDocuments(readable(actor)), intact, brokenAt: result.brokenAt },
        );
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
          barred: [...(fact.barred ?? [])],
        })),
        { session, ...asMade },
      );
    },
  };
};
export type Audit = ReturnType<typeof createAudit>;
