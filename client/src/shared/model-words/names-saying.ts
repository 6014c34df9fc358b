// The names, as the models write them, of what reads as typed in the reader's language: a server searches only those.
import type { Names } from './told-in.ts';

export const namesSaying = (typed: string, chinese: Names, spoken: Names): readonly string[] => {
  const words = typed.trim().toLowerCase();
  if (words === '' || chinese === spoken) return [];
  return Object.entries(spoken).flatMap(([key, name]) =>
    name.toLowerCase().includes(words) ? (chinese[key] ?? []) : [],
  );
};
