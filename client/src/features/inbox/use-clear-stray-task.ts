// Closes the open task when a changed filter no longer holds it; a pasted link is never second-guessed.
import { useEffect, useRef } from 'react';
import { writeFilter } from './address.ts';
import type { InboxFilter } from './address.ts';
import type { TaskList } from './list/use-task-list.ts';

export const useClearStrayTask = (
  list: TaskList,
  opened: string | null,
  filter: InboxFilter,
  clear: () => void,
): void => {
  const name = writeFilter(filter);
  const settled = useRef(name);
  useEffect(() => {
    if (settled.current === name || list.loading) return;
    settled.current = name;
    if (opened !== null && !list.rows.some((row) => row.key === opened)) clear();
  });
};
