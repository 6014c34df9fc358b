// Inspections, open and secret: plan, start, record, score, publish. The door of the slice.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Slice } from '../../platform/slice.ts';
import { createCounters, type EvidenceScope } from '../evidence/index.ts';
import { personOf } from '../issues/index.ts';
import type { InspectionDeps } from './inspection.deps.ts';
import { mayCancel } from './inspection.lifecycle.ts';
import { presentDetail, presentRow } from './inspection.presenter.ts';
import type { InspectionRecord, Target } from './inspection.record.ts';
import { barredFrom, createInspectionStore } from './inspection.store.ts';
import { inspectionWorkers } from './inspection.workers.ts';
import { planInspection } from './plan-inspection.ts';
import { readingsOf } from './readings.ts';
import { inspectionMatter, isTargetPerson, type Desk } from './tasks/inspection-task.ts';
import { prepareTasks } from './tasks/prepare.ts';
import { recordTasks } from './tasks/record.ts';

export type { InspectionDeps, SelfCheckAnswer, TraceBackRequest } from './inspection.deps.ts';

const ownTarget =
  (actor: Actor) =>
  (target: Target): boolean =>
    actor.unitIds.includes(target.unitId) || actor.orgId === target.unitId || actor.siteIds.includes(target.orgId);

export const createInspections = (deps: InspectionDeps) => {
  const store = createInspectionStore(deps);
  const parts = { deps, store, counters: createCounters(deps.connection) };

  const detail: Desk['detail'] = async (inspection, actor) => {
    if (inspection.visibleFrom === null) await store.noteView(inspection, personOf(actor), new Date(deps.clock.now()));
    const openTasks = await deps.openTasksOf(actor, 'inspectionId', [inspection._id]);
    return presentDetail(inspection, {
      views: inspection.secret ? await store.views(inspection._id) : [],
      openTaskKey: openTasks.get(inspection._id) ?? null,
      cancellable: deps.access.can(actor, 'cancel', 'Inspection', inspection),
      own: isTargetPerson(actor, inspection) ? ownTarget(actor) : null,
    });
  };
  const desk: Desk = { deps, store, detail };

  const readable = async (actor: Actor, id: string): Promise<Result<InspectionRecord>> => {
    const found = await store.model
      .findOne({ $and: [{ _id: id }, deps.access.readFilter(actor, 'Inspection')] })
      .lean<InspectionRecord>();
    return found === null ? refuse('not_found') : ok(found);
  };

  const cancel = (actor: Actor, id: string, reason: string): Promise<Result<{ ok: true }>> =>
    deps.transact(actor, async (work) => {
      const inspection = await store.load(id, work.session);
      // one answer for "there is none" and "not for you"
      if (inspection === null || !deps.access.can(actor, 'read', 'Inspection', inspection)) return refuse('not_found');
      if (!deps.access.can(actor, 'cancel', 'Inspection', inspection)) return refuse('forbidden');
      if (!mayCancel(inspection.state))
        return refuse('rule_refused', {
          message: { zh: '已经启动的督查不能取消。', en: 'An inspection that has started cannot be cancelled.' },
        });
      const step = await store.advance(work, inspection, {
        event: 'cancel',
        title: '取消督查',
        detail: reason,
        tone: 'warn',
      });
      if (!step.ok) return step;
      work.send({
        kind: 'publishMessage',
        name: 'inspection.cancelled',
        correlationKey: inspection._id,
        messageId: `inspection.cancelled-${inspection._id}`,
        variables: {},
      });
      return ok({ ok: true as const });
    });

  const slice: Slice = {
    routes: {
      'GET /api/inspections': async ({ actor, query }) =>
        ok(
          (
            await store.model
              .find({ $and: [{ campaignId: query.campaignId }, deps.access.readFilter(actor, 'Inspection')] })
              .sort({ plannedFor: 1 })
              .lean<InspectionRecord[]>()
          ).map(presentRow),
        ),
      'POST /api/inspections': ({ actor, body }) => planInspection(parts)(actor, body),
      'GET /api/inspections/:id': async ({ actor, params }) => {
        const found = await readable(actor, params['id'] ?? '');
        return found.ok ? ok(await detail(found.value, actor)) : found;
      },
      'POST /api/inspections/:id/cancel': ({ actor, params, body }) => cancel(actor, params['id'] ?? '', body.reason),
    },
    workers: inspectionWorkers(parts),
    tasks: { ...prepareTasks(desk), ...recordTasks(desk, parts) },
    matter: inspectionMatter(desk),
  };

  return {
    slice,
    /** Hidden inspections this person is on the list of. */
    hiddenFor: async (actor: Actor): Promise<readonly string[]> =>
      (
        await store.model
          .find({ $and: [{ visibleFrom: null }, deps.access.readFilter(actor, 'Inspection')] }, { _id: 1 })
          .lean<{ readonly _id: string }[]>()
      ).map(({ _id }) => _id),
    /** Not yet published, as far as this person may know. */
    openCount: async (actor: Actor, campaignId: string): Promise<number> =>
      store.model.countDocuments({
        $and: [
          { campaignId, state: { $nin: ['published', 'closed', 'cancelled'] } },
          deps.access.readFilter(actor, 'Inspection'),
        ],
      }),
    /** Hidden inspections that do not exist for this person: not yet revealed, or undercover and not published. */
    unseenBy: async (actor: Actor): Promise<readonly string[]> => {
      const hidden: Record<string, unknown> = {
        $or: [
          { visibleFrom: null },
          { visibleFrom: { $gt: new Date(deps.clock.now()) } },
          { undercover: true, state: { $nin: ['published', 'closed'] } },
        ],
      };
      const all = await store.model.find(hidden, { _id: 1 }).lean<{ readonly _id: string }[]>();
      const own = await store.model
        .find({ $and: [hidden, deps.access.readFilter(actor, 'Inspection')] }, { _id: 1 })
        .lean<{ readonly _id: string }[]>();
      const known = new Set(own.map(({ _id }) => _id));
      return all.map(({ _id }) => _id).filter((id) => !known.has(id));
    },
    readable,
    readings: (actor: Actor, campaignId: string, unitId: string) =>
      readingsOf(store, deps.access.readFilter(actor, 'Inspection'), campaignId, unitId),
    scopeOf: async (actor: Actor, id: string): Promise<Result<EvidenceScope>> => {
      const found = await readable(actor, id);
      if (!found.ok) return found;
      const inspection = found.value;
      const onList =
        actor.groups.includes(`team-leader:${inspection.teamId}`) || inspection.memberIds.includes(actor.userId);
      const signs = inspection.visibleFrom !== null && isTargetPerson(actor, inspection);
      if (!onList && !signs) return refuse('forbidden');
      const [first] = inspection.targets;
      return ok({
        campaignId: inspection.campaignId,
        unitId: first?.unitId ?? null,
        siteId: first !== undefined && first.orgId !== first.unitId ? first.orgId : null,
        placeId: inspection._id,
        placeName: '现场',
        hidden: inspection.visibleFrom === null,
        barred: barredFrom(inspection),
      });
    },
  };
};
export type Inspections = ReturnType<typeof createInspections>;
