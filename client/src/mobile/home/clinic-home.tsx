// The home of whoever answers: what to do first, what to sign for, what waits on others.
import type { ReactElement } from 'react';
import { retryFailed, summarise, useBox } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { useOnline } from '../shell/index.ts';
import type { Board } from '../store/index.ts';
import { dayText } from '../time/index.ts';
import { Bar, Icon, Row, Section, Tag } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { Fold } from './fold.tsx';
import { TaskItem, byUrgency, isNotice, titleOf } from '../board/index.ts';
import type { TaskRow } from '#contracts/tasks.ts';

const Notices = ({ tasks }: { tasks: readonly TaskRow[] }): ReactElement | null =>
  tasks.length === 0 ? null : (
    <Section title={say('home.notices')} small={say('home.papers', { n: tasks.length })}>
      <ul className="rows">
        {tasks.map((task) => (
          <Row
            key={task.key}
            href={linkTo('task', task.key)}
            title={titleOf(task)}
            fact={task.unitName}
            tags={
              <>
                <Tag look="blue" icon="bell">
                  {say('home.toSign')}
                </Tag>
                {task.due !== null && <span>{say('home.before', { day: dayText(task.due.at) })}</span>}
              </>
            }
          />
        ))}
      </ul>
    </Section>
  );

const Nothing = (): ReactElement => (
  <Section>
    <h2 className="tags">
      <span className="ticks">
        <Icon name="check" />
      </span>{' '}
      {say('home.nothing')}
    </h2>
    <p className="muted">{say('home.nothingHint')}</p>
  </Section>
);

const First = ({ tasks }: { tasks: readonly TaskRow[] }): ReactElement | null => {
  const online = useOnline();
  const box = useBox();
  const { failed } = summarise(box);
  const sending = new Set([...box.submissions.values()].map((one) => one.target));
  const first = tasks.find((task) => !sending.has(task.key));
  if (first !== undefined)
    return (
      <Bar>
        <a className="primary" href={linkTo('task', first.key)}>
          {say('home.first', { what: titleOf(first) })}
        </a>
      </Bar>
    );
  if (failed === 0) return null;
  return (
    <Bar hint={online ? undefined : <span>{say('net.offline')}</span>}>
      <button type="button" className="primary" onClick={() => void retryFailed(true)}>
        <Icon name="again" />
        {say('queue.retryAll')}
      </button>
    </Bar>
  );
};

export const ClinicHome = ({ board }: { board: Board }): ReactElement => {
  const notices = byUrgency(board.tasks.filter(isNotice));
  const todo = byUrgency(board.tasks.filter((task) => !isNotice(task)));
  return (
    <>
      <main>
        {todo.length === 0 ? (
          <Nothing />
        ) : (
          <Section title={say('home.todo')} small={say('home.todoCount', { n: todo.length })}>
            <ul className="rows">
              {todo.map((task) => (
                <TaskItem key={task.key} task={task} />
              ))}
            </ul>
          </Section>
        )}
        <Notices tasks={notices} />
        <Section>
          <ul className="rows fold">
            <Fold
              href={linkTo('waiting')}
              look="blue"
              icon="hourglass"
              word={say('home.waiting')}
              count={board.waiting.length}
            />
            <Fold href={linkTo('done')} look="green" icon="check" word={say('home.done')} count={board.done.length} />
          </ul>
        </Section>
      </main>
      <First tasks={[...todo, ...notices]} />
    </>
  );
};
