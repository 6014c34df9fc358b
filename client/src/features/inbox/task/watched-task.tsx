// A task somebody else holds: where it stands, with whom, since when, and a reminder to them.
import { BellOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskDetail, TaskRow } from '#contracts/tasks.ts';
import { call, clientId } from '../../../shared/api/index.ts';
import { ProcessStrip, StepTable } from '../../../shared/case-file/index.ts';
import { useProblemText, useText, useWorkWords } from '../../../shared/i18n/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { shortTime } from '../../../shared/time/index.ts';
import { BackButton, DueFact, Fact, placeOf, RungFact, TaskName } from './task-facts.tsx';

export const WatchedTask = ({ detail, onBack }: { detail: TaskDetail; onBack: () => void }) => {
  const { t } = useTranslation('inbox');
  const work = useWorkWords();
  const { task, strip } = detail;
  return (
    <section className="task-pane watched" aria-label={work.name(task.title)}>
      <header className="task-head">
        <div className="task-head-line">
          <BackButton onBack={onBack} />
          <span className="small quiet">
            {[work.refNo(task.refNo), work.name(task.process)].filter(Boolean).join('　')}
          </span>
        </div>
        <TaskName task={task} />
        <dl className="task-facts">
          <DueFact task={task} />
          <Fact name={t('facts.unit')} value={placeOf(task)} />
          <Fact name={t('facts.holder')} value={task.assignee?.name ?? t('facts.unclaimed')} />
          <RungFact task={task} />
        </dl>
      </header>
      {strip === null ? null : (
        <div className="task-strip">
          <ProcessStrip strip={strip} />
        </div>
      )}
      <div className="watched-body">
        <p>
          {t('watched.note', { holder: task.assignee?.name ?? t('facts.unclaimed'), at: shortTime(task.createdAt) })}
        </p>
        <WatchedActs task={task} />
        {strip === null ? null : <StepTable strip={strip} />}
      </div>
    </section>
  );
};

const WatchedActs = ({ task }: { task: TaskRow }) => {
  const { t } = useTranslation('inbox');
  const may = useMay();
  const { message } = App.useApp();
  const say = useProblemText();
  const sayText = useText();
  const [sending, setSending] = useState(false);
  const urge = async (): Promise<void> => {
    setSending(true);
    try {
      const { results } = await call('POST /api/tasks/urge', {
        body: { keys: [task.key], note: '', idempotencyKey: clientId() },
      });
      const first = results[0];
      if (first?.ok) void message.success(t('watched.urged', { name: sayText(first.recipient) }));
      else void message.warning(sayText(first?.reason ?? null) || t('watched.refused'));
    } catch (error) {
      void message.error(say(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="watched-acts">
      <Button type="primary" icon={<BellOutlined aria-hidden />} loading={sending} onClick={() => void urge()}>
        {t('watched.urge')}
      </Button>
      {task.issueId === null ? null : <Link to={`/issues/${task.issueId}`}>{t('watched.row')}</Link>}
      {task.caseId === null ? null : <Link to={`/cases/${task.caseId}`}>{t('watched.case')}</Link>}
      {task.escalationId !== null && may('escalations.view') ? (
        <Link to={`/escalations/${task.escalationId}`}>{t('watched.escalation')}</Link>
      ) : null}
    </div>
  );
};
