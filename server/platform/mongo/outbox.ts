// The outbox: what a transaction wants of the engine, kept until the engine has accepted it.
import { setTimeout as pause } from 'node:timers/promises';
import { Schema, type Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { OutboxEntry } from '../slice.ts';

export type OutboxRow = {
  _id: string;
  workId: string;
  order: number;
  entry: OutboxEntry;
  state: 'waiting' | 'refused';
  tries: number;
  nextAt: Date;
  createdAt: Date;
  reason: string;
};
/** `accepted`: done or already done; `later`: engine away; `refused`: never will be. */
export type Delivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'later'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };
export type Deliver = (entry: OutboxEntry) => Promise<Delivery>;
/** Told before the entry is set aside, so perhaps twice. */
export type Refused = (entry: OutboxEntry, reason: string) => Promise<void>;

const schema = new Schema<OutboxRow>(
  {
    _id: String,
    workId: String,
    order: Number,
    entry: Schema.Types.Mixed,
    state: String,
    tries: Number,
    nextAt: Date,
    createdAt: Date,
    reason: String,
  },
  { versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ state: 1, nextAt: 1, createdAt: 1, order: 1 });

export const outboxModel = (connection: Connection) => connection.model<OutboxRow>('OutboxEntry', schema, 'outbox');

const backOff = (tries: number): number => Math.min(30_000, 100 * 2 ** tries);
const batchSize = 200;
const lookEveryMs = 1_000;

/** One dispatcher a server. Entries of one transaction go in order; different transactions side by side. */
export const createDispatcher = (deps: {
  connection: Connection;
  clock: Clock;
  deliver: Deliver;
  refused?: Refused;
  logger: Logger;
}) => {
  const rows = outboxModel(deps.connection);
  const failed = (error: unknown): void => deps.logger.error({ err: error }, 'outbox round failed');
  const strikeFrom = inBatches((ids: readonly string[]) => rows.deleteMany({ _id: { $in: ids } }));
  const striking = new Map<string, Promise<void>>();
  /** What the engine has accepted waits for nothing more; left over, it is sent again, which changes nothing. */
  const strike = (row: OutboxRow): void => {
    const struck = strikeFrom(row._id)
      .catch(failed)
      .finally(() => {
        striking.delete(row._id);
        sentSinceRound.add(row.workId);
      });
    striking.set(row._id, struck);
  };
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  const underWay = new Map<string, Promise<void>>();
  // a round may have read rows that were sent and struck since
  let sentSinceRound = new Set<string>();

  const deliverRow = async (row: OutboxRow): Promise<boolean> => {
    const delivery = await deps.deliver(row.entry);
    if (delivery.kind === 'accepted') {
      strike(row);
      return true;
    }
    const tries = row.tries + 1;
    const wait = backOff(tries);
    if (delivery.kind === 'refused') {
      await deps.refused?.(row.entry, delivery.reason);
      deps.logger.warn({ entry: { kind: row.entry.kind }, reason: delivery.reason }, 'engine refused an outbox entry');
    }
    await rows.updateOne(
      { _id: row._id },
      {
        $set: {
          tries,
          reason: delivery.reason,
          state: delivery.kind === 'refused' ? 'refused' : 'waiting',
          nextAt: new Date(deps.clock.now() + wait),
        },
      },
    );
    if (delivery.kind === 'later') setTimeout(kick, wait).unref();
    return delivery.kind === 'refused';
  };
  const deliverInOrder = async (work: readonly OutboxRow[]): Promise<void> => {
    for (const row of work) if (!(await deliverRow(row))) return;
  };
  const deliverWork = (workId: string, work: readonly OutboxRow[]): Promise<void> => {
    const sending = deliverInOrder(work).finally(() => {
      underWay.delete(workId);
      sentSinceRound.add(workId);
    });
    underWay.set(workId, sending);
    return sending;
  };
  const round = async (): Promise<number> => {
    sentSinceRound = new Set();
    const due = await rows
      .find({ state: 'waiting', nextAt: { $lte: new Date(deps.clock.now()) } })
      .sort({ createdAt: 1, order: 1 })
      .limit(batchSize)
      .lean<OutboxRow[]>();
    const open = due.filter(({ _id }) => !striking.has(_id));
    const works = [...groupByWork(open)].filter(([workId]) => !underWay.has(workId) && !sentSinceRound.has(workId));
    await Promise.all(works.map(([workId, work]) => deliverWork(workId, work)));
    return due.length;
  };
  const loop = async (): Promise<void> => {
    do {
      again = false;
      const count = await round().catch((error: unknown) => {
        failed(error);
        return 0;
      });
      if (count === batchSize) again = true;
    } while (again && !stopped);
  };
  const kick = (): void => {
    again = true;
    if (running !== null || stopped) return;
    running = loop().finally(() => {
      running = null;
      if (again && !stopped) kick();
    });
  };
  return {
    /** What a transaction has just committed, so that it need not be read back. */
    take: (committed: readonly OutboxRow[]): void => {
      if (stopped) return;
      for (const [workId, work] of groupByWork(committed)) void deliverWork(workId, work).catch(failed);
    },
    start: () => {
      // entries left by a crash, and retries whose clock was moved
      timer = setInterval(kick, lookEveryMs);
      kick();
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearInterval(timer);
      await running;
      await Promise.allSettled(underWay.values());
      await Promise.all(striking.values());
    },
    /** Nothing is being sent and nothing new was announced; entries waiting for a retry are not counted. */
    idle: () => running === null && !again && underWay.size === 0,
    waiting: () => rows.countDocuments({ state: 'waiting' }),
  };
};

const gatherMs = 25;

/** Gathers what comes close together; resolves when the batch with this id is done. */
const inBatches = (run: (ids: readonly string[]) => Promise<unknown>): ((id: string) => Promise<void>) => {
  let last: Promise<unknown> = Promise.resolve();
  let next: { readonly ids: string[]; readonly done: Promise<void> } | null = null;
  const open = () => {
    const ids: string[] = [];
    const done = last.then(async () => {
      await pause(gatherMs);
      next = null;
      await run(ids);
    });
    // a failed batch fails those who wait for it, not the one after it
    last = done.catch(() => undefined);
    return { ids, done };
  };
  return (id) => {
    next ??= open();
    next.ids.push(id);
    return next.done;
  };
};

// Node 20 has no Map.groupBy
const groupByWork = (rows: readonly OutboxRow[]): Map<string, OutboxRow[]> => {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows) groups.set(row.workId, [...(groups.get(row.workId) ?? []), row]);
  return groups;
};
