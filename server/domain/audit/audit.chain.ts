// The hash chain: every entry's hash covers its content and the hash before it, so a changed or removed entry shows.
import { createHash } from 'node:crypto';

export type ChainedEntry = {
  readonly no: number;
  readonly at: Date;
  readonly actorId: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly objectId: string;
  readonly summary: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly ip: string;
};

export const genesis = '0'.repeat(64);

// key order must not decide the hash
const canonical = (value: unknown): string => {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
      .join(',')}}`;
  return JSON.stringify(value ?? null);
};

export const hashEntry = (entry: ChainedEntry, previous: string): string => {
  const { no, at, actorId, actor, action, object, objectId, summary, before, after, ip } = entry;
  return createHash('sha256')
    .update(previous)
    .update(canonical({ no, at, actorId, actor, action, object, objectId, summary, before, after, ip }))
    .digest('hex');
};

/** Returns the number of the first entry that does not fit, or null. Entries must come in order. */
export const checkChain = async (
  entries:
    | AsyncIterable<ChainedEntry & { readonly hash: string | null }>
    | Iterable<ChainedEntry & { readonly hash: string | null }>,
): Promise<{ entries: number; brokenAt: number | null }> => {
  let previous = genesis;
  let count = 0;
  for await (const entry of entries) {
    count += 1;
    if (entry.no !== count || entry.hash !== hashEntry(entry, previous)) return { entries: count, brokenAt: count };
    previous = entry.hash;
  }
  return { entries: count, brokenAt: null };
};
