// Puts organisations under their parents, in a reading order with their depth.
import type { Organisation } from '#contracts/administration.ts';

export type Branch = { readonly organisation: Organisation; readonly depth: number };

/** One whose parent is not visible stands at the top; a loop in the data is cut, not followed. */
export const treeOf = (organisations: readonly Organisation[]): Branch[] => {
  const known = new Set(organisations.map((each) => each.id));
  const under = new Map<string | null, Organisation[]>();
  for (const each of organisations) {
    const parent = each.parentId !== null && known.has(each.parentId) ? each.parentId : null;
    under.set(parent, [...(under.get(parent) ?? []), each]);
  }
  const lines: Branch[] = [];
  const seen = new Set<string>();
  const walk = (parent: string | null, depth: number): void => {
    for (const organisation of under.get(parent) ?? []) {
      if (seen.has(organisation.id)) continue;
      seen.add(organisation.id);
      lines.push({ organisation, depth });
      walk(organisation.id, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
};

export const matches = (organisation: Organisation, words: string): boolean =>
  words === '' || organisation.name.includes(words) || organisation.pinyin.includes(words.toLowerCase());
