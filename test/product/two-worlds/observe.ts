// Everything one person can obtain by reading: lists, searches, pages, exports, headers; ids become the order they appear in.
import ExcelJS from 'exceljs';
import type { World } from './world.ts';

type Seen = { readonly path: string; readonly said: string };
const views = ['mine', 'claimable', 'waiting', 'snoozed', 'doneToday'];
const processes = ['inspection', 'issueRectification', 'institutionCase', 'escalation'];
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

export const observe = async (
  world: World,
  username: string | null,
  about: { readonly campaignId: string; readonly unit: string },
): Promise<readonly Seen[]> => {
  const cookie = username === null ? '' : (await world.as(username)).cookie;
  const normal = normalised();
  const seen: Seen[] = [];
  const get = async (path: string): Promise<string> => {
    const response = await fetch(`${world.product.url}${path}`, { headers: { cookie, 'accept-encoding': 'identity' } });
    const bytes = await response.arrayBuffer();
    const sheet = path.includes('export.xlsx') && response.ok;
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
  for (const path of ['notifications', 'views', 'campaigns', 'checklists', 'organisations', 'users', 'teams'])
    await get(`/api/${path}`);
  // not further back: the accounts of the county were made side by side, in any order
  await get('/api/audit?limit=15');
  await get('/api/audit/check');
  await get('/api/calendar?from=2026-03-01&to=2026-04-01');
  await get(`/api/campaigns/${campaignId}`);
  await get(`/api/campaigns/${campaignId}/overview`);
  await get(`/api/inspections?${asked}`);
  const board = await get(`/api/escalations?${asked}`);
  for (const id of found(board, /"id":"(id-\d+)"/g)) await get(`/api/escalations/${id}`);
  const ledger = await get(`/api/issues?${asked}&limit=100`);
  for (const word of words) await get(`/api/issues?${asked}&q=${encodeURIComponent(word)}`);
  await get(`/api/issues/export.xlsx?${asked}`);
  const details: string[] = [];
  for (const id of found(ledger, /\{"id":"(id-\d+)"/g)) details.push(await get(`/api/issues/${id}`));
  for (const id of found(details.join('\n'), /\/api\/evidence\/(id-\d+)/g)) await get(`/api/evidence/${id}`);
  await get(`/api/institutions?${asked}`);
  const institution = await get(`/api/institutions/${unit}?${asked}`);
  for (const id of found(institution, /"caseId":"(id-\d+)"/g)) await get(`/api/cases/${id}`);
  await get('/api/models');
  const instances: string[] = [];
  for (const id of processes) {
    await get(`/api/models/${id}`);
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

/** What a socket told, without order: two things of one moment may come either way round. */
export const newsOf = (world: World, username: string): readonly string[] =>
  world
    .heard(username)
    .map(({ topic, what }) => `${topic} ${what}`)
    .sort();
