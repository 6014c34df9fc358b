// Everything one person can obtain by reading: lists, searches, pages, exports, headers; ids become the order they appear in.
import ExcelJS from 'exceljs';
import { routes } from '../../../server/contracts/http.ts';
import type { World } from './world.ts';

type Seen = { readonly path: string; readonly said: string };
const views = ['mine', 'claimable', 'waiting', 'snoozed', 'doneToday'];
const processes = ['inspection', 'issueRectification', 'institutionCase', 'escalation'];
const lists = [
  'notifications',
  'views',
  'campaigns',
  'campaign-templates',
  'checklists',
  'organisations',
  'users',
  'people',
  'teams',
  'signings',
];
const words = ['督查', '密', '药品'];
// said by the machine, not by the county
const silentHeaders = new Set(['date', 'etag', 'connection', 'keep-alive', 'x-ratelimit-reset']);

/** Ids are random in a product; only which is the same as which is told. */
const normalised = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) =>
    text.replace(/id-\d{5}|\b2251799\d{9}\b/g, (id) => {
      const name = known.get(id) ?? `<${known.size}>`;
      known.set(id, name);
      return name;
    });
};

const excelText = async (bytes: ArrayBuffer): Promise<string> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  return book.worksheets
    .map((sheet) => {
      const rows: string[] = [];
      sheet.eachRow((row) => void rows.push(JSON.stringify(row.values)));
      return rows.join('\n');
    })
    .join('\n');
};

type Trail = { readonly items?: readonly Readonly<Record<string, unknown>>[]; readonly nextCursor?: string | null };
/** Every page of the trail: the numbers as they come, the lines without order, since jobs of one moment end either way round. */
const wholeTrail = async (ask: (path: string) => Promise<Response>): Promise<string> => {
  const numbers: unknown[] = [];
  const lines: string[] = [];
  const others: string[] = [];
  for (let cursor: string | null | undefined = ''; typeof cursor === 'string';) {
    const response = await ask(`/api/audit?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const { items = [], nextCursor, ...rest } = (await response.json()) as Trail;
    for (const { no, id, objectId, hash, ...line } of items) {
      numbers.push(no);
      others.push(`${typeof id} ${typeof objectId} ${String(hash)}`);
      lines.push(JSON.stringify(line));
    }
    others.push(`${response.status} ${JSON.stringify(rest)}`);
    cursor = nextCursor;
  }
  return [JSON.stringify(numbers), ...others, ...lines.sort()].join('\n');
};

const stagesOf = (campaign: string): string[] => {
  const { stages = [] } = JSON.parse(campaign) as { stages?: readonly { readonly code: string }[] };
  return stages.map(({ code }) => code);
};

export const observe = async (
  world: World,
  username: string | null,
  about: { readonly campaignId: string; readonly unit: string },
): Promise<readonly Seen[]> => {
  const cookie = username === null ? '' : (await world.as(username)).cookie;
  const normal = normalised();
  const seen: Seen[] = [];
  const fetchAs = (path: string): Promise<Response> =>
    fetch(`${world.product.url}${path}`, { headers: { cookie, 'accept-encoding': 'identity' } });
  const get = async (path: string): Promise<string> => {
    const response = await fetchAs(path);
    const bytes = await response.arrayBuffer();
    const sheet = path.includes('.xlsx') && response.ok;
    const text = sheet ? await excelText(bytes) : Buffer.from(bytes).toString('latin1');
    const headers = [...response.headers]
      // a sheet is a zip that knows its hour of packing
      .filter(([name]) => !silentHeaders.has(name) && !(sheet && name === 'content-length'))
      .map(([name, value]) => `${name}: ${value}`);
    const shown = sheet ? text : Buffer.from(text, 'latin1').toString('utf8');
    seen.push({ path: normal(path), said: normal(`${response.status}\n${headers.join('\n')}\n${shown}`) });
    return shown;
  };
  const found = (text: string, pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  const { campaignId, unit } = about;
  const asked = `campaignId=${campaignId}`;

  await get('/api/boot');
  const tasks: string[] = [];
  for (const view of views) tasks.push(await get(`/api/tasks?view=${view}&limit=100`));
  for (const word of words) await get(`/api/tasks?view=claimable&limit=100&q=${encodeURIComponent(word)}`);
  await get('/api/tasks/counts');
  await get(`/api/tasks/counts?${asked}`);
  for (const key of found(tasks.join('\n'), /"key":"(\d+)"/g)) {
    await get(`/api/tasks/${key}`);
    await get(`/api/tasks/${key}/colleagues`);
  }
  for (const path of lists) await get(`/api/${path}`);
  seen.push({ path: '/api/audit', said: await wholeTrail(fetchAs) });
  await get('/api/audit/check');
  await get('/api/calendar?from=2026-03-01&to=2026-04-01');
  const campaign = await get(`/api/campaigns/${campaignId}`);
  await get(`/api/campaigns/${campaignId}/overview`);
  await get(`/api/campaigns/${campaignId}/export.xlsx`);
  for (const code of stagesOf(campaign)) await get(`/api/campaigns/${campaignId}/stages/${code}/closing`);
  const inspections = await get(`/api/inspections?${asked}`);
  for (const id of found(inspections, /"id":"(id-\d+)"/g)) await get(`/api/inspections/${id}`);
  const board = await get(`/api/escalations?${asked}`);
  for (const id of found(board, /"id":"(id-\d+)"/g)) await get(`/api/escalations/${id}`);
  const ledger = await get(`/api/issues?${asked}&limit=100`);
  for (const word of words) await get(`/api/issues?${asked}&q=${encodeURIComponent(word)}`);
  await get(`/api/issues/export.xlsx?${asked}`);
  const details: string[] = [];
  for (const id of found(ledger, /\{"id":"(id-\d+)"/g)) details.push(await get(`/api/issues/${id}`));
  for (const id of found(details.join('\n'), /\/api\/evidence\/(id-\d+)/g))
    for (const part of ['', '/file', '/thumb']) await get(`/api/evidence/${id}${part}`);
  await get(`/api/institutions?${asked}`);
  const institution = await get(`/api/institutions/${unit}?${asked}`);
  await get(`/api/institutions/${unit}/dossier.xlsx?${asked}`);
  for (const id of found(institution, /"caseId":"(id-\d+)"/g)) await get(`/api/cases/${id}`);
  await get('/api/models');
  const instances: string[] = [];
  for (const id of processes) {
    await get(`/api/models/${id}`);
    await get(`/api/models/${id}/deployments/none/moves`);
    instances.push(await get(`/api/models/${id}/instances?limit=100`));
  }
  for (const key of found([...instances, ...details].join('\n'), /"(?:key|processInstanceKey)":"(\d+)"/g))
    await get(`/api/instances/${key}`);
  await get('/api/incidents');
  await get('/api/public/list');
  await get(`/api/public/list?q=${encodeURIComponent('李俊')}`);
  await get(`/api/public/report/${campaignId}`);
  await get('/public');
  return seen;
};

/** Reading routes that nobody has tried: a new one joins above. */
export const unread = (seen: readonly Seen[]): readonly string[] => {
  const paths = new Set(seen.map(({ path }) => path.replace(/\?.*$/, '')));
  return Object.keys(routes)
    .filter((key) => key.startsWith('GET '))
    .map((key) => key.slice('GET '.length))
    .filter((route) => {
      const pattern = new RegExp(`^${route.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
      return ![...paths].some((path) => pattern.test(path));
    });
};

/** What a socket told, without order: two things of one moment may come either way round. */
export const newsOf = (world: World, username: string): readonly string[] =>
  world
    .heard(username)
    .map(({ topic, what }) => `${topic} ${what}`)
    .sort();
