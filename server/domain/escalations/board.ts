// The ladder board: open matters by rung, and each rung's rule in words, read from the deployed tables.
import type { z } from 'zod';
import type { EscalationCard, escalationBoard } from '#contracts/escalations.ts';
import { rungs } from '#contracts/issues.ts';
import type { Ladder, RungRow } from './ladder.ts';
import { knownTriggers, rungOfLevel, type Rung } from './words.ts';

type Rule = Pick<z.infer<typeof escalationBoard>['columns'][number], 'triggers' | 'triggerCodes' | 'decider' | 'next'>;
type Grounds = { readonly texts: readonly string[]; readonly codes: readonly string[] };
const noGrounds: Grounds = { texts: [], codes: [] };
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

const groundsByRung = async (ladder: Ladder): Promise<Map<Rung, Grounds>> => {
  const grounds = new Map<Rung, Grounds>();
  for (const trigger of knownTriggers)
    for (const hit of await ladder.hits({ trigger, priorLevel: null, overdueDays: 0, repeatCount: 1 })) {
      const ground = hit.source.split('：')[0] ?? '';
      const rung = rungOfLevel(hit.level);
      const { texts, codes } = grounds.get(rung) ?? noGrounds;
      if (ground !== otherwise)
        grounds.set(rung, { texts: [...new Set([...texts, ground])], codes: [...new Set([...codes, trigger])] });
    }
  return grounds;
};

const read = async (ladder: Ladder): Promise<Map<Rung, Rule>> => {
  const grounds = await groundsByRung(ladder);
  const rows = await chain(ladder, 'reminder');
  return new Map(
    rungs.map((rung) => {
      const row = rows.find(({ level }) => rungOfLevel(level) === rung);
      const { texts, codes } = grounds.get(rung) ?? noGrounds;
      return [
        rung,
        {
          triggers: texts.join('；'),
          triggerCodes: [...codes],
          decider: row?.approver ?? '',
          next: row === undefined ? null : { wait: row.wait, to: row.next },
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
    const rule = rules.get(rung) ?? { triggers: '', triggerCodes: [], decider: '', next: null };
    return { rung, ...rule, count: own.length, cards: own };
  }),
});
