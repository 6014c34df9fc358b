// Sessions: random token in the cookie, its hash in the store, an expiry that slides with use.
import { createHash } from 'node:crypto';
import type { ClientSession, Connection } from 'mongoose';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import { sessionModel, type SessionDocument } from './session.model.ts';

export type SessionLimits = { readonly idleMs: number; readonly longestMs: number };
export const defaultLimits: SessionLimits = { idleMs: 12 * 3_600_000, longestMs: 7 * 24 * 3_600_000 };
export type OpenedSession = { readonly token: string; readonly expiresAt: Date };
export type SessionState =
  { readonly kind: 'live'; readonly userId: string } | { readonly kind: 'expired' | 'unknown' };

// sliding costs a write; once a minute is enough
const slideEveryMs = 60_000;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

type Deps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly limits?: SessionLimits | undefined;
};

export const createSessions = ({ connection, clock, ids, limits = defaultLimits }: Deps) => {
  const rows = sessionModel(connection);
  const expiry = (createdAt: number, now: number): Date =>
    new Date(Math.min(now + limits.idleMs, createdAt + limits.longestMs));

  return {
    open: async (userId: string, session: ClientSession): Promise<OpenedSession> => {
      const now = clock.now();
      const token = `${ids.next()}${ids.next()}`;
      const expiresAt = expiry(now, now);
      await rows.deleteMany({ expiresAt: { $lte: new Date(now) }, userId }, { session });
      await rows.create([{ _id: hashOf(token), userId, createdAt: new Date(now), seenAt: new Date(now), expiresAt }], {
        session,
      });
      return { token, expiresAt };
    },
    /** Who holds this token; using it moves its end. */
    find: async (token: string): Promise<SessionState> => {
      const now = clock.now();
      const found = await rows.findById(hashOf(token)).lean<SessionDocument | null>();
      if (found === null) return { kind: 'unknown' };
      if (found.expiresAt.getTime() <= now) return { kind: 'expired' };
      if (now - found.seenAt.getTime() >= slideEveryMs)
        await rows.updateOne(
          { _id: found._id },
          { $set: { seenAt: new Date(now), expiresAt: expiry(found.createdAt.getTime(), now) } },
        );
      return { kind: 'live', userId: found.userId };
    },
    end: async (token: string): Promise<void> => {
      await rows.deleteOne({ _id: hashOf(token) });
    },
    endAllOf: async (userId: string, session: ClientSession): Promise<void> => {
      await rows.deleteMany({ userId }, { session });
    },
  };
};
export type Sessions = ReturnType<typeof createSessions>;
