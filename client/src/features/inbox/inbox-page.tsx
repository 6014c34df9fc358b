// The inbox: views, list, and the open task; its whole state is in the address.
import { CloseOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail, TaskRow } from '#contracts/tasks.ts';
import { apiKey, useApi } from '../../shared/query/index.ts';
import { BatchUrge } from './batch-urge.tsx';
import { KeyHelp } from './key-help.tsx';
import { ListHead } from './list/list-head.tsx';
import { rowAfter } from './list/held-order.ts';
import { TaskListPane } from './list/task-list.tsx';
import { useTaskList } from './list/use-task-list.ts';
import { EmptyTask } from './task/empty-task.tsx';
import { SnoozeDialog } from './task/snooze-dialog.tsx';
import { TaskPane } from './task/task-pane.tsx';
import { useInboxAddress } from './use-inbox-address.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useClearStrayTask } from './use-clear-stray-task.ts';
import { isBack, useTaskActs } from './use-task-acts.ts';
import { ViewsPane } from './views/views-pane.tsx';
import './inbox.css';

type Dialog = 'keys' | 'views' | 'urge' | { snooze: string } | null;

export const InboxPage = () => {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const { filter, opened, setFilter, openTask } = useInboxAddress();
  const list = useTaskList(filter);
  const counts = useApi('GET /api/tasks/counts', {
    query: { view: filter.view, ...(filter.campaignId === undefined ? {} : { campaignId: filter.campaignId }) },
  });
  const acts = useTaskActs();
  const [cursor, setCursor] = useState<string | null>(opened);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog>(null);
  const [said, setSaid] = useState<string | null>(null);
  const urging = filter.view === 'waiting';
  useClearStrayTask(list, opened, filter, () => openTask(null));

  const open = (key: string): void => {
    setCursor(key);
    openTask(key);
  };
  const choose = (key: string): void =>
    setChosen((before) =>
      before.has(key) ? new Set([...before].filter((each) => each !== key)) : new Set([...before, key]),
    );
  const leave = (key: string, words: string, next: boolean): void => {
    const after = rowAfter(list.rows, key);
    list.drop(key);
    setSaid(words);
    setCursor(after);
    openTask(next ? after : null);
    for (const route of [
      'GET /api/tasks',
      'GET /api/tasks/counts',
      'GET /api/issues',
      'GET /api/campaigns/:id/overview',
    ])
      void client.invalidateQueries({ queryKey: [route] });
  };
  // an open task need not be in the list: a pasted link, a task just claimed
  const rowOf = (key: string): TaskRow | undefined =>
    list.rows.find((each) => each.key === key) ??
    client.getQueryData<TaskDetail>(apiKey('GET /api/tasks/:key', { params: { key } }))?.task;
  const snooze = async (key: string, until: string): Promise<void> => {
    setDialog(null);
    const row = rowOf(key);
    if (row === undefined || !(await acts.snooze(row, until))) return;
    const back = isBack(until);
    if (back === (filter.view === 'snoozed')) leave(key, t(back ? 'acts.back' : 'acts.snoozed'), false);
  };
  useInboxKeys({
    rows: list.rows,
    cursor,
    opened,
    setCursor,
    open,
    close: () => openTask(null),
    letIn: list.refresh,
    snooze: (key) => setDialog({ snooze: key }),
    choose: urging ? choose : null,
    help: () => setDialog('keys'),
  });
  const changeFilter = (next: typeof filter): void => {
    setChosen(new Set());
    setDialog(null);
    setSaid(null);
    setFilter(next);
  };
  const picked = list.rows.filter((row) => chosen.has(row.key));
  return (
    <div className={`inbox${opened === null ? '' : ' has-task'}`}>
      <ViewsPane counts={counts.data} filter={filter} onFilter={changeFilter} onKeys={() => setDialog('keys')} />
      <section className="list-pane" aria-label={t('list')}>
        <ListHead
          key={filter.q ?? ''}
          filter={filter}
          total={list.total}
          onFilter={changeFilter}
          onRefresh={list.refresh}
          onViews={() => setDialog('views')}
        />
        {urging ? (
          <div className="batch-bar">
            <Button
              size="small"
              onClick={() =>
                setChosen(new Set(picked.length === list.rows.length ? [] : list.rows.map((row) => row.key)))
              }
            >
              {t(picked.length === list.rows.length && picked.length > 0 ? 'batch.none' : 'batch.all')}
            </Button>
            <Button size="small" type="primary" disabled={picked.length === 0} onClick={() => setDialog('urge')}>
              {t('batch.urge', { count: picked.length })}
            </Button>
          </div>
        ) : null}
        <TaskListPane
          list={list}
          filter={filter}
          cursor={cursor}
          opened={opened}
          chosen={urging ? chosen : null}
          onOpen={open}
          onChoose={choose}
        />
      </section>
      <div className="task-area">
        {said === null ? null : (
          <div className="note good said" role="status">
            <span className="grow">{said}</span>
            <Button
              type="text"
              size="small"
              aria-label={t('shared:close')}
              icon={<CloseOutlined />}
              onClick={() => setSaid(null)}
            />
          </div>
        )}
        {opened === null ? (
          <EmptyTask empty={list.rows.length === 0} />
        ) : (
          <TaskPane
            taskKey={opened}
            acts={acts}
            onDone={leave}
            onBack={() => openTask(null)}
            onSnooze={() => setDialog({ snooze: opened })}
          />
        )}
      </div>
      <KeyHelp open={dialog === 'keys'} onClose={() => setDialog(null)} />
      <Modal open={dialog === 'views'} footer={null} width={320} onCancel={() => setDialog(null)} title={t('views')}>
        <ViewsPane counts={counts.data} filter={filter} onFilter={changeFilter} onKeys={() => setDialog('keys')} />
      </Modal>
      {dialog === 'urge' ? (
        <BatchUrge
          rows={picked}
          onClose={(some) => {
            setDialog(null);
            if (some) list.refresh();
          }}
        />
      ) : null}
      {dialog !== null && typeof dialog === 'object' ? (
        <SnoozeDialog
          snoozed={(rowOf(dialog.snooze)?.snoozedUntil ?? null) !== null}
          onSnooze={(until) => void snooze(dialog.snooze, until)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
};
