// One visit of the day: where, whether begun, how far.
import type { ReactElement } from 'react';
import type { TaskRow } from '#contracts/tasks.ts';
import { useOnItsWay } from '../board/index.ts';
import { Segments } from '../checklist/index.ts';
import { linkTo } from '../route/index.ts';
import { dayText } from '../time/index.ts';
import { Row, Tag } from '../ui/index.ts';
import { say, stepName, subjectOf } from '../words/index.ts';
import { useVisitProgress } from './progress.ts';

export const visitName = (task: TaskRow): string => {
  const place = task.siteName === '' ? task.unitName : task.siteName;
  return place === '' ? subjectOf(task) : place;
};

export const VisitItem = ({ task }: { task: TaskRow }): ReactElement => {
  const progress = useVisitProgress(task.type === 'inspect-institution' ? task.key : null);
  const onItsWay = useOnItsWay(task);
  const done = progress?.verdicts.filter((one) => one !== undefined).length ?? 0;
  const begun = task.type === 'inspect-institution';
  const fact =
    progress === null
      ? stepName(task.title)
      : say('visit.progress', { sheet: progress.sheet, all: progress.verdicts.length, done });
  const state = onItsWay ? (
    <Tag look="grey" icon="cloud">
      {say('home.waitingToSend')}
    </Tag>
  ) : (
    <Tag look={begun ? 'blue' : 'grey'} icon={begun ? 'pen' : 'clock'}>
      {say(begun ? 'visit.running' : 'visit.notStarted')}
    </Tag>
  );
  return (
    <Row
      href={linkTo('task', task.key)}
      title={visitName(task)}
      fact={task.secret ? say('visit.secretFact', { what: fact }) : fact}
      tags={
        <>
          {state}
          {task.secret && (
            <Tag look="grey" icon="lock">
              {say('visit.secret')}
            </Tag>
          )}
          {task.due !== null && <span>{say('home.before', { day: dayText(task.due.at) })}</span>}
        </>
      }
    >
      {progress !== null && <Segments verdicts={progress.verdicts} />}
    </Row>
  );
};
