// Checklists and indicators as taken from the sources: read and checked once at start.
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { checklist, checklistItem } from '#contracts/cases.ts';

const itemFile = checklistItem.omit({ problemNo: true }).extend({ problemCode: z.string().nullable() });
const listFile = checklist.extend({ items: z.array(itemFile) });
const indicatorFile = z.strictObject({
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  op: z.enum(['>=', '<=', '=']).nullable(),
  threshold: z.number().nullable(),
  appliesTo: z.array(z.string()),
  source: z.string(),
  note: z.string(),
});
export type StoredItem = z.infer<typeof itemFile>;
export type StoredChecklist = z.infer<typeof listFile>;
export type Indicator = z.infer<typeof indicatorFile>;
export type Item = z.infer<typeof checklistItem>;
export type Checklist = z.infer<typeof checklist>;

const folder = new URL('../../templates/', import.meta.url);
const parse = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

export const readChecklists = (): readonly StoredChecklist[] =>
  readdirSync(new URL('checklists/', folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => listFile.parse(parse(`checklists/${name}`)));

export const readIndicators = (): readonly Indicator[] => z.array(indicatorFile).parse(parse('indicators.json'));

type Problem = { readonly no: number; readonly code: string };

export const presentItem = ({ problemCode, ...item }: StoredItem, problems: readonly Problem[] = []): Item => ({
  ...item,
  problemNo: problems.find(({ code }) => code === problemCode)?.no ?? null,
});
export const presentChecklist = (list: StoredChecklist, problems: readonly Problem[] = []): Checklist => ({
  ...list,
  items: list.items.map((item) => presentItem(item, problems)),
});

/** One sheet for a unit: what is asked of the unit, then what is asked of each of its clinics. */
export const sheetFor = (
  lists: readonly StoredChecklist[],
  unit: { readonly type: string; readonly hasSites: boolean },
  problems: readonly Problem[],
): Checklist | null => {
  const fitting = lists.filter(
    ({ appliesTo }) => appliesTo.includes(unit.type) || (unit.hasSites && appliesTo.includes('clinic')),
  );
  const items = fitting
    .flatMap((list) => list.items.map((item) => presentItem(item, problems)))
    .filter(({ scope }) => scope === 'unit' || unit.hasSites)
    .map((item, index) => ({ ...item, no: index + 1 }));
  if (items.length === 0) return null;
  return {
    id: fitting.map(({ id }) => id).join('+'),
    code: 'self_check',
    title: fitting.map(({ title }) => title).join('、'),
    version: Math.max(...fitting.map(({ version }) => version)),
    appliesTo: [unit.type],
    items,
  };
};
