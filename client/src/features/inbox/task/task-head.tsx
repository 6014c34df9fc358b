// What, whose and until when; the acts that do not end the task.
import { ClockCircleOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useMe } from '../../../shared/session/index.ts';
import type { TaskActs } from '../use-task-acts.ts';
import { HandOver } from './hand-over.tsx';
import { BackButton, DueFact, Fact, placeOf, RungFact, TaskName } from './task-facts.tsx';

type Props = { detail: TaskDetail; acts: TaskActs; onBack: () => void; onSnooze: () => void };

export const TaskHead = ({ detail, acts, onBack, onSnooze }: Props) => {
  const { t } = useTranslation('inbox');
  const me = useMe();
  const work = useWorkWords();
  const [handing, setHanding] = useState(false);
  const { task, issue } = detail;
  const over = task.completedAt !== null;
  return (
    <header className="task-head">
      <div className="task-head-line">
        <BackButton onBack={onBack} />
        <span className="small quiet">
          {[work.refNo(task.refNo), work.name(task.process), issue?.source].filter(Boolean).join('　')}
        </span>
        {over ? null : (
          <span className="task-head-acts">
            {task.assignee === null ? (
              <Button size="small" type="primary" ghost onClick={() => void acts.claim(task)}>
                {t('acts.claim')}
              </Button>
            ) : task.assignee.id === me.userId && task.groups.length > 0 ? (
              <Button size="small" type="text" onClick={() => void acts.release(task)}>
                {t('acts.release')}
              </Button>
            ) : null}
            <Button size="small" type="text" icon={<ClockCircleOutlined aria-hidden />} onClick={onSnooze}>
              {t('acts.snooze')}
            </Button>
            <Button size="small" type="text" icon={<UserSwitchOutlined aria-hidden />} onClick={() => setHanding(true)}>
              {t('acts.hand')}
            </Button>
          </span>
        )}
      </div>
      <TaskName task={task} />
      <dl className="task-facts">
        <DueFact task={task} />
        <Fact name={t('facts.unit')} value={placeOf(task)} />
        <Fact name={t('facts.person')} value={issue?.person ?? ''} />
        <Fact name={t('facts.holder')} value={task.assignee?.name ?? t('facts.unclaimed')} />
        {issue === null || issue.verifyFailCount === 0 ? null : (
          <Fact name={t('facts.round')} value={t('shared:photo.round', { count: issue.verifyFailCount + 1 })} />
        )}
        <RungFact task={task} />
      </dl>
      {handing ? <HandOver task={task} acts={acts} onClose={() => setHanding(false)} /> : null}
    </header>
  );
};
