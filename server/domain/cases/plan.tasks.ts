// 报送方案, 签发方案 and 审核方案: the unit writes its plan, its head signs, the office accepts or returns it.
import { counted } from '../../platform/counted.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, TaskHandlers, Work } from '../../platform/slice.ts';
import { done } from '../../platform/task-done.ts';
import { addWorkingDays, isoShanghai } from '../calendar/index.ts';
import type { CaseDocument } from './case.model.ts';
import { actOf } from './case.store.ts';
import { caseTask, lastRefusal, lateWord, notYourself, otherUnit, reasonFor, type CaseDesk } from './case-task.ts';

/** Who hands in may not sign: where there is only one head, the head leaves the writing to the clerk. */
const someoneElseSigns =
  ({ deps }: CaseDesk) =>
  async (actor: Actor, record: CaseDocument): Promise<Result<null>> => {
    const heads = await deps.users.inGroups([`unit-head:${record.unitId}`]);
    return heads.some(({ id }) => id !== actor.userId)
      ? ok(null)
      : refuse('four_eyes', {
          message: {
            zh: '本单位只有您一位负责人：请由经办人填报，您来签发',
            en: 'You are the only head here: let the clerk fill it in and sign it yourself',
          },
        });
  };

/** A plan accepted after the self-check was due leaves the unit the usual working days. */
const selfCheckDueFrom = async (
  { deps }: CaseDesk,
  record: CaseDocument,
  work: Work,
): Promise<CaseDocument['selfCheckDue']> => {
  if (record.selfCheckDue.at.getTime() > work.now.getTime()) return record.selfCheckDue;
  const days = (await deps.campaignFacts(record.campaignId))?.settings.selfCheckDays ?? 1;
  return {
    at: addWorkingDays(work.now, days),
    how: {
      zh: `方案审核时原自查期限已过，从审核之日起${days}个工作日`,
      en: `The self-check was due before the plan was accepted: ${counted(days, 'working day')} from then`,
    },
  };
};

export const planTasks = (desk: CaseDesk): Pick<TaskHandlers, 'submit-plan' | 'sign-plan' | 'review-plan'> => ({
  'submit-plan': caseTask<'submit-plan'>(desk, {
    subject: '报送本单位整改方案',
    returned: ({ planReviews }) => lastRefusal(planReviews),
    allowed: someoneElseSigns(desk),
    view: async ({ plan }) => ({
      values:
        plan === null
          ? {}
          : {
              leadingGroup: plan.leadingGroup,
              workGroups: plan.workGroups,
              zones: plan.zones,
              attachments: plan.attachments,
            },
    }),
    complete: async (record, { leadingGroup, workGroups, zones, attachments }, work) => {
      // a returned plan was in time or late the first time it came
      const late = record.plan?.late ?? work.now.getTime() > record.planDue.at.getTime();
      const step = await desk.store.advance(work, record, {
        event: 'submitPlan',
        patch: { plan: { submitted: actOf(work), leadingGroup, workGroups, zones, attachments, late, signed: null } },
        entry: { kind: 'submitPlan', title: `报送整改方案${lateWord(late)}`, tone: late ? 'warn' : 'plain' },
      });
      return done(step, {}, { zh: '方案已报，等负责人签发', en: 'Plan handed in; the head of the unit signs next' });
    },
  }),
  'sign-plan': caseTask<'sign-plan'>(desk, {
    subject: '签发本单位整改方案',
    allowed: (actor, { plan }) =>
      notYourself(
        actor,
        plan?.submitted,
        '方案是您报送的，须由另一位负责人签发',
        'You handed this plan in; another head signs it',
      ),
    complete: async (record, { signed, opinion }, work) => {
      if (record.plan === null) return refuse('conflict');
      const reason = reasonFor(signed, opinion);
      if (!reason.ok) return reason;
      const step = await desk.store.advance(work, record, {
        ...(signed ? {} : { event: 'returnPlan' as const }),
        patch: signed
          ? { plan: { ...record.plan, signed: actOf(work) } }
          : { planReviews: [...record.planReviews, { ...actOf(work), accepted: false, opinion }] },
        entry: signed
          ? { kind: 'signPlan', title: '负责人签发方案' }
          : { kind: 'returnPlan', title: '负责人退回方案', detail: opinion, tone: 'warn' },
      });
      return done(
        step,
        { signed },
        signed
          ? { zh: '已签发，送县里审核', en: 'Signed; the county reviews it next' }
          : { zh: '已退回经办人修改', en: 'Sent back to the clerk' },
      );
    },
  }),
  'review-plan': caseTask<'review-plan'>(desk, {
    subject: '审核单位整改方案',
    allowed: otherUnit,
    complete: async (record, { accepted, opinion }, work) => {
      const reason = reasonFor(accepted, opinion);
      if (!reason.ok) return reason;
      const selfCheckDue = await selfCheckDueFrom(desk, record, work);
      const step = await desk.store.advance(work, record, {
        event: accepted ? 'acceptPlan' : 'returnPlan',
        patch: {
          planReviews: [...record.planReviews, { ...actOf(work), accepted, opinion }],
          ...(accepted ? { selfCheckDue } : {}),
        },
        entry: accepted
          ? { kind: 'acceptPlan', title: '方案审核通过', tone: 'done' }
          : { kind: 'returnPlan', title: '方案退回修改', detail: opinion, tone: 'warn' },
      });
      return done(
        step,
        { accepted, selfCheckDue: isoShanghai((accepted ? selfCheckDue : record.selfCheckDue).at) },
        accepted
          ? { zh: '已通过，单位开始自查', en: 'Accepted; the unit begins its self-check' }
          : { zh: '已退回单位修改', en: 'Sent back to the unit' },
      );
    },
  }),
});
