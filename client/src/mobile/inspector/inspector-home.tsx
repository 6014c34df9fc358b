// The home of whoever checks: what is on the phone, today's visits, other tasks.
import type { ReactElement } from 'react';
import type { TaskRow } from '#contracts/tasks.ts';
import { TaskItem, byUrgency, isVisit, titleOf } from '../board/index.ts';
import { linkTo } from '../route/index.ts';
import { isKept } from '../store/index.ts';
import type { Board } from '../store/index.ts';
import { Bar, Icon, Section } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { PackLine } from './pack-line.tsx';
import { usePack } from './pack.ts';
import { useVisitProgress } from './progress.ts';
import { VisitItem, visitName } from './visit-item.tsx';

const begunFirst = (tasks: readonly TaskRow[]): TaskRow[] =>
  byUrgency(tasks).sort((a, b) => Number(b.type === 'inspect-institution') - Number(a.type === 'inspect-institution'));

const Continue = ({ visit }: { visit: TaskRow }): ReactElement => {
  const progress = useVisitProgress(visit.type === 'inspect-institution' ? visit.key : null);
  const begun = visit.type === 'inspect-institution';
  return (
    <a className="primary" href={linkTo('task', visit.key)}>
      <span>
        {say(begun ? 'visit.continue' : 'visit.go', { name: visitName(visit) })}
        {progress?.next !== undefined && (
          <small>{say('check.itemNo', { n: progress.next.no, what: progress.next.text })}</small>
        )}
      </span>
    </a>
  );
};

const First = ({ visit, other }: { visit: TaskRow | undefined; other: TaskRow | undefined }): ReactElement | null => {
  if (visit !== undefined)
    return (
      <Bar>
        <Continue visit={visit} />
      </Bar>
    );
  return other === undefined ? null : (
    <Bar>
      <a className="primary" href={linkTo('task', other.key)}>
        {say('home.first', { what: titleOf(other) })}
      </a>
    </Bar>
  );
};

/** `kept`: as it lies on the phone, where secret visits are not. */
export const InspectorHome = ({ board, kept }: { board: Board; kept: boolean }): ReactElement => {
  const visits = begunFirst(board.tasks.filter(isVisit));
  const others = byUrgency(board.tasks.filter((task) => !isVisit(task)));
  const packed = visits.filter(isKept);
  const pack = usePack(packed);
  return (
    <>
      <main>
        {packed.length > 0 && <PackLine pack={pack} visits={packed.length} others={others.length} />}
        {(kept || packed.length < visits.length) && <p className="progress meta">{say('pack.secret')}</p>}
        <Section title={say('visit.today')} small={say('visit.count', { n: visits.length })}>
          {visits.length === 0 && (
            <p className={kept ? 'chips muted' : 'chips muted ticks'}>
              <Icon name={kept ? 'offline' : 'check'} />
              {say(kept ? 'visit.noneKept' : 'visit.none')}
            </p>
          )}
          <ul className="rows">
            {visits.map((task) => (
              <VisitItem key={task.key} task={task} />
            ))}
          </ul>
        </Section>
        {others.length > 0 && (
          <Section title={say('visit.others')} small={say('home.count', { n: others.length })}>
            <ul className="rows">
              {others.map((task) => (
                <TaskItem key={task.key} task={task} />
              ))}
            </ul>
          </Section>
        )}
      </main>
      <First visit={visits[0]} other={others[0]} />
    </>
  );
};
