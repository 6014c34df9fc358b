// Notices to groups, written with the transaction that caused them; read marks per person.
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { IdSource } from '../../platform/ids.ts';
import { ok } from '../../platform/result.ts';
import type { Actor, NoticeTo, Slice } from '../../platform/slice.ts';

type NoticeDoc = {
  _id: string;
  at: Date;
  groups: string[];
  title: string;
  detail: string;
  link: string;
  readBy: string[];
};
const schema = new Schema<NoticeDoc>(
  { _id: String, at: Date, groups: [String], title: String, detail: String, link: String, readBy: [String] },
  { versionKey: false, autoIndex: false, autoCreate: false },
);
schema.index({ groups: 1, at: -1 });

const shown = 50;
const roomsOf = (actor: Actor): string[] => [...actor.groups, `user:${actor.userId}`];

export const createNotifications = (deps: { connection: Connection; ids: IdSource }) => {
  const notices = deps.connection.model<NoticeDoc>('Notice', schema, 'notices');
  const slice: Slice = {
    routes: {
      'GET /api/notifications': async ({ actor }) => {
        const rows = await notices
          .find({ groups: { $in: roomsOf(actor) } })
          .sort({ at: -1 })
          .limit(shown)
          .lean<NoticeDoc[]>();
        return ok(
          rows.map((row) => ({
            id: row._id,
            at: row.at.toISOString(),
            title: row.title,
            detail: row.detail,
            link: row.link,
            read: row.readBy.includes(actor.userId),
          })),
        );
      },
      'POST /api/notifications/read': async ({ actor, body }) => {
        await notices.updateMany(
          { _id: { $in: body.ids }, groups: { $in: roomsOf(actor) } },
          { $addToSet: { readBy: actor.userId } },
        );
        return ok({ ok: true as const });
      },
    },
  };
  return {
    slice,
    record: async (sent: readonly NoticeTo[], now: Date, session: ClientSession): Promise<void> => {
      if (sent.length === 0) return;
      await notices.insertMany(
        sent.map((notice) => ({
          _id: deps.ids.next(),
          at: now,
          groups: [...notice.groups],
          title: notice.title,
          detail: notice.detail,
          link: notice.link,
          readBy: [],
        })),
        { session },
      );
    },
  };
};
export type Notifications = ReturnType<typeof createNotifications>;
