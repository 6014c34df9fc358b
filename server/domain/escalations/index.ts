// Escalations: the ladder from reminder to exposure, its papers and answers. The door of the slice.
import type { EscalationCard } from '#contracts/escalations.ts';
import type { BodyOf } from '#contracts/http.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Slice, Work } from '../../platform/slice.ts';
import type { Filter } from '../access/index.ts';
import { dayOf, startOfDay } from '../calendar/index.ts';
import { createCounters } from '../evidence/index.ts';
import { fieldRefusal, personOf } from '../issues/index.ts';
import { createRules, presentBoard } from './board.ts';
import type { EscalationDeps } from './escalation.deps.ts';
import { nextState } from './escalation.lifecycle.ts';
import { presentCard, presentDetail, type Reader } from './escalation.presenter.ts';
import type { EscalationRecord } from './escalation.record.ts';
import { createEscalationStore } from './escalation.store.ts';
import { escalationWorkers } from './escalation.workers.ts';
import { createLadder } from './ladder.ts';
import { mayNumber, numberDocument } from './number-document.ts';
import { requester } from './request-escalation.ts';
import { createSignings } from './signings.ts';
import { accountabilityTasks } from './tasks/accountability.ts';
import { answerTasks } from './tasks/answer.ts';
import { decideTasks } from './tasks/decide.ts';
import { escalationMatter, isTarget, type Desk } from './tasks/escalation-task.ts';
import { writeTasks } from './tasks/write.ts';
import { knownTriggers, rungOfLevel } from './words.ts';

export type { CaseFacts, EscalationDeps } from './escalation.deps.ts';
export type { EscalationRequest } from './request-escalation.ts';
export { deliveryNames, rungNames, triggerName, triggerWords } from './words.ts';

const week = 7 * 86_400_000;
/** Struck off in time lifts what pressed for it; persons' accountability goes its own way. */
const liftedByStrikeOff = 2;

export const createEscalations = (deps: EscalationDeps) => {
  const store = createEscalationStore(deps);
  const ladder = createLadder(deps.decide);
  const parts = { deps, store, ladder, counters: createCounters(deps.connection) };
  const request = requester(parts);
  const signings = createSignings(parts);
  const rules = createRules(ladder, () => deps.clock.now());
  const now = () => new Date(deps.clock.now());

  const readerOf = (actor: Actor, escalation: EscalationRecord): Reader => ({
    userId: actor.userId,
    asTarget: isTarget(actor, escalation),
  });
  const cardsOf = async (escalations: readonly EscalationRecord[], actor: Actor): Promise<EscalationCard[]> => {
    const ids = escalations.map(({ _id }) => _id);
    const issues = await deps.issues.loadAll(escalations.flatMap(({ issueId }) => (issueId === null ? [] : [issueId])));
    const openTasks = await deps.openTasksOf(actor, 'escalationId', ids);
    const stepDues = await deps.stepDuesOf('escalationId', ids);
    return escalations.map((escalation) =>
      presentCard(escalation, issues.get(escalation.issueId ?? '') ?? null, now(), readerOf(actor, escalation), {
        openTaskKey: openTasks.get(escalation._id) ?? null,
        stepDue: stepDues.get(escalation._id) ?? null,
      }),
    );
  };
  const card = async (escalation: EscalationRecord, actor: Actor): Promise<EscalationCard> => {
    const [only] = await cardsOf([escalation], actor);
    if (only === undefined) throw new Error('Expected a card for each escalation');
    return only;
  };
  const mayAppeal = (escalation: EscalationRecord, actor: Actor): boolean =>
    nextState(escalation.state, 'appeal') !== null &&
    actor.groups.includes(`unit-head:${escalation.unitId}`) &&
    deps.access.can(actor, 'reply', 'Escalation', escalation);
  const detail: Desk['detail'] = async (escalation, actor) => {
    const mayKnowPersons = deps.access.can(actor, 'read', 'Accountability') && !isTarget(actor, escalation);
    const rule = (await rules()).get(rungOfLevel(escalation.level));
    return presentDetail(escalation, {
      card: await card(escalation, actor),
      rule: rule?.next ?? null,
      backtrack: mayKnowPersons ? await deps.backtrackOf(escalation._id) : null,
      mayKnowPersons,
      mayAppeal: mayAppeal(escalation, actor),
      mayNumber: mayNumber(deps.access, escalation, actor),
      reader: readerOf(actor, escalation),
      now: now(),
    });
  };
  const desk: Desk = { ...parts, detail };

  const readable = (actor: Actor): Filter => deps.access.readFilter(actor, 'Escalation');
  const find = async (actor: Actor, id: string): Promise<Result<EscalationRecord>> => {
    const found = await store.model.findOne({ $and: [{ _id: id }, readable(actor)] }).lean<EscalationRecord>();
    return found === null ? refuse('not_found') : ok(found);
  };

  const board = async (actor: Actor, campaignId: string, unitId: string | undefined) => {
    const match = { $and: [{ campaignId, ...(unitId === undefined ? {} : { unitId }) }, readable(actor)] };
    const open = await store.model
      .find({ $and: [match, { open: true }] })
      .sort({ respondBy: 1, seq: 1 })
      .lean<EscalationRecord[]>();
    const monthStart = startOfDay(`${dayOf(now()).slice(0, 8)}01`);
    const lifted = await store.model.countDocuments({
      $and: [match, { state: 'closed', closedAt: { $gte: monthStart } }],
    });
    return presentBoard(await cardsOf(open, actor), lifted, await rules());
  };

  const propose = async (actor: Actor, body: BodyOf<'POST /api/escalations'>): Promise<Result<{ id: string }>> => {
    if (!knownTriggers.includes(body.trigger)) return fieldRefusal('trigger', '请选择情形', 'Choose a ground');
    const issue = body.issueId === undefined ? null : await deps.issues.load(body.issueId);
    const facts = body.caseId === undefined ? null : await deps.caseFacts(body.caseId);
    const unitId = issue?.unitId ?? facts?.unitId;
    if (unitId === undefined) return fieldRefusal('issueId', '请指明台账或单位', 'Name a row or a case');
    const place = { campaignId: body.campaignId, unitId, sectionId: issue?.sectionId ?? null };
    if (!deps.access.can(actor, 'create', 'Escalation', place)) return refuse('forbidden');
    if (actor.orgId === unitId || actor.unitIds.includes(unitId)) return refuse('own_unit');
    return deps.transact(actor, (work) =>
      request(work, {
        dedupeKey: `manual:${actor.userId}:${body.idempotencyKey}`,
        campaignId: body.campaignId,
        unitId,
        issueId: issue?._id ?? null,
        caseId: body.caseId ?? null,
        trigger: body.trigger,
        reason: body.reason,
      }),
    );
  };

  const appeal = (
    actor: Actor,
    id: string,
    body: BodyOf<'POST /api/escalations/:id/appeal'>,
  ): Promise<Result<{ ok: true }>> =>
    deps.transact(actor, async (work) => {
      const escalation = await store.load(id, work.session);
      if (escalation === null || !deps.access.can(actor, 'read', 'Escalation', escalation)) return refuse('not_found');
      if (
        escalation.appeals.some(
          ({ idempotencyKey, byId }) => idempotencyKey === body.idempotencyKey && byId === actor.userId,
        )
      )
        return ok({ ok: true as const });
      if (!mayAppeal(escalation, actor))
        return refuse('rule_refused', {
          message: {
            zh: '现在不能申诉：须由被督办单位负责人在送达后提出。',
            en: 'Only the unit head may appeal, after delivery.',
          },
        });
      const by = personOf(actor).name;
      const step = await store.advance(work, escalation, {
        event: 'appeal',
        patch: {
          appeals: [
            ...escalation.appeals,
            {
              at: work.now,
              byId: actor.userId,
              by,
              text: body.text,
              state: 'waiting',
              opinion: '',
              idempotencyKey: body.idempotencyKey,
            },
          ],
        },
        title: '提出申诉',
        detail: body.text,
      });
      if (!step.ok) return step;
      work.send({
        kind: 'publishMessage',
        name: 'escalation.appealed',
        correlationKey: id,
        messageId: `escalation.appealed-${id}-${step.value.appeals.length}`,
        timeToLiveMs: week,
        variables: {},
      });
      return ok({ ok: true as const });
    });

  const slice: Slice = {
    routes: {
      'GET /api/escalations': async ({ actor, query }) => ok(await board(actor, query.campaignId, query.unitId)),
      'GET /api/escalations/:id': async ({ actor, params }) => {
        const found = await find(actor, params['id'] ?? '');
        return found.ok ? ok(await detail(found.value, actor)) : found;
      },
      'POST /api/escalations': ({ actor, body }) => propose(actor, body),
      'GET /api/signings': async ({ actor }) => ok(await signings.waiting(actor)),
      'POST /api/escalations/:id/recall': ({ actor, params, body }) => signings.recall(actor, params['id'] ?? '', body),
      'POST /api/escalations/:id/appeal': ({ actor, params, body }) => appeal(actor, params['id'] ?? '', body),
      'PUT /api/escalations/:id/documents/:documentId/number': ({ actor, params, body }) =>
        numberDocument(parts)(actor, params['id'] ?? '', params['documentId'] ?? '', body.docNo),
    },
    workers: escalationWorkers(parts),
    tasks: { ...decideTasks(desk), ...writeTasks(desk), ...answerTasks(desk), ...accountabilityTasks(desk) },
    matter: escalationMatter(desk),
  };

  return {
    slice,
    request,
    load: store.load,
    find,
    /** The row is settled: what only pressed for it is lifted by the model. */
    resolveFor: async (work: Work, issueId: string): Promise<void> => {
      const open = await store.model
        .find({ issueId, open: true, level: { $lte: liftedByStrikeOff } })
        .session(work.session)
        .lean<EscalationRecord[]>();
      for (const { _id } of open)
        work.send({
          kind: 'publishMessage',
          name: 'escalation.resolved',
          correlationKey: _id,
          messageId: `escalation.resolved-${_id}`,
          timeToLiveMs: week,
          variables: {},
        });
    },
    /** Published exposures: what the public may read about a unit, without a person. */
    publicWarnings: async (campaignId: string) =>
      (
        await store.model
          .find({ campaignId, exposure: { $ne: null } })
          .sort({ createdAt: -1 })
          .lean<EscalationRecord[]>()
      ).flatMap(({ unitId, exposure }) =>
        exposure === null
          ? []
          : [
              {
                unitId,
                kind: '公开曝光',
                at: exposure.at,
                reason: exposure.reason,
                lifted: exposure.liftedAt !== null,
              },
            ],
      ),
    /** Open matters by column, in a reader's filter: overview and institution pages. */
    countsByRung: async (actor: Actor, match: Filter) => {
      const open = await store.model
        .find({ $and: [match, { open: true }, readable(actor)] }, { level: 1 })
        .lean<Pick<EscalationRecord, 'level'>[]>();
      const counts = new Map<string, number>();
      for (const { level } of open) counts.set(rungOfLevel(level), (counts.get(rungOfLevel(level)) ?? 0) + 1);
      return counts;
    },
    /** A unit's matters in a reader's right, oldest first, lifted ones too. */
    historyOf: async (actor: Actor, campaignId: string, unitId: string) => {
      const found = await store.model
        .find({ $and: [{ campaignId, unitId }, readable(actor)] })
        .sort({ seq: 1 })
        .lean<EscalationRecord[]>();
      const matters = new Map(found.map((escalation) => [escalation._id, escalation]));
      return (await cardsOf(found, actor)).flatMap((one) => {
        const escalation = matters.get(one.id);
        if (escalation === undefined) return [];
        const { createdAt, closedAt, papers } = escalation;
        // about persons: not for a file that is passed on
        const delivered = papers.filter(({ deliveredAt, kind }) => deliveredAt !== null && kind !== 'accountability');
        return [{ card: one, createdAt, closedAt, delivered }];
      });
    },
    /** Beside the form of a neighbour's task. */
    detailFor: async (escalationId: string, actor: Actor) => {
      const found = await store.load(escalationId);
      return found === null ? null : detail(found, actor);
    },
    /** Whose matter it is, for the trace-back. */
    matterOf: async (escalationId: string) => {
      const found = await store.load(escalationId);
      return found === null
        ? null
        : { campaignId: found.campaignId, unitId: found.unitId, issueId: found.issueId, trigger: found.trigger };
    },
  };
};
export type Escalations = ReturnType<typeof createEscalations>;
