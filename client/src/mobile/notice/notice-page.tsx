// A notice: what it means in plain words, then the letter itself, then what comes next.
import type { ReactElement } from 'react';
import type { EscalationDetail } from '#contracts/escalations.ts';
import type { TaskRow } from '#contracts/tasks.ts';
import { useOnItsWay } from '../board/index.ts';
import { handIn } from '../reply/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip, useOnline } from '../shell/index.ts';
import { dayText, deadlineText, momentText } from '../time/index.ts';
import { Bar, DueTag, Header, Icon, Section, Tag } from '../ui/index.ts';
import { say, stepName } from '../words/index.ts';
import { Appeal } from './appeal.tsx';
import { Letter } from './letter.tsx';
import { groundOf, riseOf } from './sentences.ts';
import { noticeSteps } from './steps.ts';
import type { NoticeStep } from './steps.ts';

type NoticeProps = { escalation: EscalationDetail; task: TaskRow };

const Fact = ({
  name,
  value,
  strong = false,
}: {
  name: string;
  value: string;
  strong?: boolean;
}): ReactElement | null =>
  value === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd>{strong ? <b>{value}</b> : value}</dd>
    </>
  );

const Summary = ({ escalation, task }: NoticeProps): ReactElement => {
  const { due, interview } = escalation;
  const signing = task.type === 'acknowledge-escalation';
  const ends = task.due ?? due;
  return (
    <Section>
      <p className="chips">
        {signing ? (
          <Tag look={ends?.state === 'today' ? 'solid-amber' : 'blue'} icon="bell">
            {say('home.toSign')}
          </Tag>
        ) : (
          ends !== null && <DueTag due={ends} />
        )}
        {ends !== null && (
          <span className="muted">
            {say(signing ? 'notice.signBefore' : 'notice.replyBefore', { day: dayText(ends.at) })}
          </span>
        )}
      </p>
      <dl className="facts">
        {interview !== null && (
          <>
            <Fact name={say('notice.when')} value={momentText(interview.heldAt)} strong />
            <Fact name={say('notice.where')} value={interview.place} />
            <Fact name={say('notice.who')} value={interview.interviewee} />
          </>
        )}
        <Fact name={say('notice.why')} value={groundOf(escalation)} />
        <Fact name={say('notice.fact')} value={escalation.fact} />
        <Fact name={say('notice.next')} value={riseOf(escalation)} />
      </dl>
    </Section>
  );
};

const icons = { done: 'check', now: 'pen', next: 'clock' } as const;
const Steps = ({ steps }: { steps: readonly NoticeStep[] }): ReactElement => (
  <ol className="timeline">
    {steps.map((step) => (
      <li key={step.key} className={step.state}>
        <Icon name={icons[step.state]} />
        {step.state === 'now' ? <strong>{step.title}</strong> : <p>{step.title}</p>}
        <p className="meta">{step.when}</p>
      </li>
    ))}
  </ol>
);

const LastVerdict = ({ escalation }: { escalation: EscalationDetail }): ReactElement | null => {
  const last = escalation.replies[escalation.replies.length - 1];
  if (last === undefined || last.verdict === '') return null;
  return (
    <Section title={say('notice.verdict')}>
      <p className="because">{last.verdict}</p>
    </Section>
  );
};

export const NoticePage = ({ escalation, task }: NoticeProps): ReactElement => {
  const online = useOnline();
  const onItsWay = useOnItsWay(task);
  const letter = escalation.documents[escalation.documents.length - 1];
  const signing = task.type === 'acknowledge-escalation';
  const title = letter?.title ?? stepName(task.title);
  const sign = (): Promise<void> =>
    handIn({
      taskKey: task.key,
      issueId: escalation.issueId ?? '',
      title: say('notice.receiptOf', { what: title }),
      values: { acknowledged: true },
    });
  return (
    <>
      <Header title={title} sub={escalation.unitName} back={linkTo()} />
      <NetworkStrip />
      <main>
        <Summary escalation={escalation} task={task} />
        {escalation.documents.map((one) => (
          <Letter key={one.id} letter={one} />
        ))}
        {escalation.issueId !== null && (
          <Section>
            <a className="link" href={linkTo('issue', escalation.issueId)}>
              <Icon name="list" />
              {say('notice.seeIssue')}
            </a>
          </Section>
        )}
        <LastVerdict escalation={escalation} />
        <Section title={say('notice.then')}>
          <Steps steps={noticeSteps(escalation, task)} />
          <Appeal escalation={escalation} />
        </Section>
      </main>
      {onItsWay ? (
        <Bar hint={<span>{say('finding.onItsWay')}</span>}>
          <a className="primary" href={linkTo('queue')}>
            {say('finding.seeQueue')}
          </a>
        </Bar>
      ) : signing ? (
        <Bar hint={<span>{say('notice.onlyReceipt')}</span>}>
          <button type="button" className="primary" onClick={() => void sign()}>
            <Icon name="pen" />
            {say(online ? 'notice.sign' : 'act.submitLater')}
          </button>
        </Bar>
      ) : (
        <Bar
          hint={task.due === null ? undefined : <span>{say('notice.before', { day: deadlineText(task.due.at) })}</span>}
        >
          <a className="primary" href={linkTo('task', task.key, 'reply')}>
            <Icon name="speech" />
            {say('notice.write')}
          </a>
        </Bar>
      )}
    </>
  );
};
