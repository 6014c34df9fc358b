// What the address asks for: a list with its search and filters, or a report.
import type { ResponseOf } from '#contracts/http.ts';
import type { Language } from './words/index.ts';

export type PublicList = ResponseOf<'GET /api/public/list'>;
export type PublicUnit = PublicList['units'][number];
export type PublicReport = ResponseOf<'GET /api/public/report/:campaignId'>;
export const shows = ['all', 'warned', 'late', 'done'] as const;
export type Show = (typeof shows)[number];
export type Filter = { q: string; campaignId: string; town: string; show: Show; report: string; language: Language };

const longestSearch = 60;

/** `search` is the query part of an address, with or without its question mark. */
export const readFilter = (search: string): Filter => {
  const query = new URLSearchParams(search);
  const text = (name: string): string => (query.get(name) ?? '').trim().slice(0, longestSearch);
  return {
    q: text('q'),
    campaignId: text('campaignId'),
    town: text('town'),
    show: shows.find((one) => one === text('show')) ?? 'all',
    report: text('report'),
    language: text('lang') === 'en' ? 'en' : 'zh-CN',
  };
};

/** The same place with something changed; what says nothing is left out. */
export const addressOf = (filter: Filter, patch: Partial<Filter> = {}): string => {
  const next = { ...filter, ...patch };
  const query = new URLSearchParams();
  if (next.q !== '') query.set('q', next.q);
  if (next.campaignId !== '') query.set('campaignId', next.campaignId);
  if (next.town !== '') query.set('town', next.town);
  if (next.show !== 'all') query.set('show', next.show);
  if (next.report !== '') query.set('report', next.report);
  if (next.language !== 'zh-CN') query.set('lang', next.language);
  return `?${query.toString()}`;
};

const standing = (unit: PublicUnit): boolean => unit.warning !== null && !unit.warning.lifted;
const tests: Readonly<Record<Show, (unit: PublicUnit) => boolean>> = {
  all: () => true,
  warned: standing,
  late: (unit) => unit.late > 0,
  done: (unit) => unit.found > 0 && unit.fixed === unit.found,
};

export const inShow = (units: readonly PublicUnit[], show: Show): PublicUnit[] => units.filter(tests[show]);

/** Search and town narrow the units; the counts on the filter buttons are of these. */
export const searched = (units: readonly PublicUnit[], filter: Filter): PublicUnit[] =>
  units.filter((unit) => filter.town === '' || unit.town === filter.town);

/** Standing warnings first, then as the server ordered them. */
export const warningsFirst = (units: readonly PublicUnit[]): PublicUnit[] =>
  [...units].sort((a, b) => Number(standing(b)) - Number(standing(a)));
