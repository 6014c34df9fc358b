// What the callers of a process hand to it; a process called with everything, or by nobody, is not named.
import type { Node, Process } from './process-view.ts';

const given = ({ inputs, loop, called }: Node): string[] | null =>
  called === null || called.propagatesParent
    ? null
    : [...inputs.map(({ target }) => target), ...(loop === null ? [] : [loop.inputElement, 'loopCounter'])];

export const handedIn = (processes: readonly Process[]): Record<string, string[]> => {
  const calls = processes.flatMap(({ nodes }) => nodes.filter(({ called }) => called !== null));
  const callsOf = (id: string): Node[] => calls.filter(({ called }) => called?.processId === id);
  // which process an expression means is known when it runs
  const open = calls.filter(({ called }) => called?.processId.startsWith('='));
  return Object.fromEntries(
    processes.flatMap(({ id }): [string, string[]][] => {
      const fixed = callsOf(id);
      const lists = [...fixed, ...open].map(given);
      if (lists.length === 0 || lists.includes(null)) return [];
      return [[id, [...new Set(lists.flatMap((list) => list ?? []))].filter((name) => name !== '')]];
    }),
  );
};
