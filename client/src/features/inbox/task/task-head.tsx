// What, whose and until when; the acts that do not end the task.
import { ArrowLeftOutlined, ClockCircleOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useMe } from '../../../shared/session/index.ts';
import { DueTag, RungPips } from '../../../shared/ui/index.ts';
import type { TaskActs } from '../use-task-acts.ts';
import { HandOver } from './hand-over.tsx';

type Props = { detail: TaskDetail; acts: TaskActs; onBack: () => void; onSnooze: () => void };

export const TaskHead = ({ detail, acts, onBack, onSnooze }: Props) => {
  const { t } = useTranslation('inbox');
  const me = useMe();
  const [handing, setHanding] = useState(false);
  const { task, issue } = detail;
  const over = task.completedAt !== null;
  const unit = [task.unitName, task.siteName].filter(Boolean).join(' · ');
  return (
    <header className="task-head">
      <div className="task-head-line">
        <Button
          className="task-back"
          type="text"
          size="small"
          aria-label={t('back')}
          icon={<ArrowLeftOutlined />}
          onClick={onBack}
        />
        <span className="small quiet">{[task.refNo, task.process, issue?.source].filter(Boolean).join('　')}</span>
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
      <h1>
        {task.title}
        {task.subject === '' ? '' : `：${task.subject}`}
      </h1>
      <dl className="task-facts">
        <div>
          <dt className="visually-hidden">{t('facts.due')}</dt>
          <dd>
            <DueTag due={task.due} />
          </dd>
        </div>
        {unit === '' ? null : <Fact name={t('facts.unit')} value={unit} />}
        {issue === null || issue.person === '' ? null : <Fact name={t('facts.person')} value={issue.person} />}
        <Fact name={t('facts.holder')} value={task.assignee?.name ?? t('facts.unclaimed')} />
        {issue === null || issue.verifyFailCount === 0 ? null : (
          <Fact name={t('facts.round')} value={t('shared:photo.round', { count: issue.verifyFailCount + 1 })} />
        )}
        {task.rung === null ? null : (
          <div>
            <dt className="visually-hidden">{t('facts.rung')}</dt>
            <dd>
              <RungPips rung={task.rung} />
            </dd>
          </div>
        )}
      </dl>
      {handing ? <HandOver task={task} acts={acts} onClose={() => setHanding(false)} /> : null}
    </header>
  );
};

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
