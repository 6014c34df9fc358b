// Loading and advancing campaigns: one step changes the record, tells its story and its audience.
import type { ClientSession, Connection } from 'mongoose';
import type { LifeEvent } from '#contracts/issues.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import { campaignModel, type Act, type CampaignDocument } from './campaign.model.ts';
import { nextState, type CampaignEvent } from './campaign.lifecycle.ts';

export type Entry = {
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  readonly tone?: LifeEvent['tone'];
};
export type Step = {
  readonly event?: CampaignEvent;
  readonly patch?: Partial<Omit<CampaignDocument, '_id' | 'version' | 'state' | 'life'>>;
  readonly entry: Entry;
};

export const stale = refuse('conflict', {
  message: { zh: '行动的状态已经变化，请刷新后再办', en: 'The campaign has moved on; reload and try again' },
});

export const actOf = (work: Work): Act => ({
  id: work.actor.userId,
  name: work.actor.title || work.actor.name,
  at: work.now,
});

const leading = ['office', 'group-head'];
export const audienceOf = (campaign: CampaignDocument): string[] =>
  campaign.state === 'draft' || campaign.state === 'submitted'
    ? leading
    : [
        ...leading,
        'superior',
        'discipline',
        ...campaign.unitIds.flatMap((id) => [`unit-head:${id}`, `unit-clerk:${id}`]),
        ...campaign.teamIds.flatMap((id) => [`team-leader:${id}`, `team-member:${id}`]),
      ];

const lineOf = (work: Work, entry: Entry): LifeEvent => ({
  at: work.now.toISOString(),
  title: entry.title,
  detail: entry.detail ?? '',
  by: work.actor.title || work.actor.name,
  tone: entry.tone ?? 'plain',
  kind: entry.kind,
});

export const createCampaignStore = (connection: Connection) => {
  const rows = campaignModel(connection);
  const load = (id: string, session: ClientSession | null = null): Promise<CampaignDocument | null> =>
    rows.findOne({ _id: id }).session(session).lean<CampaignDocument | null>().exec();
  const record = (work: Work, campaign: CampaignDocument, entry: Entry, what: 'created' | 'changed'): void => {
    work.audit({
      action: `campaign.${entry.kind}`,
      object: 'campaign',
      objectId: campaign._id,
      summary: `${campaign.title}：${entry.title}${entry.detail ? `（${entry.detail}）` : ''}`,
      after: { state: campaign.state, version: campaign.version },
    });
    work.change({ topic: 'campaign', id: campaign._id, what, to: audienceOf(campaign) });
  };

  return {
    rows,
    load,
    need: async (id: string, session: ClientSession | null = null): Promise<CampaignDocument> => {
      const campaign = await load(id, session);
      if (campaign === null) throw new Error(`Expected a campaign ${id}`);
      return campaign;
    },
    insert: async (work: Work, draft: CampaignDocument, entry: Entry): Promise<CampaignDocument> => {
      const campaign = { ...draft, life: [lineOf(work, entry)] };
      await rows.insertMany([campaign], { session: work.session });
      record(work, campaign, entry, 'created');
      return campaign;
    },
    /** Refuses what the lifecycle does not know and what was decided upon an older reading. */
    advance: async (work: Work, before: CampaignDocument, step: Step): Promise<Result<CampaignDocument>> => {
      const state = step.event === undefined ? before.state : nextState(before.state, step.event);
      if (state === null) return stale;
      const after: CampaignDocument = {
        ...before,
        ...step.patch,
        state,
        version: before.version + 1,
        life: [...before.life, lineOf(work, step.entry)],
      };
      const written = await rows.replaceOne({ _id: before._id, version: before.version }, after, {
        session: work.session,
      });
      if (written.matchedCount === 0) return stale;
      record(work, after, step.entry, 'changed');
      return ok(after);
    },
  };
};
export type CampaignStore = ReturnType<typeof createCampaignStore>;

/** Workers cannot refuse: a step the lifecycle does not know is a broken invariant there. */
export const mustAdvance = (result: Result<CampaignDocument>): CampaignDocument => {
  if (!result.ok) throw new Error(`Expected the campaign to advance: ${result.refusal.code}`);
  return result.value;
};
