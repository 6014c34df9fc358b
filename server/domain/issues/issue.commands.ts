// What people ask of a row outside a task: listing a new one, and cancelling one raised in error.
import type { BodyOf } from '#contracts/http.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Work } from '../../platform/slice.ts';
import { dueAt } from '../calendar/index.ts';
import { mayCancel } from './issue-detail.ts';
import type { IssueDeps } from './issue.deps.ts';
import { isSettled } from './issue.lifecycle.ts';
import type { IssueRecord } from './issue.record.ts';
import { fieldRefusal, personOf } from './issue.rules.ts';
import type { IssueStore } from './issue.store.ts';
import type { NewRow } from './raise-issues.ts';

type Raise = (work: Work, rows: readonly NewRow[]) => Promise<Result<readonly IssueRecord[]>>;
type Parts = { readonly deps: IssueDeps; readonly store: IssueStore; readonly raise: Raise };

export const createIssue =
  ({ deps, raise }: Parts) =>
  async (actor: Actor, body: BodyOf<'POST /api/issues'>): Promise<Result<{ id: string }>> => {
    const site = body.siteId === undefined ? null : await deps.organisations.byId(body.siteId);
    const unit = await deps.organisations.unitOf(body.siteId ?? body.unitId);
    if (unit === null || (body.siteId !== undefined && site === null) || unit.id !== body.unitId)
      return fieldRefusal('unitId', '请选择单位和它下面的村卫生室', 'Choose a unit and one of its clinics');
    const facts = await deps.campaignFacts(body.campaignId);
    if (facts === null) return refuse('not_found');
    const place = { campaignId: body.campaignId, unitId: unit.id, siteId: site?.id ?? null };
    if (!deps.access.can(actor, 'create', 'Issue', place)) return refuse('forbidden');
    const due = dueAt(body.due.slice(0, 10), facts.settings.deadlineInclusive);
    if (Number.isNaN(due.getTime()) || due.getTime() <= deps.clock.now())
      return fieldRefusal('due', '整改时限要在今天以后', 'The deadline must lie ahead');
    return deps.transact(actor, async (work) => {
      const raised = await raise(work, [
        {
          ...place,
          key: `manual:${actor.userId}:${body.idempotencyKey ?? deps.ids.next()}`,
          problemNo: body.problemNo,
          source: body.source,
          description: body.description,
          goal: body.goal,
          standard: body.standard,
          dueAt: due,
          fixableOnSpot: body.fixableOnSpot,
          needsPolicy: body.needsPolicy,
          severity: body.severity ?? null,
          foundBy: personOf(actor).name,
        },
      ]);
      const [issue] = raised.ok ? raised.value : [];
      return issue === undefined ? refuse('conflict') : ok({ id: issue._id });
    });
  };

/** Two people: the first asks with a reason, another one who may decide agrees. */
export const cancelIssue =
  ({ deps, store }: Parts) =>
  async (actor: Actor, id: string, reason: string): Promise<Result<{ ok: true }>> =>
    deps.transact(actor, async (work) => {
      const issue = await store.load(id, work.session);
      if (issue === null || !deps.access.can(actor, 'read', 'Issue', issue)) return refuse('not_found');
      if (isSettled(issue.state))
        return refuse('rule_refused', {
          message: { zh: '已销号或已撤销的台账不能再撤销。', en: 'A settled row cannot be cancelled.' },
        });
      const by = personOf(actor);
      if (issue.cancelAsked?.by.id === by.id) return refuse('four_eyes');
      if (!mayCancel(deps, issue, actor)) return refuse('forbidden');
      const first = issue.cancelAsked === null;
      const step = await store.advance(work, issue, {
        patch: first
          ? { cancelAsked: { by, at: work.now, reason } }
          : { cancelledBy: [issue.cancelAsked?.by ?? by, by] },
        entry: {
          kind: first ? 'askCancel' : 'agreeCancel',
          title: first ? '申请撤销' : '同意撤销',
          detail: reason,
          tone: 'warn',
        },
      });
      if (!step.ok) return step;
      if (first)
        work.notify({
          groups: ['office', 'group-head'],
          title: `台账 ${issue.no} 申请撤销`,
          detail: reason,
          link: `/issues/${issue._id}`,
        });
      else
        work.send({
          kind: 'publishMessage',
          name: 'issue.cancelled',
          correlationKey: issue._id,
          messageId: `issue.cancelled-${issue._id}`,
          variables: {},
        });
      return ok({ ok: true as const });
    });
