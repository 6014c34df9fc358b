// The list of tasks with its held order: read, let new rows in, drop what was done here.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { TaskRow } from '#contracts/tasks.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { usePages } from '../../../shared/query/index.ts';
import { followChanges } from '../../../shared/realtime/index.ts';
import { writeFilter } from '../address.ts';
import type { InboxFilter } from '../address.ts';
import { showRows, uniqueRows, waitingRows } from './held-order.ts';
import type { ShownRow } from './held-order.ts';

const gatherMs = 300;
const pageSize = 50;

export type TaskList = {
  readonly rows: readonly ShownRow[];
  readonly total: number;
  readonly waiting: number;
  readonly loading: boolean;
  readonly error: unknown;
  readonly more: boolean;
  readonly loadMore: () => void;
  readonly letIn: () => void;
  readonly drop: (key: string) => void;
  readonly refresh: () => void;
};

export const useTaskList = (filter: InboxFilter): TaskList => {
  const name = writeFilter(filter);
  const work = useWorkWords();
  const titles = filter.q === undefined ? [] : work.namesSaying(filter.q);
  const read = usePages('GET /api/tasks', {
    query: { ...filter, limit: pageSize, ...(titles.length === 0 ? {} : { titles: titles.join(',') }) },
  });
  const latest = useMemo(() => uniqueRows(read.data?.pages.flatMap((page) => page.items) ?? []), [read.data]);
  const [held, setHeld] = useState<{ name: string; order: readonly string[] } | null>(null);
  const seen = useRef(new Map<string, TaskRow>());
  // what was done here stays away even where the server's list lags behind; another view may show it
  const dropped = useRef({ name, keys: new Set<string>() });
  if (dropped.current.name !== name) dropped.current = { name, keys: new Set() };
  for (const row of latest) seen.current.set(row.key, row);

  const present = useMemo(() => latest.filter((row) => !dropped.current.keys.has(row.key)), [latest, held]);
  const order = held?.name === name ? held.order : present.map((row) => row.key);
  if (held?.name !== name && read.data !== undefined && !read.isFetching) setHeld({ name, order });

  const letIn = useCallback(() => setHeld({ name, order: present.map((row) => row.key) }), [name, present]);
  const drop = useCallback((key: string) => {
    dropped.current.keys.add(key);
    setHeld((before) => (before === null ? before : { ...before, order: before.order.filter((each) => each !== key) }));
  }, []);
  useRefetchOnNews();
  const { fetchNextPage } = read;
  const loadMore = useCallback(() => {
    void fetchNextPage().then((result) => {
      const keys = uniqueRows(result.data?.pages.at(-1)?.items ?? []).map((row) => row.key);
      setHeld((before) =>
        before === null
          ? before
          : { ...before, order: [...before.order, ...keys.filter((key) => !before.order.includes(key))] },
      );
    });
  }, [fetchNextPage]);
  return {
    rows: showRows(order, present, seen.current, !read.hasNextPage),
    total: read.data?.pages.at(-1)?.total ?? 0,
    waiting: waitingRows(order, present).length,
    loading: read.isPending,
    error: read.error,
    more: read.hasNextPage,
    loadMore,
    letIn,
    drop,
    refresh: () => void read.refetch().then(letIn),
  };
};

const useRefetchOnNews = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let more = false;
    // the first is shown at once, what follows close behind is gathered
    const read = (): void => {
      more = false;
      void client.invalidateQueries({ queryKey: ['GET /api/tasks'] });
      timer = setTimeout(() => {
        timer = undefined;
        if (more) read();
      }, gatherMs);
    };
    const stop = followChanges((change) => {
      if (change.topic !== 'task') return;
      more = true;
      if (timer === undefined) read();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
};
