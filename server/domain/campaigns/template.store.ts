// Templates taken from real plans: read and checked once at start; blanks of the sources stay null.
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { feedbackSource, problemType, stage } from '#contracts/campaigns.ts';
import { text } from '#contracts/problem.ts';

const templateFile = z.strictObject({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  origin: z.string(),
  documentNo: z.string(),
  leadUnit: z.string(),
  source: z.string(),
  sources: z.array(feedbackSource),
  aims: z.array(z.string()),
  focusAreas: z.array(z.string()),
  stages: z.array(stage),
  problems: z.array(problemType.omit({ sectionId: true }).extend({ section: z.string().nullable() })),
  campaignEnd: z.string().nullable(),
  summaryDue: z.string().nullable(),
  checklists: z.array(z.string()),
  /** What the source leaves open or says twice; shown beside the conflicts found by rule. */
  notes: z.array(text),
});
export type Template = z.infer<typeof templateFile>;

const folder = new URL('../../templates/campaigns/', import.meta.url);

export const readTemplates = (): readonly Template[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => templateFile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
