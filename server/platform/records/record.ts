// A Zeebe record as the Elasticsearch exporter writes it; only the fields that every record has are typed.
import { z } from 'zod';

export const engineRecord = z.object({
  partitionId: z.number(),
  position: z.number(),
  key: z.union([z.string(), z.number()]).transform(String),
  timestamp: z.number(),
  valueType: z.string(),
  intent: z.string(),
  recordType: z.string(),
  value: z.record(z.string(), z.unknown()),
});
export type EngineRecord = z.infer<typeof engineRecord>;

const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|-?\d{16,}/g;
// beyond 2^53: keys of the fourth partition and up
const mayRound = /9\d{15}|\d{17}/;

/** Integers that JSON.parse would round become strings first; text inside strings stays as it is. */
export const parseRecord = (line: string): EngineRecord => {
  const exact = mayRound.test(line)
    ? line.replace(stringOrLongNumber, (token) => (token.startsWith('"') ? token : `"${token}"`))
    : line;
  return engineRecord.parse(JSON.parse(exact));
};
