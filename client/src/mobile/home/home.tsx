// The first page: the head with the place and the day, then what this person's role needs.
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { byUrgency, isVisit } from '../board/index.ts';
import { InspectorHome, QueueBadge } from '../inspector/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip, isInspector, useOnline, usePerson } from '../shell/index.ts';
import { boardRead, bringTasks, forgetGone, reload, useResource } from '../store/index.ts';
import { businessNow, businessTime, clockText, dayText, weekdayText } from '../time/index.ts';
import { Failed, Header, Icon, Loading } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { ClinicHome } from './clinic-home.tsx';

const placeOf = (me: ReturnType<typeof usePerson>): string =>
  me.memberships.find((member) => member.scopeName !== undefined)?.scopeName ?? me.orgName ?? me.name;

export const Home = (): ReactElement => {
  const me = usePerson();
  const online = useOnline();
  const board = useResource(boardRead());
  const inspector = isInspector(me);
  const fresh = online && board.value !== undefined && board.error === null && !board.loading;
  useEffect(() => {
    if (!fresh || board.value === undefined) return;
    const { tasks } = board.value;
    // Visits come with the pack.
    const wanted = byUrgency(inspector ? tasks.filter((task) => !isVisit(task)) : tasks);
    // Storage that is full or closed takes nothing away from the page.
    void forgetGone(tasks)
      .then(() => bringTasks(wanted))
      .catch(() => undefined);
  }, [fresh, board.value, inspector]);
  const now = businessNow();
  const day = say('home.day', { day: dayText(now), weekday: weekdayText(now) });
  const old = board.value !== undefined && (!online || board.error !== null);
  return (
    <>
      <Header title={placeOf(me)} sub={day}>
        {inspector && <QueueBadge />}
        <a className="icon-button" href={linkTo('me')}>
          <Icon name="person" />
          {say('home.me')}
        </a>
      </Header>
      <NetworkStrip />
      {old && <p className="progress meta">{say('home.asOf', { time: clockText(businessTime(board.at)) })}</p>}
      {board.value === undefined ? (
        <main>
          {board.error === null ? <Loading /> : <Failed error={board.error} onRetry={() => reload('board')} />}
        </main>
      ) : inspector ? (
        <InspectorHome board={board.value} kept={board.kept} />
      ) : (
        <ClinicHome board={board.value} />
      )}
    </>
  );
};
