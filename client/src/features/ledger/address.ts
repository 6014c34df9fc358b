// The ledger's state in its address; the drill links of other pages are such addresses.
import type { QueryOf } from '#contracts/http.ts';
import { isStatusWord } from '../../shared/status/index.ts';
import type { StatusWord } from '../../shared/status/index.ts';

export const groupings = ['problem', 'unit', 'no'] as const;
export type Grouping = (typeof groupings)[number];
export type LedgerFilter = {
  readonly status?: StatusWord;
  readonly unitId?: string;
  readonly townId?: string;
  readonly siteId?: string;
  readonly problemNo?: string;
  readonly open?: '1';
  readonly q?: string;
  readonly sort: Grouping;
};

const freeNames = ['unitId', 'townId', 'siteId', 'problemNo', 'q'] as const;

export const readLedgerFilter = (search: URLSearchParams): LedgerFilter => {
  const status = search.get('status') ?? '';
  const sort = groupings.find((each) => each === search.get('sort')) ?? 'problem';
  const free = Object.fromEntries(
    freeNames.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const open = search.get('open') === '1' ? { open: '1' as const } : {};
  return { ...(isStatusWord(status) ? { status } : {}), ...free, ...open, sort };
};

/** Changes parts of the address; null takes a part away. The open row stays unless named. */
export const changed = (search: URLSearchParams, parts: Readonly<Record<string, string | null>>): URLSearchParams => {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(parts)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
};

export const queryOf = (campaignId: string, filter: LedgerFilter): QueryOf<'GET /api/issues'> => {
  const { problemNo, ...rest } = filter;
  return { campaignId, ...rest, ...(problemNo === undefined ? {} : { problemNo }), limit: 100 };
};
