// Inspections of one week, each on the day it is planned for; holidays and make-up days are marked.
import { LeftOutlined, LockFilled, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import { useText } from '../../shared/i18n/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { addDays, clockTime, isoDay, shortDay, weekday } from '../../shared/time/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import { daysOfWeek, mondayOf, type PlannedDay } from './calendar-week.ts';
import { InspectionState } from './inspection-state.tsx';
import './week-calendar.css';

type Row = ResponseOf<'GET /api/inspections'>[number];
type CalendarDay = ResponseOf<'GET /api/calendar'>[number];
type Opening = { openId: string | null; onOpen: (id: string) => void };
type Props = Opening & {
  rows: readonly Row[];
  monday: string;
  now: string;
  /** null is the present week, whichever that will be. */
  onWeek: (monday: string | null) => void;
};

export const WeekCalendar = ({ rows, monday, now, onWeek, ...opening }: Props) => {
  const { t } = useTranslation('inspection');
  const sunday = addDays(monday, 6);
  const calendar = useApi('GET /api/calendar', { query: { from: monday, to: sunday } }, { stale: Infinity });
  const days = daysOfWeek(monday, rows);
  const present = mondayOf(isoDay(now));
  const go = (to: string): void => onWeek(to === present ? null : to);
  return (
    <section className="inspection-week" aria-label={t('calendar.title')}>
      <header className="week-bar">
        <Button
          size="small"
          aria-label={t('calendar.previous')}
          icon={<LeftOutlined aria-hidden />}
          onClick={() => go(addDays(monday, -7))}
        />
        <Button
          size="small"
          aria-label={t('calendar.next')}
          icon={<RightOutlined aria-hidden />}
          onClick={() => go(addDays(monday, 7))}
        />
        <Button size="small" disabled={monday === present} onClick={() => onWeek(null)}>
          {t('calendar.present')}
        </Button>
        <h2 aria-live="polite">{t('calendar.range', { from: monday, to: sunday })}</h2>
        {days.every((day) => day.rows.length === 0) ? (
          <span className="small support" role="status">
            {t('calendar.none')}
          </span>
        ) : null}
      </header>
      {calendar.error === null ? null : <ProblemNote error={calendar.error} again={() => void calendar.refetch()} />}
      <ol className="week-days">
        {days.map((planned) => (
          <WeekDay
            key={planned.day}
            planned={planned}
            facts={calendar.data?.find(({ day }) => day === planned.day)}
            today={planned.day === isoDay(now)}
            {...opening}
          />
        ))}
      </ol>
    </section>
  );
};

type DayProps = Opening & { planned: PlannedDay; facts: CalendarDay | undefined; today: boolean };

const WeekDay = ({ planned: { day, rows }, facts, today, openId, onOpen }: DayProps) => {
  const { t } = useTranslation('inspection');
  const say = useText();
  return (
    <li className={`week-day${today ? ' today' : ''}${facts?.working === false ? ' off' : ''}`}>
      <h3 aria-current={today ? 'date' : undefined}>
        <span>
          {t(`shared:weekday.${weekday(day)}`)} {shortDay(day)}
        </span>
        {today ? <span className="week-mark strong">{t('calendar.today')}</span> : null}
        {facts?.kind === 'holiday' || facts?.kind === 'makeup' ? (
          <span className="week-mark">{t(`calendar.${facts.kind}`, { name: say(facts.name) })}</span>
        ) : null}
      </h3>
      {rows.length === 0 ? (
        <p className="small quiet">{t('shared:none')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <WeekCard row={row} open={row.id === openId} onOpen={() => onOpen(row.id)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

const WeekCard = ({ row, open, onOpen }: { row: Row; open: boolean; onOpen: () => void }) => {
  const { t } = useTranslation('inspection');
  return (
    <button type="button" className={`week-card${open ? ' open' : ''}`} aria-pressed={open} onClick={onOpen}>
      <span>
        {clockTime(row.plannedFor)} <b>{t(`work:mode.${row.mode}`)}</b>
      </span>
      <span className="small quiet">
        {row.secret ? <LockFilled className="tone-ink" aria-label={t('secret')} /> : null} {row.no}
      </span>
      <span className="small support week-target">{row.secret ? t('onlyThese') : row.targetNames.join('、')}</span>
      <span className="small support">{row.teamName}</span>
      <span className="small">
        <InspectionState state={row.state} />
      </span>
    </button>
  );
};
