// The ground every slice stands on: store connection, engine, transactions, outbox, audit, notices, news.
import type { Connection } from 'mongoose';
import { createAccess } from './domain/access/index.ts';
import { createAudit } from './domain/audit/index.ts';
import { createNotifications } from './domain/notifications/index.ts';
import type { Clock } from './platform/clock.ts';
import type { IdSource } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import { createDispatcher, type Refused } from './platform/mongo/outbox.ts';
import { createTransact } from './platform/mongo/transact.ts';
import type { Actor, ChangeNews } from './platform/slice.ts';
import type { EngineClient } from './platform/workflow/engine-client.ts';

export type GroundDeps = {
  readonly connection: Connection;
  readonly engine: EngineClient;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
};

export const createGround = ({ connection, engine, clock, ids, logger }: GroundDeps) => {
  const access = createAccess(clock);
  // organisations stand on this ground
  const late: { mayBeInspected: (actor: Actor) => Promise<boolean> } = { mayBeInspected: async () => true };
  const audit = createAudit({
    connection,
    ids,
    readFilter: (actor) => access.readFilter(actor, 'AuditEntry'),
    mayCheck: (actor) => access.can(actor, 'read', 'AuditEntry'),
    readsAll: async (actor) =>
      access.can(actor, 'read', 'AuditEntry', { object: 'issue' }) && !(await late.mayBeInspected(actor)),
  });
  const notifications = createNotifications({ connection, ids });
  const refusals: Refused[] = [];
  const dispatcher = createDispatcher({
    connection,
    clock,
    deliver: engine.deliver,
    refused: async (entry, reason) => {
      for (const hear of refusals) await hear(entry, reason);
    },
    logger,
  });
  const listeners: ((changes: readonly ChangeNews[]) => void)[] = [];
  const tell = (changes: readonly ChangeNews[]): void => {
    for (const listener of listeners) listener(changes);
  };
  const transact = createTransact({
    connection,
    clock,
    ids,
    record: async ({ facts, notices, actor, now, session }) => {
      await audit.record(facts, actor, now, session);
      await notifications.record(notices, now, session);
    },
    committed: ({ changes, sent }) => {
      dispatcher.take(sent);
      tell(changes);
      audit.settleSoon((error) => logger.error({ err: error }, 'audit entries not chained yet'));
    },
  });
  return {
    connection,
    engine,
    clock,
    ids,
    logger,
    access,
    audit,
    notifications,
    dispatcher,
    transact,
    /** Whether this person belongs to a place that an inspection may go to. */
    inspectableBy: (ask: typeof late.mayBeInspected): void => void (late.mayBeInspected = ask),
    /** What the engine will never do of what was asked of it. */
    onRefused: (hear: Refused): void => void refusals.push(hear),
    decide: engine.decide,
    tell,
    onChange: (listener: (changes: readonly ChangeNews[]) => void) => void listeners.push(listener),
  };
};
export type Ground = ReturnType<typeof createGround>;
