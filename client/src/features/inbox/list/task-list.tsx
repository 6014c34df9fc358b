// The list itself: a listbox with groups, a pill for new tasks, more at the end.
import { ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { EmptyNote, KeyCap, LoadingNote, ProblemNote } from '../../../shared/ui/index.ts';
import type { InboxFilter } from '../address.ts';
import { groupRows } from './group-rows.ts';
import { TaskItem, optionId } from './task-item.tsx';
import type { TaskList } from './use-task-list.ts';

type Props = {
  list: TaskList;
  filter: InboxFilter;
  cursor: string | null;
  opened: string | null;
  chosen: ReadonlySet<string> | null;
  onOpen: (key: string) => void;
  onChoose: (key: string) => void;
};

export const TaskListPane = ({ list, filter, cursor, opened, chosen, onOpen, onChoose }: Props) => {
  const { t } = useTranslation('inbox');
  const work = useWorkWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (cursor !== null) document.getElementById(optionId(cursor))?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  return (
    <div className="task-list" ref={box}>
      {list.waiting > 0 ? (
        <button type="button" className="new-pill" onClick={list.letIn}>
          <ArrowUpOutlined aria-hidden /> {t('newTasks', { count: list.waiting })} <KeyCap>R</KeyCap>
        </button>
      ) : null}
      <span className="visually-hidden" role="status">
        {list.waiting > 0 ? t('newTasks', { count: list.waiting }) : ''}
      </span>
      {list.error === null ? null : <ProblemNote error={list.error} again={list.refresh} />}
      {list.loading && list.error === null ? <LoadingNote /> : null}
      {!list.loading && list.rows.length === 0 ? <EmptyNote>{t(`empty.${filter.view}`)}</EmptyNote> : null}
      {list.rows.length === 0 ? null : (
        <div
          role="listbox"
          aria-label={t(`view.${filter.view}`)}
          aria-multiselectable={chosen !== null}
          aria-activedescendant={cursor === null ? undefined : optionId(cursor)}
          tabIndex={0}
        >
          {groupRows(list.rows, filter.sort).map((group) => (
            <div
              key={group.key}
              role="group"
              aria-label={group.name === null ? t(`group.${group.key}`) : work.name(group.name)}
            >
              <div className="task-group" aria-hidden>
                {group.name === null ? t(`group.${group.key}`) : work.name(group.name)}{' '}
                <span className="quiet">{group.rows.length}</span>
              </div>
              {group.rows.map((row) => (
                <TaskItem
                  key={row.key}
                  row={row}
                  cursor={row.key === cursor}
                  opened={row.key === opened}
                  chosen={chosen === null ? null : chosen.has(row.key)}
                  onOpen={() => onOpen(row.key)}
                  onChoose={() => onChoose(row.key)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {list.more ? (
        <Button type="link" block onClick={list.loadMore}>
          {t('loadMore', { shown: list.rows.length, total: list.total })}
        </Button>
      ) : null}
    </div>
  );
};
