// Planning: who goes where with which checklist; a secret plan gets its private number and no word leaves the list.
import { createHash } from 'node:crypto';
import type { BodyOf } from '#contracts/http.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Work } from '../../platform/slice.ts';
import { dueAt, isoShanghai } from '../calendar/index.ts';
import type { Counters } from '../evidence/index.ts';
import { fieldRefusal, personOf } from '../issues/index.ts';
import { drawLots, lotSize } from './draw-lots.ts';
import type { InspectionDeps } from './inspection.deps.ts';
import { isSecret } from './inspection.lifecycle.ts';
import type { InspectionRecord, Target } from './inspection.record.ts';
import type { InspectionStore } from './inspection.store.ts';

type Body = BodyOf<'POST /api/inspections'>;
export type Parts = { readonly deps: InspectionDeps; readonly store: InspectionStore; readonly counters: Counters };
const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const drawPublicNo = async ({ counters }: Parts, work: Work, campaignId: string): Promise<string> =>
  `督 ${twoDigits(await counters.next(work.session, `inspection:${campaignId}`))}`;

/** Drawn from the id, never counted: a colleague who is on the list of one plan must not see the gap of another. */
const secretNoOf = (id: string): string =>
  `密 ${1000 + (createHash('sha256').update(id).digest().readUInt16BE(0) % 9000)}`;

const targetsOf = async ({ deps }: Parts, orgIds: readonly string[]): Promise<Target[] | null> => {
  const targets: Target[] = [];
  for (const orgId of [...new Set(orgIds)]) {
    const org = await deps.organisations.byId(orgId);
    const unit = await deps.organisations.unitOf(orgId);
    if (org === null || unit === null) return null;
    targets.push({
      id: deps.ids.next(),
      orgId,
      name: org.name,
      unitId: unit.id,
      unitName: unit.name,
      state: 'waiting',
      signed: 'waiting',
      comment: '',
      answers: [],
    });
  }
  return targets;
};

type Lot = Pick<InspectionRecord, 'targets' | 'sampling'>;

/** The plan as asked, or with its lot drawn; drawn in the transaction that stores it, so that no draw goes unrecorded. */
const drawn = ({ deps }: Parts, body: Body, candidates: Target[], work: Work): Result<Lot> => {
  if (body.byLot === undefined) return ok({ targets: candidates, sampling: null });
  const size = lotSize(body.byLot, candidates.length);
  if (!size.ok) return size;
  const seed = deps.ids.next();
  const drawnIds = new Set(
    drawLots(
      candidates.map(({ orgId }) => orgId),
      size.value,
      seed,
    ),
  );
  return ok({
    targets: candidates.filter(({ orgId }) => drawnIds.has(orgId)),
    sampling: {
      size: size.value,
      of: candidates.length,
      reason: body.byLot.reason.trim(),
      seed,
      candidates: candidates.map(({ orgId, name }) => ({ id: orgId, name, drawn: drawnIds.has(orgId) })),
      drawnAt: work.now.toISOString(),
      drawnBy: personOf(work.actor).name,
    },
  });
};

const compose = async (parts: Parts, body: Body, { targets, sampling }: Lot, work: Work): Promise<InspectionRecord> => {
  const { deps } = parts;
  const team = await deps.teams.byId(body.teamId);
  const people = await deps.users.people(body.memberIds, work.session);
  const secret = isSecret(body.mode);
  const id = deps.ids.next();
  return {
    _id: id,
    version: 1,
    idempotencyKey: body.idempotencyKey,
    campaignId: body.campaignId,
    mode: body.mode,
    state: 'planned',
    secret,
    undercover: body.mode === 'undercover',
    visibleFrom: secret ? null : work.now,
    secretNo: secret ? secretNoOf(id) : '',
    publicNo: secret ? '' : await drawPublicNo(parts, work, body.campaignId),
    teamId: body.teamId,
    teamName: team?.name ?? '',
    leaderId: team?.headId ?? null,
    memberIds: body.memberIds,
    members: body.memberIds.map((id) => ({
      id,
      name: people.get(id)?.name || people.get(id)?.title || '',
      conflict: '',
    })),
    plannedFor: body.plannedFor,
    purpose: body.purpose,
    place: '',
    checklist: await deps.checklistOf(body.checklistId, body.campaignId),
    targets,
    sampling: sampling ?? null,
    targetOrgIds: targets.map(({ orgId }) => orgId),
    targetUnitIds: [...new Set(targets.map(({ unitId }) => unitId))],
    plannedBy: personOf(work.actor),
    plannedAt: work.now,
    approvedBy: null,
    startedAt: null,
    startedBy: null,
    opinion: '',
    findingNotes: '',
    opinionBy: null,
    opinionAt: null,
    deductions: [],
    pointsTenths: 0,
    publishedAt: null,
    publishedBy: null,
    returnReason: '',
    life: [],
  };
};

const check = async ({ deps }: Parts, actor: Actor, body: Body): Promise<Result<null>> => {
  if (!deps.access.can(actor, 'create', 'Inspection', { campaignId: body.campaignId, teamId: body.teamId }))
    return refuse('forbidden');
  const team = await deps.teams.byId(body.teamId);
  if (team === null || !team.active) return fieldRefusal('teamId', '请选择督查组', 'Choose a team');
  const own = new Set([...team.memberIds, ...(team.headId === null ? [] : [team.headId])]);
  if (body.memberIds.some((id) => !own.has(id)))
    return fieldRefusal('memberIds', '组员须是本督查组的人', 'Members must belong to the team');
  if ((await deps.campaignFacts(body.campaignId)) === null) return refuse('not_found');
  if ((await deps.checklistOf(body.checklistId, body.campaignId)) === null)
    return fieldRefusal('checklistId', '请选择检查表', 'Choose a checklist');
  if (Number.isNaN(Date.parse(body.plannedFor)))
    return fieldRefusal('plannedFor', '请填写督查的日期和时间', 'Give the date and the time');
  const start = dueAt(body.plannedFor.slice(0, 10), true);
  if (Number.isNaN(start.getTime()) || start.getTime() < deps.clock.now())
    return fieldRefusal('plannedFor', '督查时间要在今天或以后', 'The date must not be past');
  return ok(null);
};

/** The head gets the plan's tasks, so a head from the target would learn of it. */
const ledByTarget = async ({ deps }: Parts, teamId: string, targets: readonly Target[]): Promise<boolean> => {
  const headId = (await deps.teams.byId(teamId))?.headId;
  const head = headId == null ? undefined : (await deps.users.people([headId])).get(headId);
  const unit = head?.orgId == null ? null : await deps.organisations.unitOf(head.orgId);
  return unit !== null && targets.some(({ unitId }) => unitId === unit.id);
};

export const planInspection =
  (parts: Parts) =>
  async (actor: Actor, body: Body): Promise<Result<{ id: string }>> => {
    const checked = await check(parts, actor, body);
    if (!checked.ok) return checked;
    const targets = await targetsOf(parts, body.targetOrgIds);
    if (targets === null) return fieldRefusal('targetOrgIds', '督查对象须是医疗卫生单位', 'Choose institutions');
    // a plan of one's own unit would betray it, and would be no inspection
    if (targets.some(({ unitId }) => actor.orgId === unitId || actor.unitIds.includes(unitId)))
      return refuse('own_unit');
    const { deps, store } = parts;
    if (await ledByTarget(parts, body.teamId, targets))
      return fieldRefusal(
        'teamId',
        '这个督查组的组长来自被查单位，请换一个督查组',
        'The head of this team belongs to an inspected unit; choose another team',
        'own_unit',
      );
    return deps.transact(actor, async (work) => {
      const before = await store.model
        .findOne({ 'plannedBy.id': actor.userId, idempotencyKey: body.idempotencyKey })
        .session(work.session)
        .lean<InspectionRecord>();
      if (before !== null) return ok({ id: before._id });
      const lot = drawn(parts, body, targets, work);
      if (!lot.ok) return lot;
      const inspection = await compose(parts, body, lot.value, work);
      const how = inspection.sampling
        ? `，${inspection.sampling.of} 个单位随机抽取 ${inspection.sampling.size} 个`
        : '';
      await store.insert(work, inspection, `${inspection.plannedBy.name}提交督查方案${how}`);
      work.send({
        kind: 'publishMessage',
        name: 'inspection.planned',
        correlationKey: inspection._id,
        messageId: `inspection.planned-${inspection._id}`,
        // the engine's records are read by many: no unit, no target, no campaign before the start
        variables: {
          inspectionId: inspection._id,
          mode: inspection.mode,
          leaderGroup: `team-leader:${inspection.teamId}`,
          startDue: isoShanghai(dueAt(inspection.plannedFor.slice(0, 10), true)),
        },
      });
      return ok({ id: inspection._id });
    });
  };
