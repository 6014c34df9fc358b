// Composes the inbox: projection, queries, acts, saved views, and the words that slices give their tasks.
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, ChangeNews, Slice, TaskHandlers, TaskRefs, Transact } from '../../platform/slice.ts';
import type { Instances } from '../instances/index.ts';
import { createCompletion } from './task.completion.ts';
import { createHolding } from './task.holding.ts';
import { claimableFilter, mineFilter } from './task.access.ts';
import { createTaskDetail } from './task.detail.ts';
import { taskModels, type TaskDoc, type ViewDoc } from './task.model.ts';
import { presentTask, type DueView } from './task.presenter.ts';
import { createTaskProjector, describeTask, openTaskOf, searchText } from './task.projection.ts';
import { createTaskQueries } from './task.queries.ts';
import { createUrging } from './task.urging.ts';

export type Colleagues = (
  groups: readonly string[],
) => Promise<readonly { readonly id: string; readonly name: string; readonly title: string }[]>;
type Deps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly instances: Instances;
  readonly dueView: DueView;
  /** Handlers of all slices; asked late, since slices are made after the inbox. */
  readonly handlers: () => TaskHandlers;
  readonly membersOf: Colleagues;
  /** Members of the groups and of their teams: to whom a task may be handed. */
  readonly colleagues: Colleagues;
  readonly tell: (changes: readonly ChangeNews[]) => void;
  readonly failed: (error: unknown, taskKey: string) => void;
};

const refOfTopic = {
  issue: 'issueId',
  case: 'caseId',
  inspection: 'inspectionId',
  escalation: 'escalationId',
} as const;
const maxViews = 30;
const matterOf = (refs: TaskRefs) => Object.fromEntries(Object.entries(refs).map(([name, id]) => [`refs.${name}`, id]));

export const createTasks = (deps: Deps) => {
  const models = taskModels(deps.connection);
  const queries = createTaskQueries({ models, clock: deps.clock, dueView: deps.dueView });
  const holding = createHolding({ models, clock: deps.clock, transact: deps.transact, colleagues: deps.colleagues });
  const complete = createCompletion({ models, handlers: deps.handlers, transact: deps.transact });
  const detail = createTaskDetail({
    models,
    instances: deps.instances,
    handlers: deps.handlers,
    clock: deps.clock,
    dueView: deps.dueView,
  });
  const urge = createUrging({ models, transact: deps.transact });
  const row = (result: Result<TaskDoc>) =>
    result.ok ? ok(presentTask(result.value, new Date(deps.clock.now()), deps.dueView)) : result;

  /** After a matter changed, the rows of its open tasks say so too. */
  const redescribe = async (changes: readonly ChangeNews[]): Promise<void> => {
    for (const change of changes) {
      const ref = change.topic in refOfTopic ? refOfTopic[change.topic as keyof typeof refOfTopic] : null;
      if (ref === null) continue;
      for (const task of await models.tasks.find({ [`refs.${ref}`]: change.id, state: 'open' }).lean<TaskDoc[]>()) {
        const words = await describeTask(deps, openTaskOf(task));
        await models.tasks.updateOne({ _id: task._id }, { $set: { ...words, search: searchText(words, task.title) } });
      }
    }
  };

  const firstOpen = (filter: Record<string, unknown>): Promise<TaskDoc | null> =>
    models.tasks
      .findOne({ ...filter, state: 'open', secret: false })
      .sort({ dueSort: 1 })
      .lean<TaskDoc | null>()
      .exec();
  /** The open task of a matter this person can do, for the button on other pages. */
  const openTaskFor = async (actor: Actor, refs: TaskRefs): Promise<string | null> => {
    const task = await models.tasks
      .findOne(
        { $and: [matterOf(refs), { $or: [mineFilter(actor), claimableFilter(actor)] }] } as Record<string, unknown>,
        {
          _id: 1,
        },
      )
      .sort({ dueSort: 1 })
      .lean<TaskDoc>();
    return task?._id ?? null;
  };
  /** The open task of a matter that waits for somebody else; a secret one is nobody's business. */
  const heldByOthers = (actor: Actor, refs: TaskRefs): Promise<TaskDoc | null> =>
    firstOpen({ ...matterOf(refs), assigneeId: { $ne: actor.userId }, groups: { $ne: 'discipline' } });
  const currentOf = (refs: TaskRefs): Promise<TaskDoc | null> => firstOpen(matterOf(refs));
  /** What waits for this person's decision in a campaign, by kind, oldest deadline told. */
  const decisionsFor = async (actor: Actor, campaignId: string) => {
    const rows = await models.tasks.aggregate<{
      _id: { type: string; title: string; own: boolean };
      count: number;
      first: Date;
    }>([
      { $match: { $and: [{ 'refs.campaignId': campaignId }, { $or: [mineFilter(actor), claimableFilter(actor)] }] } },
      {
        $group: {
          _id: { type: '$type', title: '$title', own: { $eq: ['$assigneeId', actor.userId] } },
          count: { $sum: 1 },
          first: { $min: '$createdAt' },
        },
      },
      { $sort: { first: 1 } },
    ]);
    return rows.map((row) => ({
      type: row._id.type,
      view: row._id.own ? ('mine' as const) : ('claimable' as const),
      label: row._id.title,
      count: row.count,
      note: `最早 ${new Date(row.first.getTime() + 8 * 3600 * 1000).toISOString().slice(5, 10)}`,
    }));
  };

  const presentView = (view: ViewDoc) => ({ id: view._id, name: view.name, query: view.query });
  const slice: Slice = {
    routes: {
      'GET /api/tasks': async ({ actor, query }) => ok(await queries.list(actor, query)),
      'GET /api/tasks/counts': async ({ actor, query }) =>
        ok(await queries.counts(actor, query.campaignId, query.view)),
      'GET /api/tasks/:key': ({ actor, params }) => detail(actor, params['key'] ?? ''),
      'POST /api/tasks/:key/claim': async ({ actor, params }) => row(await holding.claim(actor, params['key'] ?? '')),
      'POST /api/tasks/:key/release': async ({ actor, params }) =>
        row(await holding.release(actor, params['key'] ?? '')),
      'POST /api/tasks/:key/assign': async ({ actor, params, body }) =>
        row(await holding.assign(actor, params['key'] ?? '', body.userId, body.note ?? '', 'assign')),
      'POST /api/tasks/:key/delegate': async ({ actor, params, body }) =>
        row(await holding.assign(actor, params['key'] ?? '', body.userId, body.note ?? '', 'delegate')),
      'POST /api/tasks/:key/snooze': async ({ actor, params, body }) =>
        row(await holding.snooze(actor, params['key'] ?? '', new Date(body.until))),
      'GET /api/tasks/:key/colleagues': ({ actor, params }) => holding.colleagues(actor, params['key'] ?? ''),
      'PUT /api/tasks/:key/draft': ({ actor, params, body }) =>
        holding.saveDraft(actor, params['key'] ?? '', body.values, body.baseVersion),
      'POST /api/tasks/:key/complete': ({ actor, params, body }) =>
        complete(actor, params['key'] ?? '', body.values, body.idempotencyKey),
      'POST /api/tasks/urge': ({ actor, body }) => urge(actor, body.keys, body.note),
      'GET /api/views': async ({ actor }) =>
        ok(
          (await models.views.find({ userId: actor.userId }).sort({ createdAt: 1 }).lean<ViewDoc[]>()).map(presentView),
        ),
      'POST /api/views': async ({ actor, body }) => {
        if ((await models.views.countDocuments({ userId: actor.userId })) >= maxViews)
          return refuse('rule_refused', {
            message: {
              zh: `最多保存 ${maxViews} 个视图，请先删去不用的。`,
              en: `At most ${maxViews} views; delete one first.`,
            },
          });
        const view: ViewDoc = {
          _id: deps.ids.next(),
          userId: actor.userId,
          name: body.name,
          query: body.query,
          createdAt: new Date(deps.clock.now()),
        };
        await models.views.create([view]);
        return ok(presentView(view));
      },
      'PUT /api/views/:id': async ({ actor, params, body }) => {
        const view = await models.views
          .findOneAndUpdate(
            { _id: params['id'] ?? '', userId: actor.userId },
            { $set: { name: body.name, query: body.query } },
            { returnDocument: 'after' },
          )
          .lean<ViewDoc>();
        return view === null ? refuse('not_found') : ok(presentView(view));
      },
      'DELETE /api/views/:id': async ({ actor, params }) => {
        await models.views.deleteOne({ _id: params['id'] ?? '', userId: actor.userId });
        return ok({ ok: true as const });
      },
    },
  };
  return {
    slice,
    openTaskFor,
    heldByOthers,
    currentOf,
    decisionsFor,
    redescribe,
    complete,
    models,
    projector: createTaskProjector({
      models,
      instances: deps.instances,
      handlers: deps.handlers,
      membersOf: deps.membersOf,
      tell: deps.tell,
      failed: deps.failed,
    }),
  };
};
export type Tasks = ReturnType<typeof createTasks>;
