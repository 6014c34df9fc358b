// Reads and writes the inbox's address.
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { readFilter, withTask } from './address.ts';
import type { InboxFilter } from './address.ts';

export const useInboxAddress = () => {
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const opened = search.get('task');
  const setFilter = useCallback(
    (next: InboxFilter) => setSearch((before) => withTask(next, before.get('task'))),
    [setSearch],
  );
  const openTask = useCallback(
    (key: string | null) => setSearch((before) => withTask(readFilter(before), key)),
    [setSearch],
  );
  return { filter, opened, setFilter, openTask };
};
