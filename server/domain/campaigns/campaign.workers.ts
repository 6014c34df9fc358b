// Job workers of a campaign: open it, mark its stages, carry over, settle, publish, record a cancellation.
import type { Job, JobWorkers, Json, Work } from '../../platform/slice.ts';
import { isoShanghai } from '../calendar/index.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import type { CampaignDocument, StageMark } from './campaign.model.ts';
import { mustAdvance, type CampaignStore, type Step } from './campaign.store.ts';
import { computeDeadlines } from './deadlines.ts';
import type { Opener } from './opening.ts';

type Parts = { readonly deps: CampaignDeps; readonly store: CampaignStore; readonly opener: Opener };

const campaignIdOf = ({ variables }: Job): string => {
  const id = variables['campaignId'];
  if (typeof id !== 'string') throw new Error('Expected the variable campaignId');
  return id;
};
const stageCodeOf = ({ variables }: Job): string => {
  const stage: Json | undefined = variables['stage'];
  if (typeof stage === 'object' && stage !== null && 'code' in stage && typeof stage.code === 'string')
    return stage.code;
  throw new Error('Expected the variable stage to have a code');
};

const marked = (campaign: CampaignDocument, code: string, patch: Partial<StageMark>): StageMark[] => {
  const before = campaign.stageMarks.find((mark) => mark.code === code) ?? { code, enteredAt: null, leftAt: null };
  return [...campaign.stageMarks.filter((mark) => mark.code !== code), { ...before, ...patch }];
};

export const campaignWorkers = ({ deps, store, opener }: Parts): JobWorkers => {
  const advance = async (work: Work, campaign: CampaignDocument, step: Step): Promise<CampaignDocument> =>
    mustAdvance(await store.advance(work, campaign, step));
  const stageWorker =
    (word: string, patch: (now: Date) => Partial<StageMark>): JobWorkers[string] =>
    async (job, work) => {
      const campaign = await store.need(campaignIdOf(job), work.session);
      const code = stageCodeOf(job);
      const name = campaign.stages.find((stage) => stage.code === code)?.name ?? code;
      await advance(work, campaign, {
        patch: { stageMarks: marked(campaign, code, patch(work.now)) },
        entry: { kind: 'stage', title: `“${name}”${word}` },
      });
      return {};
    };

  return {
    'campaigns.open-campaign': async (job, work) => {
      const before = await store.need(campaignIdOf(job), work.session);
      const sites = await deps.organisations.sitesOfAll(before.unitIds, work.session);
      const deadlines = before.deadlines ?? computeDeadlines(before, work.now);
      const campaign = await advance(work, before, {
        ...(before.state === 'approved' ? { event: 'open' as const } : {}),
        patch: { deadlines, startedAt: before.startedAt ?? work.now, siteIds: sites.map(({ id }) => id) },
        entry: { kind: 'open', title: `启动，${before.unitIds.length}个单位参加`, tone: 'current' },
      });
      const units: Json[] = [];
      for (const unitId of campaign.unitIds) units.push(await opener.openUnit(work, campaign, unitId));
      return {
        units,
        stages: opener.stageVariables(campaign, work.now),
        campaignEnd: isoShanghai(deadlines.end.at),
        planDue: isoShanghai(deadlines.plan.at),
        selfCheckDue: isoShanghai(deadlines.selfCheck.at),
        reportDue: isoShanghai(deadlines.report.at),
        summaryDue: isoShanghai(deadlines.summary.at),
      };
    },
    'campaigns.enter-stage': stageWorker('开始', (now) => ({ enteredAt: now })),
    'campaigns.leave-stage': stageWorker('结束', (now) => ({ leftAt: now })),
    'campaigns.carry-over': async (job, work) => {
      const campaign = await store.need(campaignIdOf(job), work.session);
      const units = await deps.cases.closeUnfinished(work, campaign._id);
      const rows = await deps.issues.carryOver(work, campaign._id);
      const named = rows.map(({ no }) => no).join('、');
      await advance(work, campaign, {
        entry: {
          kind: 'carryOver',
          title: rows.length === 0 ? '行动期满，没有需要结转的问题' : `行动期满，结转${rows.length}条`,
          detail: [named === '' ? '' : `台账 ${named}`, units.length === 0 ? '' : `未办结单位：${units.join('、')}`]
            .filter((part) => part !== '')
            .join('；'),
          tone: rows.length === 0 ? 'plain' : 'warn',
        },
      });
      return { carriedOver: rows.length };
    },
    'campaigns.settle': async (job, work) => {
      const campaign = await store.need(campaignIdOf(job), work.session);
      const settled = (await deps.issues.openCount(campaign._id, work.session)) === 0;
      if (settled)
        await advance(work, campaign, {
          event: 'beginClosing',
          entry: { kind: 'settle', title: '台账全部销号或结转', tone: 'done' },
        });
      return { settled };
    },
    'campaigns.publish-report': async (job, work) => {
      const campaign = await store.need(campaignIdOf(job), work.session);
      if (campaign.report === null) throw new Error(`Expected campaign ${campaign._id} to have a report`);
      if (campaign.report.publishedAt !== null) return {};
      await advance(work, campaign, {
        event: 'publish',
        patch: { report: { ...campaign.report, publishedAt: work.now }, closedAt: work.now },
        entry: { kind: 'publish', title: '整改情况公开，行动结束', tone: 'done' },
      });
      return {};
    },
    'campaigns.record-cancellation': async (job, work) => {
      const campaign = await store.need(campaignIdOf(job), work.session);
      await deps.cases.cancelAll(work, campaign._id);
      const open = await deps.issues.rows({ campaignId: campaign._id, struckOffAt: null, state: { $ne: 'cancelled' } });
      for (const { id } of open)
        work.send({
          kind: 'publishMessage',
          name: 'issue.cancelled',
          correlationKey: id,
          messageId: `issue.cancelled-${id}`,
          variables: {},
        });
      if (campaign.state !== 'cancelled')
        await advance(work, campaign, {
          event: 'cancel',
          patch: { closedAt: work.now },
          entry: { kind: 'cancel', title: '行动撤销', tone: 'bad' },
        });
      return {};
    },
  };
};
