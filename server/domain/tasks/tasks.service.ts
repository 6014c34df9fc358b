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
import type { Matters } from './task.own-form.ts';
import { createTaskProjector } from './task.projection.ts';
import { createTaskQueries } from './task.queries.ts';
import { createRedescriber } from './task.redescribing.ts';
import { createUrging } from './task.urging.ts';

export type Colleagues = (
  groups: readonly string[],
) => Promise<
  readonly { readonly id: string; readonly name: string; readonly title: string; readonly orgId?: string | null }[]
>;
type Deps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly instances: Instances;
  readonly dueView: DueView;
  /** Handlers of all slices; asked late, since slices are made after the inbox. */
  readonly handlers: () => TaskHandlers;
  /** Of all slices: what speaks for a step the county added. */
  readonly matters: Matters;
  readonly membersOf: Colleagues;
  /** Members of the groups and of their teams: to whom a task may be handed. */
  readonly colleagues: Colleagues;
  readonly tell: (changes: readonly ChangeNews[]) => void;
  readonly failed: (error: unknown, taskKey: string) => void;
};

const maxViews = 30;
const doableBy = (actor: Actor) => ({ $or: [mineFilter(actor), claimableFilter(actor)] });
const matterOf = (refs: TaskRefs) => Object.fromEntries(Object.entries(refs).map(([name, id]) => [`refs.${name}`, id]));

export const createTasks = (deps: Deps) => {
  const models = taskModels(deps.connection);
  const queries = createTaskQueries({ models, clock: deps.clock, dueView: deps.dueView });
  const holding = createHolding({ ...deps, models });
  const complete = createCompletion({ ...deps, models });
  const detail = createTaskDetail({
    models,
    instances: deps.instances,
    handlers: deps.handlers,
    matters: deps.matters,
    clock: deps.clock,
    dueView: deps.dueView,
  });
  const urge = createUrging({ models, transact: deps.transact });
  const row = (result: Result<TaskDoc>) =>
    result.ok ? ok(presentTask(result.value, new Date(deps.clock.now()), deps.dueView)) : result;

  const redescribing = createRedescriber({ ...deps, models });

  /** Of each matter the open task this person can do, most urgent first, for the button on other pages. */
  const openTasksOf = async (
    actor: Actor,
    ref: keyof TaskRefs,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> => {
    return new Map([...(await firstOpenOf(ref, ids, doableBy(actor)))].map(([id, task]) => [id, task._id]));
  };
  const stepDuesOf = async (ref: keyof TaskRefs, ids: readonly string[]): Promise<ReadonlyMap<string, Date | null>> =>
    new Map([...(await firstOpenOf(ref, ids, { state: 'open', secret: false }))].map(([id, task]) => [id, task.dueAt]));
  const firstOpenOf = async (ref: keyof TaskRefs, ids: readonly string[], which: Record<string, unknown>) => {
    const first = new Map<string, Pick<TaskDoc, '_id' | 'refs' | 'dueAt'>>();
    if (ids.length === 0) return first;
    const tasks = await models.tasks
      .find({ $and: [{ [`refs.${ref}`]: { $in: ids } }, which] } as Record<string, unknown>, { refs: 1, dueAt: 1 })
      .sort({ dueSort: 1 })
      .lean<Pick<TaskDoc, '_id' | 'refs' | 'dueAt'>[]>();
    for (const task of tasks) {
      const id = task.refs[ref];
      if (id !== undefined && !first.has(id)) first.set(id, task);
    }
    return first;
  };
  const firstOpen = (refs: TaskRefs, which: Record<string, unknown>): Promise<TaskDoc | null> =>
    models.tasks
      .findOne({ $and: [matterOf(refs), which] } as Record<string, unknown>)
      .sort({ dueSort: 1 })
      .lean<TaskDoc | null>()
      .exec();
  const openTaskFor = async (actor: Actor, refs: TaskRefs): Promise<string | null> =>
    (await firstOpen(refs, doableBy(actor)))?._id ?? null;
  /** The open task of a matter that waits for somebody else; a secret one is nobody's business. */
  const heldByOthers = (actor: Actor, refs: TaskRefs): Promise<TaskDoc | null> =>
    firstOpen(refs, {
      state: 'open',
      secret: false,
      assigneeId: { $ne: actor.userId },
      groups: { $ne: 'discipline' },
    });
  /** What waits for this person's decision in a campaign, by kind, oldest deadline told. */
  const decisionsFor = async (actor: Actor, campaignId: string) => {
    const rows = await models.tasks.aggregate<{
      _id: { type: string; title: string; own: boolean };
      count: number;
      first: Date;
    }>([
      { $match: { $and: [{ 'refs.campaignId': campaignId }, doableBy(actor)] } },
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
      since: new Date(row.first.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10),
    }));
  };

  /** Open tasks of a version past their date, by element: for the diagram. */
  const overdueOf = async (definitionKey: string, now: Date) =>
    (
      await models.tasks
        .find({ definitionKey, state: 'open', dueAt: { $lt: now } }, { type: 1, refs: 1 })
        .lean<Pick<TaskDoc, 'type' | 'refs'>[]>()
    ).map(({ type, refs }) => ({ elementId: type, inspectionId: refs.inspectionId ?? null }));

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
      'POST /api/tasks/:key/snooze': async ({ actor, params, body }) => {
        const until = new Date(body.until);
        return Number.isNaN(until.getTime())
          ? refuse('invalid_form', {
              fields: [{ path: 'until', message: { zh: '请选择日期和时间', en: 'Choose a date and time' } }],
            })
          : row(await holding.snooze(actor, params['key'] ?? '', until));
      },
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
        const gone = await models.views.deleteOne({ _id: params['id'] ?? '', userId: actor.userId });
        return gone.deletedCount === 0 ? refuse('not_found') : ok({ ok: true as const });
      },
    },
  };
  return {
    slice,
    openTaskFor,
    openTasksOf,
    stepDuesOf,
    heldByOthers,
    decisionsFor,
    overdueOf,
    redescribing,
    complete,
    models,
    projector: createTaskProjector({
      models,
      instances: deps.instances,
      handlers: deps.handlers,
      matters: deps.matters,
      membersOf: deps.membersOf,
      tell: deps.tell,
      failed: deps.failed,
    }),
  };
};
export type Tasks = ReturnType<typeof createTasks>;
