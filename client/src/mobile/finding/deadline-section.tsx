// 期限怎么算的: one sentence, then the days themselves.
import type { ReactElement } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import { calendarRead, useResource } from '../store/index.ts';
import { addDays, businessNow, dayKey, dayText, weekdayOf } from '../time/index.ts';
import { Section } from '../ui/index.ts';
import { say, sayText } from '../words/index.ts';
import type { Word } from '../words/index.ts';
import { deadlineGrid } from './deadline-grid.ts';
import type { Cell, Grid } from './deadline-grid.ts';

const heads: readonly Word[] = ['week.mon', 'week.tue', 'week.wed', 'week.thu', 'week.fri', 'week.sat', 'week.sun'];
const monday = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));
const sunday = (day: string): string => addDays(monday(day), 6);
const latest = (a: string, b: string): string => (a > b ? a : b);

const classOf = (cell: Cell, late: boolean): string => {
  const counted = { out: '', off: '', used: 'counted', left: 'left', holiday: 'holiday' }[cell.count];
  return [counted, cell.today ? 'today' : '', cell.due ? `due ${late ? 'late' : ''}` : ''].join(' ').trim();
};
const sayCell = (cell: Cell): string =>
  [
    cell.today ? say('deadline.today') : '',
    cell.due ? say('deadline.due') : '',
    cell.count === 'used' || cell.count === 'left' ? say('deadline.counts') : '',
  ]
    .filter((word) => word !== '')
    .join(' ');

const Month = ({ grid, late }: { grid: Grid; late: boolean }): ReactElement => (
  <table className="grid">
    <caption className="visually-hidden">{say('deadline.title')}</caption>
    <thead>
      <tr>
        {heads.map((word) => (
          <th key={word} scope="col">
            {say(word)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {grid.weeks.map((week) => (
        <tr key={week[0]?.day}>
          {week.map((cell) => (
            <td
              key={cell.day}
              className={classOf(cell, late)}
              title={cell.name === null ? undefined : sayText(cell.name)}
            >
              {Number(cell.day.slice(8))}
              {cell.makeup && say('deadline.makeup')}
              <span className="visually-hidden">{sayCell(cell)}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Key = ({ grid, late }: { grid: Grid; late: boolean }): ReactElement => (
  <p className="key">
    <span>
      <i className="counted" />
      {say('deadline.used', { n: grid.used })}
    </span>
    <span>
      <i className="today" />
      {say('deadline.today')}
    </span>
    <span>
      <i className={late ? 'due late' : 'due'} />
      {say('deadline.due')}
    </span>
    {grid.holidays.map((name) => (
      <span key={name.zh}>
        <i className="holiday" />
        {sayText(name)}
      </span>
    ))}
  </p>
);

export const DeadlineSection = ({ issue }: { issue: IssueDetail }): ReactElement | null => {
  const due = issue.due;
  const today = dayKey(businessNow());
  const dueDay = due === null ? today : dayKey(due.at);
  const begun = dayKey(issue.dueHistory[0]?.setAt ?? issue.feedbackAt ?? issue.foundAt);
  const from = begun === '' || begun > dueDay ? dueDay : begun;
  const to = sunday(latest(dueDay, latest(today, dueDay) > addDays(dueDay, 14) ? dueDay : today));
  const calendar = useResource(due === null ? null : calendarRead(monday(from), to));
  if (due === null) return null;
  const late = due.state === 'overdue';
  const grid = calendar.value === undefined ? null : deadlineGrid(calendar.value, { from, due: dueDay, today });
  return (
    <Section title={say('deadline.title')}>
      <p>{due.explain === undefined ? say('deadline.plain', { day: dayText(due.at) }) : sayText(due.explain)}</p>
      <p className="muted">{say('deadline.counting')}</p>
      {issue.dueHistory.length > 1 &&
        issue.dueHistory.slice(0, -1).map((old) => (
          <p key={old.setAt} className="muted">
            <s>{say('deadline.before', { day: dayText(old.at) })}</s> {sayText(old.reason)}
          </p>
        ))}
      {grid !== null && (
        <>
          <Month grid={grid} late={late} />
          <Key grid={grid} late={late} />
        </>
      )}
    </Section>
  );
};
