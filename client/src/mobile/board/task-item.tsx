// One thing to do: how urgent, what is wrong, one line of fact or why it came back.
import type { ReactElement } from 'react';
import type { TaskRow } from '#contracts/tasks.ts';
import { useBox } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { dayText } from '../time/index.ts';
import { DueTag, Row, Tag } from '../ui/index.ts';
import { say, stepName, subjectOf } from '../words/index.ts';

export const titleOf = (task: TaskRow): string => (task.subject === '' ? stepName(task.title) : subjectOf(task));

const factOf = (task: TaskRow): string => {
  const place = task.siteName === '' ? task.unitName : task.siteName;
  const step = task.subject === '' ? '' : stepName(task.title);
  return [step, place].filter((part) => part !== '').join(say('list.dot'));
};

const Urgency = ({ task }: { task: TaskRow }): ReactElement => (
  <>
    {task.due !== null && <DueTag due={task.due} />}
    {task.returned && (
      <Tag look="outline" icon="returned">
        {say('home.returned')}
      </Tag>
    )}
    {task.due !== null && !task.returned && (
      <span>{say(task.due.state === 'overdue' ? 'home.wasDue' : 'home.dueBy', { day: dayText(task.due.at) })}</span>
    )}
  </>
);

/** An answer handed in on the phone is on its way until the server has it. */
export const useOnItsWay = (task: TaskRow): boolean => {
  const { submissions } = useBox();
  return [...submissions.values()].some(
    (one) => one.target === task.key && one.act === 'complete' && one.state !== 'failed',
  );
};

export const TaskItem = ({ task }: { task: TaskRow }): ReactElement => {
  const onItsWay = useOnItsWay(task);
  const tags = onItsWay ? (
    <Tag look="grey" icon="cloud">
      {say('home.waitingToSend')}
    </Tag>
  ) : (
    <Urgency task={task} />
  );
  const because = task.returned && task.returnReason !== '' && !onItsWay;
  return (
    <Row href={linkTo('task', task.key)} tags={tags} title={titleOf(task)} fact={because ? '' : factOf(task)}>
      {because && (
        <p className="because">
          <b>{say('home.reason')}</b>
          {task.returnReason}
        </p>
      )}
    </Row>
  );
};
