// The keys of the inbox.
import { useKeys } from '../../shared/keyboard/index.ts';
import { rowBeside } from './list/held-order.ts';
import type { ShownRow } from './list/held-order.ts';

type Keys = {
  rows: readonly ShownRow[];
  cursor: string | null;
  opened: string | null;
  setCursor: (key: string | null) => void;
  open: (key: string) => void;
  close: () => void;
  letIn: () => void;
  snooze: (key: string) => void;
  choose: ((key: string) => void) | null;
  help: () => void;
};

export const useInboxKeys = (on: Keys): void => {
  const down = (): void => on.setCursor(rowBeside(on.rows, on.cursor, 1));
  const up = (): void => on.setCursor(rowBeside(on.rows, on.cursor, -1));
  const withRow = (act: (key: string) => void) => (): void => {
    const key = on.cursor ?? on.opened;
    if (key !== null) act(key);
  };
  useKeys({
    J: down,
    ArrowDown: down,
    K: up,
    ArrowUp: up,
    Enter: withRow(on.open),
    Escape: () => {
      if (on.opened === null) return;
      on.setCursor(on.opened);
      on.close();
      document.querySelector<HTMLElement>('.task-list [role=listbox]')?.focus({ preventScroll: true });
    },
    S: withRow(on.snooze),
    R: on.letIn,
    X: withRow((key) => on.choose?.(key)),
    '?': on.help,
  });
};
