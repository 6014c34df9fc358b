// The campaign in view: the address decides, then what was chosen last, then the one that runs.
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { ResponseOf } from '#contracts/http.ts';
import { useApi } from '../query/index.ts';
import { useMay } from '../session/index.ts';

export type CampaignRow = ResponseOf<'GET /api/campaigns'>[number];
const storageKey = 'campaign';
const liveStates = ['running', 'closing', 'approved', 'submitted', 'suspended'];

export const preferred = (rows: readonly CampaignRow[], remembered: string | null): CampaignRow | null =>
  rows.find((row) => row.id === remembered) ?? rows.find((row) => liveStates.includes(row.state)) ?? rows[0] ?? null;

export const useCampaignRows = () => {
  const may = useMay();
  return useApi('GET /api/campaigns', {}, { enabled: may('campaign.view'), stale: 60_000 });
};

/** Pages that need one campaign put it into the address, so that a copied link shows the same. */
export const useCampaign = (): {
  id: string | null;
  row: CampaignRow | null;
  read: ReturnType<typeof useCampaignRows>;
} => {
  const read = useCampaignRows();
  const [search, setSearch] = useSearchParams();
  const named = search.get('campaignId');
  const rows = read.data ?? [];
  const row = rows.find((each) => each.id === named) ?? preferred(rows, localStorage.getItem(storageKey));
  const id = named ?? row?.id ?? null;
  useEffect(() => {
    if (named !== null || id === null) return;
    setSearch(
      (before) => {
        before.set('campaignId', id);
        return before;
      },
      { replace: true },
    );
  }, [named, id, setSearch]);
  return { id, row, read };
};

export const rememberCampaign = (id: string): void => localStorage.setItem(storageKey, id);
