// Asking for more time: the current deadline first, a new day, why, and what is done already.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import { issueTitle } from '../finding/index.ts';
import { GuideBar } from '../guide/index.ts';
import type { Step } from '../guide/index.ts';
import { addSubmission } from '../outbox/index.ts';
import { goTo, linkTo } from '../route/index.ts';
import { NetworkStrip, useOnline } from '../shell/index.ts';
import { calendarRead, issueRead, reload, useResource } from '../store/index.ts';
import { addDays, businessNow, dayKey, dayText, deadlineText, weekdayText } from '../time/index.ts';
import { Failed, Header, Loading, RadioChips, Section, ToggleChips } from '../ui/index.ts';
import { say, sayText } from '../words/index.ts';
import type { Word } from '../words/index.ts';
import { earliestDay, mayBeAsked, quickDays, workingDaysGained } from './dates.ts';

const reasons: readonly Word[] = ['extension.supply', 'extension.money', 'extension.builders', 'extension.people'];
const ahead = 45;
const shortest = 4;

const stepsFor = (dayFits: boolean, reason: string): Step[] => [
  {
    id: 'day',
    title: say('extension.until'),
    short: say('extension.day'),
    verb: say('extension.pickDay'),
    done: dayFits,
  },
  {
    id: 'reason',
    title: say('extension.why'),
    short: say('extension.reason'),
    verb: say('extension.giveReason'),
    done: reason.trim().length >= shortest,
  },
];

const Asking = ({ issue }: { issue: IssueDetail }): ReactElement => {
  const online = useOnline();
  const [day, setDay] = useState('');
  const [own, setOwn] = useState(false);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState('');
  const today = dayKey(businessNow());
  const due = issue.due === null ? today : dayKey(issue.due.at);
  const { latest, receiver, left } = issue.extensionRule;
  const outer = latest === null ? null : dayKey(latest);
  const calendar = useResource(calendarRead(addDays(due, 1), addDays(due > today ? due : today, ahead)));
  const quick = quickDays(calendar.value ?? [], due, today, outer);
  const earliest = earliestDay(due, today);
  const until = useResource(day === '' ? null : calendarRead(addDays(due, 1), day));
  const gained = workingDaysGained(until.value ?? [], due, day);
  const pick = (value: string): void => {
    setOwn(value === 'own');
    setDay(value === 'own' ? '' : value);
  };
  const pickReason = (word: string): void => {
    const sentence = `${word}。`;
    setReason(reason.includes(sentence) ? reason.replace(sentence, '') : sentence + reason);
  };
  const submit = async (): Promise<void> => {
    const title = say('extension.of', { what: issueTitle(issue) });
    const body = { newDue: day, reason: reason.trim(), done: done.trim() };
    goTo('sent', await addSubmission({ act: 'extension', target: issue.id, issueId: issue.id, title, body }));
  };
  return (
    <>
      <main>
        <Section>
          <dl className="facts">
            <dt>{say('extension.now')}</dt>
            <dd>{issue.due === null ? say('finding.unknown') : deadlineText(issue.due.at)}</dd>
            <dt>{say('extension.had')}</dt>
            <dd>
              {say('extension.times', {
                n: issue.extensions.filter((one) => one.state === 'granted').length,
                left,
              })}
            </dd>
          </dl>
        </Section>
        <Section id="step-day" title={say('extension.until')}>
          <RadioChips
            label={say('extension.until')}
            choices={[
              ...quick.map((value) => ({ value, label: dayText(value) })),
              { value: 'own', label: say('extension.other') },
            ]}
            chosen={own ? ['own'] : [day]}
            onPick={pick}
          />
          {own && (
            <label className="field unfold">
              <span className="visually-hidden">{say('extension.other')}</span>
              <input
                type="date"
                min={earliest}
                max={outer ?? undefined}
                value={day}
                onChange={({ target }) => setDay(target.value)}
              />
            </label>
          )}
          <p className="muted">
            {day !== '' &&
              until.value !== undefined &&
              say('extension.gain', { day: dayText(day), weekday: weekdayText(day), n: gained })}
            {outer !== null && say('extension.latest', { day: dayText(outer) })}
          </p>
        </Section>
        <Section id="step-reason" title={say('extension.why')}>
          <ToggleChips
            label={say('extension.why')}
            choices={reasons.map((word) => ({ value: say(word), label: say(word) }))}
            chosen={reasons.map((word) => say(word)).filter((word) => reason.includes(`${word}。`))}
            onPick={pickReason}
          />
          <textarea
            maxLength={300}
            aria-label={say('extension.why')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Section>
        <Section title={say('extension.done')} side={<span className="muted">{say('form.optional')}</span>}>
          <textarea
            maxLength={300}
            aria-label={say('extension.done')}
            value={done}
            onChange={({ target }) => setDone(target.value)}
          />
        </Section>
      </main>
      <GuideBar
        steps={stepsFor(mayBeAsked(day, earliest, outer), reason)}
        hint={<span>{say('extension.until2', { day: dayText(due) })}</span>}
        submitLabel={online ? say('extension.give', { who: sayText(receiver) }) : say('act.submitLater')}
        onSubmit={submit}
      />
    </>
  );
};

export const ExtensionPage = ({ issueId }: { issueId: string }): ReactElement => {
  const { value: issue, error } = useResource(issueRead(issueId));
  const back = issue?.openTaskKey == null ? linkTo('issue', issueId) : linkTo('task', issue.openTaskKey);
  return (
    <>
      <Header title={say('finding.askMore')} sub={issue === undefined ? '' : issueTitle(issue)} back={back} />
      <NetworkStrip filling />
      {issue === undefined ? (
        <main>
          {error === null ? <Loading /> : <Failed error={error} onRetry={() => reload(`issue/${issueId}`)} />}
        </main>
      ) : (
        <Asking issue={issue} />
      )}
    </>
  );
};
