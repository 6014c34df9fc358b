// Door of campaigns: templates, drafts, running campaigns and their overview.
import type { ClientSession } from 'mongoose';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Slice, Work } from '../../platform/slice.ts';
import { excelMime, workbookOf } from '../../platform/workbook.ts';
import { dayOf } from '../calendar/index.ts';
import { createCampaignCommands } from './campaign.commands.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import { factsOf, type CampaignFacts } from './campaign.facts.ts';
import { isOver } from './campaign.lifecycle.ts';
import type { CampaignDocument } from './campaign.model.ts';
import { createCampaignPresenter, presentTemplate } from './campaign.presenter.ts';
import { createCampaignStore } from './campaign.store.ts';
import { campaignMatter, campaignTasks } from './campaign.tasks.ts';
import { campaignWorkers } from './campaign.workers.ts';
import { createDossier } from './dossier.ts';
import { createOpener } from './opening.ts';
import { overviewTables } from './overview-tables.ts';
import { readTemplates } from './template.store.ts';

export type { CampaignDeps } from './campaign.deps.ts';
export type { CampaignFacts } from './campaign.facts.ts';
export type { CampaignDocument } from './campaign.model.ts';
export { shiftDraft } from './draft.ts';

export const createCampaigns = (deps: CampaignDeps) => {
  const store = createCampaignStore(deps.connection);
  const templates = readTemplates();
  const presenter = createCampaignPresenter(deps);
  const opener = createOpener(deps);
  const dossier = createDossier(deps);
  const commands = createCampaignCommands({ deps, store, templates, opener });

  const readable = async (actor: Actor, id: string): Promise<Result<CampaignDocument>> => {
    const campaign = await store.load(id);
    return campaign === null || !deps.access.can(actor, 'read', 'Campaign', campaign)
      ? refuse('not_found')
      : ok(campaign);
  };
  const list = async (actor: Actor): Promise<CampaignDocument[]> =>
    deps.access.can(actor, 'read', 'Campaign')
      ? await store.rows
          .find(deps.access.readFilter(actor, 'Campaign'))
          .sort({ createdAt: -1 })
          .lean<CampaignDocument[]>()
      : [];

  const slice: Slice = {
    routes: {
      'GET /api/campaigns': async ({ actor }) => {
        const rows = [];
        for (const campaign of await list(actor)) rows.push(await presenter.row(campaign, actor));
        return ok(rows);
      },
      'GET /api/campaign-templates': async ({ actor }) =>
        deps.access.can(actor, 'create', 'Campaign') ? ok(templates.map(presentTemplate)) : refuse('forbidden'),
      'POST /api/campaigns': ({ actor, body }) => commands.create(actor, body),
      'GET /api/campaigns/:id': async ({ actor, params }) => {
        const found = await readable(actor, params['id'] ?? '');
        return found.ok ? ok(await presenter.detail(found.value, actor)) : found;
      },
      'PUT /api/campaigns/:id': async ({ actor, params, body }) => {
        const edited = await commands.edit(actor, params['id'] ?? '', body);
        return edited.ok ? ok(await presenter.detail(edited.value, actor)) : edited;
      },
      'POST /api/campaigns/:id/submit': ({ actor, params }) => commands.submit(actor, params['id'] ?? ''),
      'POST /api/campaigns/:id/cancel': ({ actor, params, body }) =>
        commands.cancel(actor, params['id'] ?? '', body.reason),
      'POST /api/campaigns/:id/units': ({ actor, params, body }) =>
        commands.addUnit(actor, params['id'] ?? '', body.unitId),
      'PUT /api/campaigns/:id/stages': ({ actor, params, body }) =>
        commands.reschedule(actor, params['id'] ?? '', body),
      'GET /api/campaigns/:id/overview': async ({ actor, params }) => {
        const found = await readable(actor, params['id'] ?? '');
        return found.ok ? ok(await presenter.overview(found.value, actor)) : found;
      },
      'GET /api/campaigns/:id/stages/:code/closing': async ({ actor, params }) => {
        const found = await readable(actor, params['id'] ?? '');
        if (!found.ok) return found;
        const closing = await presenter.closing(found.value, params['code'] ?? '', actor);
        return closing === null ? refuse('not_found') : ok(closing);
      },
      'GET /api/campaigns/:id/export.xlsx': async ({ actor, params }) => {
        const found = await readable(actor, params['id'] ?? '');
        if (!found.ok) return found;
        if (!deps.access.can(actor, 'export', 'Issue')) return refuse('forbidden');
        return ok({
          mime: excelMime,
          name: `行动总览-${dayOf(new Date(deps.clock.now()))}.xlsx`,
          body: await workbookOf(overviewTables(await presenter.overview(found.value, actor))),
        });
      },
      'GET /api/institutions/:id/dossier.xlsx': async ({ actor, params, query }) => {
        const tables = await dossier(actor, query.campaignId, params['id'] ?? '');
        if (!tables.ok) return tables;
        return ok({
          mime: excelMime,
          name: `单位档案-${dayOf(new Date(deps.clock.now()))}.xlsx`,
          body: await workbookOf(tables.value),
        });
      },
    },
    workers: campaignWorkers({ deps, store, opener }),
    tasks: campaignTasks({ deps, store, presenter }),
    matter: campaignMatter({ deps, store, presenter }),
  };

  return {
    slice,
    detail: async (actor: Actor, id: string) => {
      const found = await readable(actor, id);
      return found.ok ? presenter.detail(found.value, actor) : null;
    },
    facts: async (id: string, session: ClientSession | null = null): Promise<CampaignFacts | null> => {
      const campaign = await store.load(id, session);
      return campaign === null ? null : factsOf(campaign);
    },
    /** Campaigns that have begun and were not called off, newest first. */
    begun: async (): Promise<CampaignDocument[]> =>
      await store.rows
        .find({ startedAt: { $ne: null }, state: { $ne: 'cancelled' } })
        .sort({ startedAt: -1 })
        .lean<CampaignDocument[]>(),
    /** Called in the transaction that settled a row: the last one tells the engine. */
    afterRowClosed: async (work: Work, campaignId: string): Promise<void> => {
      // counting up first makes two last rows collide instead of each seeing the other still open
      const campaign = await store.rows
        .findOneAndUpdate(
          { _id: campaignId },
          { $inc: { signals: 1 } },
          { session: work.session, returnDocument: 'after' },
        )
        .lean<CampaignDocument | null>();
      if (campaign === null || isOver(campaign.state)) return;
      if ((await deps.issues.openCount(campaignId, work.session)) > 0) return;
      work.send({
        kind: 'publishMessage',
        name: 'campaign.rowsSettled',
        correlationKey: campaignId,
        messageId: `campaign.rowsSettled-${campaignId}-${campaign.signals}`,
        variables: {},
      });
    },
  };
};
export type Campaigns = ReturnType<typeof createCampaigns>;
