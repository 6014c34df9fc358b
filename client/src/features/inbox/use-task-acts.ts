// Claim, release, assign, delegate, snooze: shown at once, taken back with the server's reason.
import { useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import type { TaskRow } from '#contracts/tasks.ts';
import { call } from '../../shared/api/index.ts';
import { useProblemText } from '../../shared/i18n/index.ts';
import { apiKey } from '../../shared/query/index.ts';
import { useMe } from '../../shared/session/index.ts';
import { serverNow } from '../../shared/time/index.ts';

type Pages = InfiniteData<ResponseOf<'GET /api/tasks'>>;
type Detail = ResponseOf<'GET /api/tasks/:key'>;
export type TaskActs = {
  readonly claim: (row: TaskRow) => Promise<void>;
  readonly release: (row: TaskRow) => Promise<void>;
  readonly hand: (
    row: TaskRow,
    how: 'assign' | 'delegate',
    to: { id: string; name: string },
    note: string,
  ) => Promise<void>;
  readonly snooze: (row: TaskRow, until: string) => Promise<boolean>;
};

/** A snooze that is over already brings the task back. */
export const isBack = (until: string): boolean => Date.parse(until) <= Date.parse(serverNow());

export const useTaskActs = (): TaskActs => {
  const client = useQueryClient();
  const me = useMe();
  const { message } = App.useApp();
  const { t } = useTranslation('inbox');
  const say = useProblemText();

  const show = (key: string, change: Partial<TaskRow>): void => {
    const patch = (row: TaskRow): TaskRow => (row.key === key ? { ...row, ...change } : row);
    client.setQueriesData<Pages>({ queryKey: ['GET /api/tasks'] }, (before) =>
      before === undefined
        ? before
        : { ...before, pages: before.pages.map((page) => ({ ...page, items: page.items.map(patch) })) },
    );
    client.setQueryData<Detail>(apiKey('GET /api/tasks/:key', { params: { key } }), (before) =>
      before === undefined ? before : { ...before, task: patch(before.task) },
    );
  };
  const optimistic = async (
    row: TaskRow,
    change: Partial<TaskRow>,
    act: () => Promise<TaskRow>,
    done: string,
  ): Promise<boolean> => {
    // a slow read begun before the act must not paint over it
    for (const route of ['GET /api/tasks', 'GET /api/tasks/:key']) await client.cancelQueries({ queryKey: [route] });
    show(row.key, change);
    try {
      show(row.key, await act());
      void message.success(done);
      return true;
    } catch (error) {
      show(row.key, row);
      void message.error(say(error), 6);
      return false;
    } finally {
      for (const route of ['GET /api/tasks', 'GET /api/tasks/counts', 'GET /api/tasks/:key'])
        void client.invalidateQueries({ queryKey: [route] });
    }
  };
  const params = (row: TaskRow) => ({ key: row.key });
  return {
    claim: async (row) => {
      const mine = { assignee: { id: me.userId, name: me.name }, holder: me.name };
      await optimistic(row, mine, () => call('POST /api/tasks/:key/claim', { params: params(row) }), t('acts.claimed'));
    },
    release: async (row) => {
      await optimistic(
        row,
        { assignee: null },
        () => call('POST /api/tasks/:key/release', { params: params(row) }),
        t('acts.released'),
      );
    },
    hand: async (row, how, to, note) => {
      const body = { userId: to.id, ...(note === '' ? {} : { note }) };
      const route =
        how === 'assign' ? ('POST /api/tasks/:key/assign' as const) : ('POST /api/tasks/:key/delegate' as const);
      await optimistic(
        row,
        { assignee: to, holder: to.name },
        () => call(route, { params: params(row), body }),
        t('acts.handed', { name: to.name }),
      );
    },
    snooze: (row, until) =>
      optimistic(
        row,
        { snoozedUntil: isBack(until) ? null : until },
        () => call('POST /api/tasks/:key/snooze', { params: params(row), body: { until } }),
        t(isBack(until) ? 'acts.back' : 'acts.snoozed'),
      ),
  };
};
