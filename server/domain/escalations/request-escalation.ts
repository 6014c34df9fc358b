// Asking for an escalation: once a ground; joining what is open for the same matter; starting the process otherwise.
import { ok, type Result } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import { dayOf, daysBetween } from '../calendar/index.ts';
import { threeDigits, type Counters } from '../evidence/index.ts';
import type { IssueRecord } from '../issues/index.ts';
import type { EscalationDeps } from './escalation.deps.ts';
import type { EscalationRecord, Ground } from './escalation.record.ts';
import type { EscalationStore } from './escalation.store.ts';
import { highest, type Ladder, type RungRow } from './ladder.ts';
import { rungName, rungOfLevel, triggerName } from './words.ts';

export type EscalationRequest = {
  readonly dedupeKey: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly issueId?: string | null;
  readonly caseId?: string | null;
  readonly inspectionId?: string | null;
  readonly trigger: string;
  readonly reason: string;
};
export type Parts = {
  readonly deps: EscalationDeps;
  readonly store: EscalationStore;
  readonly ladder: Ladder;
  readonly counters: Counters;
};
const week = 7 * 86_400_000;

const matterOf = (request: EscalationRequest): string => {
  if (request.issueId) return `issue:${request.issueId}`;
  if (request.caseId) return `case:${request.caseId}`;
  return `unit:${request.campaignId}:${request.unitId}`;
};

type Standing = {
  readonly open: EscalationRecord | null;
  readonly priorLevel: number | null;
  readonly requests: number;
};

/** What happened to the matter before: the highest rung it reached, how often it was asked. */
const standingOf = async ({ store }: Parts, matter: string, work: Work): Promise<Standing> => {
  const before = await store.model.find({ matter }).session(work.session).lean<EscalationRecord[]>();
  const levels = before.filter(({ rungsTaken }) => rungsTaken.length > 0).map(({ level }) => level);
  return {
    open: before.find(({ open }) => open) ?? null,
    priorLevel: levels.length === 0 ? null : Math.max(...levels),
    requests: before.reduce((sum, { grounds }) => sum + grounds.length, 0),
  };
};

const questionOf = (request: EscalationRequest, issue: IssueRecord | null, standing: Standing, now: Date) => ({
  trigger: request.trigger,
  priorLevel: standing.priorLevel,
  overdueDays: issue === null ? 0 : Math.max(0, daysBetween(dayOf(issue.dueAt), dayOf(now))),
  repeatCount: standing.requests + 1,
});

const join = async (
  { store }: Parts,
  open: EscalationRecord,
  ground: Ground,
  row: RungRow | null,
  rungId: string | null,
  work: Work,
): Promise<Result<EscalationRecord>> => {
  const graver = row !== null && row.level > open.level && rungId !== null;
  const step = await store.advance(work, open, {
    ...(graver ? { event: 'raise' as const } : {}),
    patch: {
      grounds: [...open.grounds, ground],
      trigger: graver ? ground.trigger : open.trigger,
      ...(graver ? rungPatch(row) : {}),
    },
    title: `新情形：${triggerName(ground.trigger)}`,
    detail: ground.reason,
    tone: 'warn',
  });
  if (step.ok && graver)
    work.send({
      kind: 'publishMessage',
      name: 'escalation.ground',
      correlationKey: open._id,
      messageId: `escalation.ground-${open._id}-${step.value.grounds.length}`,
      timeToLiveMs: week,
      variables: { rungId },
    });
  return step;
};

export const rungPatch = (row: RungRow) => ({
  rungId: row.id,
  level: row.level,
  approver: row.approver,
  wait: row.wait,
  next: row.next,
  audience: row.audience,
  respondBy: null,
});
// the table could not be asked: the model decides, the approval brings its answer
const unknownRung: RungRow = {
  id: 'reminder',
  level: 0,
  approver: 'office',
  actions: [],
  wait: '',
  next: null,
  audience: 'unit',
};

const create = async (
  parts: Parts,
  request: EscalationRequest,
  issue: IssueRecord | null,
  ground: Ground,
  row: RungRow | null,
  work: Work,
): Promise<EscalationRecord> => {
  const unit = await parts.deps.organisations.byId(request.unitId, work.session);
  const seq = await parts.counters.next(work.session, `escalation:${request.campaignId}`);
  return parts.store.insert(
    work,
    {
      _id: parts.deps.ids.next(),
      version: 1,
      seq,
      no: `督办 ${threeDigits(seq)}`,
      campaignId: request.campaignId,
      matter: matterOf(request),
      open: true,
      issueId: request.issueId ?? null,
      issueNo: issue?.no ?? '',
      caseId: request.caseId ?? null,
      inspectionId: request.inspectionId ?? null,
      unitId: request.unitId,
      unitName: unit?.name ?? '',
      siteId: issue?.siteId ?? null,
      sectionId: issue?.sectionId ?? null,
      teamId:
        issue?.teamId ??
        (await parts.deps.issues.desk.deps.teams.teamOfUnit(request.unitId, work.session))?._id ??
        null,
      trigger: request.trigger,
      fact: issue?.description ?? request.reason,
      grounds: [ground],
      proposedBy: work.actor.userId,
      proposedByName: work.actor.title || work.actor.name,
      ...rungPatch(row ?? unknownRung),
      state: 'proposed',
      rungsTaken: [],
      papers: [],
      interview: null,
      replies: [],
      appeals: [],
      accountability: null,
      exposure: null,
      createdAt: work.now,
      closedAt: null,
      life: [],
    },
    {
      title: `${triggerName(request.trigger)}，拟${rungName((row ?? unknownRung).id)}`,
      detail: request.reason,
      tone: 'warn',
    },
  );
};

export const requester =
  (parts: Parts) =>
  async (work: Work, request: EscalationRequest): Promise<Result<{ readonly id: string }>> => {
    const asked = await parts.store.model
      .findOne({ 'grounds.key': request.dedupeKey })
      .session(work.session)
      .lean<EscalationRecord>();
    if (asked !== null) return ok({ id: asked._id });
    const issue = request.issueId ? await parts.deps.issues.load(request.issueId, work.session) : null;
    const standing = await standingOf(parts, matterOf(request), work);
    const question = questionOf(request, issue, standing, work.now);
    const hit = highest(await parts.ladder.hits(question));
    const row = hit === null ? null : await parts.ladder.rung(hit.rung);
    const ground = { key: request.dedupeKey, trigger: request.trigger, at: work.now, reason: request.reason };
    if (standing.open !== null) {
      const joined = await join(parts, standing.open, ground, row, hit?.rung ?? null, work);
      return joined.ok ? ok({ id: joined.value._id }) : joined;
    }
    const made = await create(parts, request, issue, ground, row, work);
    if (issue !== null)
      await parts.deps.issues.noteRung(work, issue._id, rungOfLevel(made.level), {
        kind: 'escalate',
        title: `${triggerName(request.trigger)}，拟${rungName(made.rungId)}`,
        detail: request.reason,
        tone: 'warn',
        refId: made._id,
      });
    work.send({
      kind: 'publishMessage',
      name: 'escalation.requested',
      correlationKey: made._id,
      messageId: `esc-${made._id}`,
      variables: {
        escalationId: made._id,
        campaignId: made.campaignId,
        ...question,
        targetGroup: `unit-head:${made.unitId}`,
      },
    });
    return ok({ id: made._id });
  };
