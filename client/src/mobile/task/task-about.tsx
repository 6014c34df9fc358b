// What a task is about: its deadline, why it came back, and the facts to decide on.
import type { ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { Photos } from './photos.tsx';
import { linkTo } from '../route/index.ts';
import { deadlineText } from '../time/index.ts';
import { DueTag, Icon, Section, Tag } from '../ui/index.ts';
import { say, subjectOf } from '../words/index.ts';

const Fact = ({ name, value }: { name: string; value: string }): ReactElement | null =>
  value === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );

const lastPhotos = (detail: TaskDetail): EvidenceItem[] =>
  (detail.issue?.evidence ?? []).filter((item) => item.kind === 'photo' && item.phase !== 'record');

const Issue = ({ detail }: { detail: TaskDetail }): ReactElement | null => {
  const { issue } = detail;
  if (issue === null) return null;
  const last = issue.rounds[issue.rounds.length - 1];
  return (
    <Section title={say('task.issue')} small={say('issue.no', { no: issue.no })}>
      <dl className="facts">
        <Fact name={say('task.problem')} value={issue.description} />
        <Fact name={say('task.place')} value={issue.siteName ?? issue.unitName} />
        <Fact name={say('reply.did')} value={last?.did ?? ''} />
        <Fact name={say('reply.cause')} value={last?.cause ?? issue.rootCause} />
      </dl>
      <Photos items={lastPhotos(detail)} />
      <a className="link" href={linkTo('issue', issue.id)}>
        <Icon name="list" />
        {say('task.wholeIssue')}
      </a>
    </Section>
  );
};

const Opinion = ({ detail }: { detail: TaskDetail }): ReactElement | null => {
  const { inspection } = detail;
  if (inspection === null || inspection.opinion === '') return null;
  return (
    <Section title={say('task.opinion')} small={inspection.no}>
      <p className="quote">{inspection.opinion}</p>
    </Section>
  );
};

export const TaskAbout = ({ detail }: { detail: TaskDetail }): ReactElement => {
  const { task } = detail;
  return (
    <>
      <Section>
        <p className="chips">
          {task.due !== null && <DueTag due={task.due} />}
          {task.returned && (
            <Tag look="outline" icon="returned">
              {say('home.returned')}
            </Tag>
          )}
          {task.due !== null && <b>{say('task.before', { day: deadlineText(task.due.at) })}</b>}
        </p>
        {task.subject !== '' && <p>{subjectOf(task)}</p>}
        {task.returned && task.returnReason !== '' && (
          <p className="because">
            <b>{say('home.reason')}</b>
            {task.returnReason}
          </p>
        )}
      </Section>
      <Issue detail={detail} />
      <Opinion detail={detail} />
    </>
  );
};
