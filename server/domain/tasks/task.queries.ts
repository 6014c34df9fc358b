// Inbox lists and counts: keyset pages on indexed sorts, counts without fetching.
import type { TaskCounts, TaskRow } from '#contracts/tasks.ts';
import type { TaskQuery } from '#contracts/tasks.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Actor } from '../../platform/slice.ts';
import { claimableFilter, groupsOf, mineFilter, notBarred, waitingFilter } from './task.access.ts';
import type { SnoozeDoc, TaskDoc, TaskModels } from './task.model.ts';
import { presentTask, type DueView } from './task.presenter.ts';

const dayMs = 24 * 3600 * 1000;
const zoneMs = 8 * 3600 * 1000;
/** Midnight of the business day in Asia/Shanghai, which has no daylight saving. */
export const startOfDay = (now: number): number => Math.floor((now + zoneMs) / dayMs) * dayMs - zoneMs;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type Filter = Record<string, unknown>;
type View = NonNullable<TaskQuery['view']>;

const dueRange = (kind: NonNullable<TaskQuery['due']>, now: number): Filter => {
  const today = startOfDay(now);
  const ranges = {
    overdue: { $lt: new Date(now) },
    today: { $gte: new Date(now), $lt: new Date(today + dayMs) },
    week: { $gte: new Date(today + dayMs), $lt: new Date(today + 7 * dayMs) },
    later: { $gte: new Date(today + 7 * dayMs) },
  };
  return { dueSort: ranges[kind] };
};

const sorts: Record<NonNullable<TaskQuery['sort']>, readonly ('unitName' | 'type' | 'dueSort' | '_id')[]> = {
  due: ['dueSort', '_id'],
  unit: ['unitName', 'dueSort', '_id'],
  step: ['type', 'dueSort', '_id'],
};

const encodeCursor = (task: TaskDoc, fields: readonly (keyof TaskDoc)[]): string =>
  Buffer.from(
    JSON.stringify(
      fields.map((field) => {
        const value = task[field];
        return value instanceof Date ? value.getTime() : value;
      }),
    ),
  ).toString('base64url');

const isInstant = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(new Date(value).getTime());

/** Rows after the cursor in the sort's own order: (a,b,c) > (x,y,z) written out. */
const afterCursor = (cursor: string, fields: readonly string[]): Filter | null => {
  try {
    const given = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    // it comes from outside: an object in it would be asked of the store as an operator
    if (!Array.isArray(given) || given.length !== fields.length) return null;
    const plain = given.every((value: unknown, index) =>
      fields[index] === 'dueSort' ? isInstant(value) : typeof value === 'string',
    );
    if (!plain) return null;
    const values = given.map((value: unknown, index) =>
      fields[index] === 'dueSort' ? new Date(Number(value)) : value,
    );
    return {
      $or: fields.map((field, index) => ({
        ...Object.fromEntries(fields.slice(0, index).map((earlier, at) => [earlier, values[at]])),
        [field]: { $gt: values[index] },
      })),
    };
  } catch {
    return null;
  }
};

const saying = ({ q = '', titles = '' }: TaskQuery): Filter => {
  if (q.trim() === '') return {};
  const search = { search: { $regex: escapePattern(q.trim().toLowerCase()) } };
  return titles === '' ? search : { $or: [search, { title: { $in: titles.split(',') } }] };
};

export const createTaskQueries = (deps: { models: TaskModels; clock: Clock; dueView: DueView }) => {
  const { tasks, snoozes } = deps.models;

  const snoozedBy = async (actor: Actor, now: number): Promise<ReadonlyMap<string, Date>> => {
    const rows = await snoozes.find({ userId: actor.userId, until: { $gt: new Date(now) } }).lean<SnoozeDoc[]>();
    return new Map(rows.map((row) => [row.taskKey, row.until]));
  };
  const viewFilter = (view: View, actor: Actor, snoozed: readonly string[], now: number): Filter => {
    const awake = snoozed.length === 0 ? {} : { _id: { $nin: snoozed } };
    switch (view) {
      case 'mine':
        return { ...mineFilter(actor), ...awake };
      case 'claimable':
        return { ...claimableFilter(actor), ...awake };
      case 'snoozed':
        return {
          state: 'open',
          _id: { $in: snoozed },
          $or: [{ assigneeId: actor.userId }, { groups: { $in: groupsOf(actor) } }],
          ...notBarred(actor),
        };
      case 'waiting':
        return waitingFilter(actor);
      case 'doneToday':
        return { completedById: actor.userId, endedAt: { $gte: new Date(startOfDay(now)) } };
    }
  };
  const narrow = (query: TaskQuery, now: number): Filter => ({
    ...(query.type === undefined ? {} : { type: { $in: query.type.split(',') } }),
    ...(query.unitId === undefined ? {} : { unitId: { $in: query.unitId.split(',') } }),
    ...(query.campaignId === undefined ? {} : { 'refs.campaignId': query.campaignId }),
    ...(query.returned === undefined ? {} : { returned: true }),
    ...(query.due === undefined ? {} : dueRange(query.due, now)),
    ...saying(query),
  });

  return {
    list: async (
      actor: Actor,
      query: TaskQuery,
    ): Promise<{ items: TaskRow[]; total: number; nextCursor: string | null }> => {
      const now = deps.clock.now();
      const snoozed = await snoozedBy(actor, now);
      const filter: Filter = { $and: [viewFilter(query.view, actor, [...snoozed.keys()], now), narrow(query, now)] };
      const fields = sorts[query.sort];
      const after = query.cursor === undefined ? null : afterCursor(query.cursor, fields);
      const rows = await tasks
        .find(after === null ? filter : { $and: [filter, after] })
        .sort(Object.fromEntries(fields.map((field) => [field, 1])))
        .limit(query.limit + 1)
        .lean<TaskDoc[]>();
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: shown.map((task) => presentTask(task, new Date(now), deps.dueView, snoozed.get(task._id) ?? null)),
        total: await tasks.countDocuments(filter),
        nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor(last, fields) : null,
      };
    },
    counts: async (actor: Actor, campaignId: string | undefined, shown: View = 'mine'): Promise<TaskCounts> => {
      const now = deps.clock.now();
      const snoozed = [...(await snoozedBy(actor, now)).keys()];
      const scope = campaignId === undefined ? {} : { 'refs.campaignId': campaignId };
      const of = (view: View, more: Filter = {}): Filter => ({
        $and: [viewFilter(view, actor, snoozed, now), scope, more],
      });
      const inView = of(shown);
      const [own, claimable, asleep, waiting, done, overdue, today, byType, byUnit] = await Promise.all([
        tasks.countDocuments(of('mine')),
        tasks.countDocuments(of('claimable')),
        tasks.countDocuments(of('snoozed')),
        tasks.countDocuments(of('waiting')),
        tasks.countDocuments(of('doneToday')),
        tasks.countDocuments(of(shown, dueRange('overdue', now))),
        tasks.countDocuments(of(shown, dueRange('today', now))),
        tasks.aggregate<{ _id: { type: string; title: string }; count: number }>([
          { $match: inView },
          { $group: { _id: { type: '$type', title: '$title' }, count: { $sum: 1 } } },
          { $sort: { count: -1 } },
          { $limit: 30 },
        ]),
        tasks.aggregate<{ _id: { unitId: string | null; unitName: string }; count: number }>([
          { $match: inView },
          { $group: { _id: { unitId: '$unitId', unitName: '$unitName' }, count: { $sum: 1 } } },
          { $sort: { count: -1 } },
          { $limit: 30 },
        ]),
      ]);
      return {
        views: { mine: own, claimable, snoozed: asleep, waiting, doneToday: done },
        overdue,
        today,
        byType: byType.map((row) => ({ type: row._id.type, title: row._id.title, count: row.count })),
        byUnit: byUnit.flatMap((row) =>
          row._id.unitId === null ? [] : [{ unitId: row._id.unitId, unitName: row._id.unitName, count: row.count }],
        ),
      };
    },
  };
};
