// Door of disclosure: the public list of units and the published report; open to everyone, without personal data.
import type { Clock } from '../../platform/clock.ts';
import { ok, refuse } from '../../platform/result.ts';
import { systemActor, type Slice } from '../../platform/slice.ts';
import { isoShanghai } from '../calendar/index.ts';
import type { CampaignDocument, Campaigns } from '../campaigns/index.ts';
import type { Cases } from '../cases/index.ts';
import { matchesName, type Organisations } from '../organisations/index.ts';
import { aspectsOf, inPublicOrder, townsOf, unitRow, withoutNumbers, type Exposure } from './disclosure.rules.ts';

export type { Exposure } from './disclosure.rules.ts';

export type DisclosureDeps = {
  readonly clock: Clock;
  readonly campaigns: Pick<Campaigns, 'begun'>;
  readonly cases: Pick<Cases, 'rowFacts'>;
  readonly organisations: Pick<Organisations, 'byIds' | 'names'>;
  /** Exposures approved for the public. */
  readonly exposures: (campaignId: string) => Promise<readonly Exposure[]>;
};
type Shown = { readonly campaign: CampaignDocument; readonly exposures: readonly Exposure[]; readonly counts: boolean };

const publishedAt = ({ report }: CampaignDocument): Date | null => report?.publishedAt ?? null;

export const createDisclosure = ({ clock, campaigns, cases, organisations, exposures }: DisclosureDeps) => {
  /** Published, opened to the public while running, or with a warning of its own. */
  const shown = async (): Promise<Shown[]> => {
    const found: Shown[] = [];
    for (const campaign of await campaigns.begun()) {
      const warned = await exposures(campaign._id);
      const counts = publishedAt(campaign) !== null || campaign.settings.publicProgress;
      if (counts || warned.length > 0) found.push({ campaign, exposures: warned, counts });
    }
    return found;
  };

  const unitsOf = async ({ campaign, exposures: warned, counts }: Shown) => {
    const ids = counts ? campaign.unitIds : campaign.unitIds.filter((id) => warned.some(({ unitId }) => unitId === id));
    const places = await organisations.byIds(ids);
    const towns = await organisations.names([...places.values()].flatMap(({ townId }) => townId ?? []));
    const rows = counts ? await cases.rowFacts(systemActor, { campaignId: campaign._id }) : [];
    return [...places.values()].map(({ id, name, townId, pinyin }) => ({
      pinyin,
      row: unitRow({ id, name, town: towns.get(townId ?? '') ?? '' }, rows, warned),
    }));
  };

  const slice: Slice = {
    routes: {
      'GET /api/public/list': async ({ query }) => {
        const all = await shown();
        const asked =
          query.campaignId === undefined ? all[0] : all.find(({ campaign }) => campaign._id === query.campaignId);
        if (query.campaignId !== undefined && asked === undefined) return refuse('not_found');
        const units = asked === undefined ? [] : await unitsOf(asked);
        const found = units
          .filter(({ row, pinyin }) => matchesName(row.name, pinyin, query.q ?? ''))
          .map(({ row }) => row);
        const published = asked === undefined ? null : publishedAt(asked.campaign);
        return ok({
          campaigns: all.map(({ campaign }) => ({ id: campaign._id, title: campaign.title })),
          campaignId: asked?.campaign._id ?? null,
          title: asked?.campaign.title ?? '',
          publishedAt: published === null ? null : isoShanghai(published),
          updatedAt: isoShanghai(new Date(clock.now())),
          towns: townsOf(units.map(({ row }) => row)),
          units: inPublicOrder(found),
          total: found.length,
        });
      },
      'GET /api/public/report/:campaignId': async ({ params }) => {
        const asked = (await campaigns.begun()).find(({ _id }) => _id === params['campaignId']);
        const published = asked === undefined ? null : publishedAt(asked);
        if (asked?.report == null || published === null) return refuse('not_found');
        const rows = await cases.rowFacts(systemActor, { campaignId: asked._id });
        return ok({
          title: asked.title,
          organisation: withoutNumbers(asked.report.organisation),
          ...aspectsOf(rows, asked.problems, await organisations.names(asked.unitIds)),
          nextSteps: withoutNumbers(asked.report.nextSteps),
          // the one place where a telephone number is meant to stand
          contact: asked.report.contact,
          issuer: asked.leadUnit,
          publishedAt: isoShanghai(published),
        });
      },
    },
  };
  return { slice };
};
