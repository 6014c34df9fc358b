// The campaign's own tasks: approving and revising the plan, summarising, approving the report; four eyes each time.
import type { TaskAnswer, TaskType } from '#contracts/task-answers.ts';
import { messageOf } from '../../platform/problem-texts.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  systemActor,
  type Actor,
  type MatterDesk,
  type TaskDone,
  type TaskHandler,
  type TaskHandlers,
  type Work,
} from '../../platform/slice.ts';
import { done } from '../../platform/task-done.ts';
import { dayOf } from '../calendar/index.ts';
import { isDone, notYourself, reasonFor } from '../cases/index.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import type { CampaignDocument } from './campaign.model.ts';
import type { CampaignPresenter } from './campaign.presenter.ts';
import { actOf, type CampaignStore } from './campaign.store.ts';
import { missingOf } from './plan-check.ts';

type Desk = { readonly deps: CampaignDeps; readonly store: CampaignStore; readonly presenter: CampaignPresenter };
type Parts<T extends TaskType> = {
  readonly returned?: (campaign: CampaignDocument) => string;
  readonly values?: (campaign: CampaignDocument) => Promise<Record<string, unknown>>;
  readonly allowed?: (actor: Actor, campaign: CampaignDocument) => Result<null>;
  readonly complete: (campaign: CampaignDocument, answer: TaskAnswer<T>, work: Work) => Promise<Result<TaskDone>>;
};

const sentBack = { zh: '已退回办公室修改', en: 'Sent back to the office' };
const lastOf = (campaign: CampaignDocument, kind: string): string => {
  const last = campaign.life.findLast(
    (line) => line.kind === kind || line.kind === 'submit' || line.kind === 'summarise',
  );
  return last?.kind === kind ? last.detail : '';
};

const campaignTask = <T extends TaskType>({ store, presenter }: Desk, parts: Parts<T>): TaskHandler<T> => ({
  describe: async (task) => {
    const campaign = await store.need(task.refs.campaignId ?? '');
    const reason = parts.returned?.(campaign) ?? '';
    return {
      refNo: '',
      unitId: null,
      unitName: campaign.leadUnit,
      siteName: '',
      subject: campaign.title,
      rung: null,
      returned: reason !== '',
      returnReason: reason,
      secret: false,
    };
  },
  view: async (task, actor) => {
    const campaign = await store.need(task.refs.campaignId ?? '');
    const allowed = parts.allowed?.(actor, campaign) ?? ok(null);
    return {
      campaign: await presenter.detail(campaign, actor),
      ...(parts.values === undefined ? {} : { values: await parts.values(campaign) }),
      ...(allowed.ok ? {} : { whyNot: messageOf(allowed.refusal) }),
    };
  },
  complete: async (task, answer, work) => {
    const campaign = await store.load(task.refs.campaignId ?? '', work.session);
    if (campaign === null) return refuse('not_found');
    const allowed = parts.allowed?.(work.actor, campaign) ?? ok(null);
    return allowed.ok ? parts.complete(campaign, answer, work) : allowed;
  },
});

const resultSentence = async ({ deps }: Desk, campaign: CampaignDocument): Promise<string> => {
  const rows = await deps.cases.rowFacts(systemActor, { campaignId: campaign._id });
  const done = rows.filter(isDone).length;
  return `${campaign.title}共有${campaign.unitIds.length}个单位参加，列入台账${rows.length}条，已销号${done}条，未销号${rows.length - done}条。`;
};

export const campaignTasks = (desk: Desk): TaskHandlers => ({
  'approve-campaign': campaignTask<'approve-campaign'>(desk, {
    allowed: (actor, { submitted }) =>
      notYourself(
        actor,
        submitted,
        '方案是您送审的，须由另一位领导审批',
        'You submitted this plan; another leader approves it',
      ),
    complete: async (campaign, { approved, opinion }, work) => {
      const reason = reasonFor(approved, opinion);
      if (!reason.ok) return reason;
      const step = await desk.store.advance(work, campaign, {
        event: approved ? 'approve' : 'sendBack',
        patch: approved ? { approved: actOf(work) } : {},
        entry: approved
          ? { kind: 'approve', title: '批准方案', detail: opinion, tone: 'done' }
          : { kind: 'sendBack', title: '退回修改', detail: opinion, tone: 'warn' },
      });
      return done(
        step,
        { approved },
        approved ? { zh: '已批准，各单位开始办理', en: 'Approved; the units begin' } : sentBack,
      );
    },
  }),
  'revise-campaign': campaignTask<'revise-campaign'>(desk, {
    returned: (campaign) => lastOf(campaign, 'sendBack'),
    complete: async (campaign, { opinion }, work) => {
      const missing = missingOf(campaign, dayOf(work.now));
      // the form of the task has no field of the plan that could say it
      if (missing.length > 0)
        return refuse('invalid_form', {
          message: {
            zh: `方案还有${missing.length}处要补或改正：${missing.map(({ message }) => message.zh).join('；')}`,
            en: `To correct in the plan: ${missing.map(({ message }) => message.en).join('; ')}`,
          },
        });
      const step = await desk.store.advance(work, campaign, {
        event: 'submit',
        patch: { submitted: actOf(work) },
        entry: { kind: 'submit', title: '修改后重报', detail: opinion },
      });
      return done(step, {}, { zh: '已重新送审', en: 'Sent for approval again' });
    },
  }),
  'summarise-campaign': campaignTask<'summarise-campaign'>(desk, {
    returned: (campaign) => lastOf(campaign, 'returnReport'),
    values: async (campaign) => ({
      organisation: campaign.report?.organisation ?? (await resultSentence(desk, campaign)),
      nextSteps: campaign.report?.nextSteps ?? '',
      contact: campaign.report?.contact ?? '',
    }),
    complete: async (campaign, { organisation, nextSteps, contact }, work) => {
      const step = await desk.store.advance(work, campaign, {
        event: 'beginClosing',
        patch: {
          report: { organisation, nextSteps, contact, by: actOf(work), approvedBy: null, publishedAt: null },
        },
        entry: { kind: 'summarise', title: '完成总结' },
      });
      return done(step, {}, { zh: '总结已报领导审定', en: 'The report went to a leader for approval' });
    },
  }),
  'approve-report': campaignTask<'approve-report'>(desk, {
    allowed: (actor, { report }) =>
      notYourself(
        actor,
        report?.by,
        '总结是您写的，须由另一位领导审定',
        'You wrote this report; another leader approves it',
      ),
    complete: async (campaign, { approved, opinion }, work) => {
      if (campaign.report === null) return refuse('conflict');
      const reason = reasonFor(approved, opinion);
      if (!reason.ok) return reason;
      const step = await desk.store.advance(work, campaign, {
        patch: approved ? { report: { ...campaign.report, approvedBy: actOf(work) } } : {},
        entry: approved
          ? { kind: 'approveReport', title: '审定总结', detail: opinion, tone: 'done' }
          : { kind: 'returnReport', title: '退回总结', detail: opinion, tone: 'warn' },
      });
      return done(
        step,
        { approved },
        approved ? { zh: '已审定，即将公开', en: 'Approved; it is about to be published' } : sentBack,
      );
    },
  }),
});

const unused = () => Promise.resolve(refuse('not_found'));
/** What a step the county added stands on; its model may name people who may not read the matter itself. */
export const campaignMatter = (desk: Desk): MatterDesk => {
  const { describe, view } = campaignTask(desk, { complete: unused });
  return {
    ref: 'campaignId',
    describe,
    view: async (task, actor) => {
      const matter = await desk.store.load(task.refs.campaignId ?? '');
      return matter !== null && desk.deps.access.can(actor, 'read', 'Campaign', matter) ? view(task, actor) : {};
    },
  };
};
