// Asking the deployed tables: which rung a trigger leads to, and what a rung means. Nothing of it is known in code.
import { Duration } from 'luxon';
import type { Decide, Json, Variables } from '../../platform/slice.ts';
import type { EscalationRecord } from './escalation.record.ts';

export type RungRow = {
  readonly id: string;
  readonly level: number;
  readonly approver: string;
  readonly actions: readonly string[];
  readonly wait: string;
  readonly next: string | null;
  readonly audience: EscalationRecord['audience'];
};
export type Hit = { readonly level: number; readonly rung: string; readonly source: string };

const audiences: readonly string[] = ['unit', 'county', 'public', 'restricted'];
const isAudience = (value: unknown): value is RungRow['audience'] =>
  typeof value === 'string' && audiences.includes(value);
const fields = (value: Json | undefined): Readonly<Record<string, Json>> | null =>
  value !== null && value !== undefined && typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : null;

/** Also reads the variable `rung` that the model carries. */
export const readRung = (value: Json | undefined): RungRow | null => {
  const row = fields(value);
  if (row === null || typeof row['id'] !== 'string' || typeof row['level'] !== 'number') return null;
  return {
    id: row['id'],
    level: row['level'],
    approver: String(row['approver'] ?? ''),
    actions: Array.isArray(row['actions']) ? row['actions'].map(String) : [],
    wait: typeof row['wait'] === 'string' ? row['wait'] : '',
    next: typeof row['next'] === 'string' ? row['next'] : null,
    audience: isAudience(row['audience']) ? row['audience'] : 'unit',
  };
};

const readHit = (value: Json): Hit[] => {
  const hit = fields(value);
  return hit === null || typeof hit['level'] !== 'number' || typeof hit['rung'] !== 'string'
    ? []
    : [{ level: hit['level'], rung: hit['rung'], source: String(hit['source'] ?? '') }];
};

export const highest = (hits: readonly Hit[]): Hit | null => {
  const level = Math.max(...hits.map((hit) => hit.level));
  return hits.find((hit) => hit.level === level) ?? null;
};

export const createLadder = (decide: Decide) => ({
  hits: async (variables: Variables): Promise<readonly Hit[]> => {
    const answer = await decide('escalationLevel', variables);
    return answer.ok && Array.isArray(answer.value) ? answer.value.flatMap(readHit) : [];
  },
  rung: async (rungId: string): Promise<RungRow | null> => {
    const answer = await decide('ladder', { rungId });
    return answer.ok ? readRung(answer.value) : null;
  },
});
export type Ladder = ReturnType<typeof createLadder>;

/** When the wait ends, as the model's timer counts it; null where the table names no duration. */
export const waitEnds = (from: Date, wait: string): Date | null => {
  const length = Duration.fromISO(wait);
  return wait === '' || !length.isValid ? null : new Date(from.getTime() + length.toMillis());
};
