// The ladder board: open matters by rung, and each rung's rule in words, read from the deployed tables.
import type { z } from 'zod';
import type { EscalationCard, escalationBoard } from '#contracts/escalations.ts';
import { rungs } from '#contracts/issues.ts';
import type { Ladder, RungRow } from './ladder.ts';
import { deciderName, knownTriggers, rungName, rungNames, rungOfLevel, waitWords, type Rung } from './words.ts';

type Rule = { readonly triggers: string; readonly decider: string; readonly next: string };
const fresh = 60_000;
const otherwise = '其他情形';

/** Follows `next` from the lowest rung; a table that loops ends where it began. */
const chain = async (ladder: Ladder, start: string): Promise<RungRow[]> => {
  const rows: RungRow[] = [];
  let id: string | null = start;
  while (id !== null && !rows.some((row) => row.id === id)) {
    const row: RungRow | null = await ladder.rung(id);
    if (row === null) break;
    rows.push(row);
    id = row.next;
  }
  return rows;
};

const triggersByRung = async (ladder: Ladder): Promise<Map<Rung, string[]>> => {
  const words = new Map<Rung, string[]>();
  for (const trigger of knownTriggers)
    for (const hit of await ladder.hits({ trigger, priorLevel: null, overdueDays: 0, repeatCount: 1 })) {
      const ground = hit.source.split('：')[0] ?? '';
      const rung = rungOfLevel(hit.level);
      const known = words.get(rung) ?? [];
      if (ground !== otherwise && !known.includes(ground)) words.set(rung, [...known, ground]);
    }
  return words;
};

const read = async (ladder: Ladder): Promise<Map<Rung, Rule>> => {
  const triggers = await triggersByRung(ladder);
  const rows = await chain(ladder, 'reminder');
  return new Map(
    rungs.map((rung) => {
      const row = rows.find(({ level }) => rungOfLevel(level) === rung);
      return [
        rung,
        {
          triggers: (triggers.get(rung) ?? []).join('；'),
          decider: row === undefined ? '' : deciderName(row.approver),
          next:
            row === undefined
              ? ''
              : row.next === null
                ? `${waitWords(row.wait)}未改移交纪检`
                : `${waitWords(row.wait)}未改升${rungName(row.next)}`,
        },
      ] as const;
    }),
  );
};

/** A minute old at most: an administrator's new table shows at once enough. */
export const createRules = (ladder: Ladder, now: () => number) => {
  let known: { readonly at: number; readonly rules: Promise<Map<Rung, Rule>> } | null = null;
  return (): Promise<Map<Rung, Rule>> => {
    if (known === null || Math.abs(now() - known.at) > fresh) {
      const rules = read(ladder);
      known = { at: now(), rules };
      rules.catch(() => {
        known = null;
      });
    }
    return known.rules;
  };
};

export const presentBoard = (
  cards: readonly EscalationCard[],
  liftedThisMonth: number,
  rules: ReadonlyMap<Rung, Rule>,
): z.infer<typeof escalationBoard> => ({
  open: cards.length,
  liftedThisMonth,
  columns: rungs.map((rung) => {
    const own = cards.filter((card) => card.rung === rung);
    const rule = rules.get(rung) ?? { triggers: '', decider: '', next: '' };
    return { rung, name: rungNames[rung], ...rule, count: own.length, cards: own };
  }),
});
