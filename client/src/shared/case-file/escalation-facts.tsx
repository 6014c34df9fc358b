// An escalation in words: trigger and rule, its steps, and the records made on the way.
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { EscalationDetail } from '#contracts/escalations.ts';
import { useLadderWords } from '../i18n/index.ts';
import { fullTime, shortDay, shortTime } from '../time/index.ts';
import { DueTag } from '../ui/index.ts';

type Props = { escalation: EscalationDetail };

export const EscalationFacts = ({ escalation }: Props) => {
  const { t } = useTranslation('case');
  const ladder = useLadderWords();
  const next = ladder.next(escalation);
  return (
    <dl className="facts-list">
      <dt>{t('trigger')}</dt>
      <dd>{ladder.ground(escalation)}</dd>
      <dt>{t('fact')}</dt>
      <dd>{escalation.fact}</dd>
      <dt>{t('rule')}</dt>
      <dd>{ladder.rule(escalation)}</dd>
      <dt>{t('audience')}</dt>
      <dd>{t(`audiences.${escalation.audience}`)}</dd>
      <dt>{t('decider')}</dt>
      <dd>
        {ladder.decider(escalation.decider)} <DueTag due={escalation.due} />
      </dd>
      {next === '' ? null : (
        <>
          <dt>{t('nextStep')}</dt>
          <dd>{next}</dd>
        </>
      )}
    </dl>
  );
};

export const EscalationSteps = ({ escalation }: Props) => {
  const { t } = useTranslation('case');
  const ladder = useLadderWords();
  return (
    <section>
      <h3>{t('ladder')}</h3>
      <ol className="ladder-bar">
        {escalation.steps.map((step) => (
          <li
            key={step.rung}
            className={
              step.state === 'done' || step.state === 'current'
                ? step.rung === 'reminder'
                  ? 'on'
                  : 'on bad'
                : step.state
            }
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {ladder.rung(step.rungId)}
            <span className="small quiet">
              {[step.at === null ? '' : shortDay(step.at), step.note].filter(Boolean).join(' ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

export const EscalationRecords = ({ escalation }: Props) => {
  const { t } = useTranslation('case');
  const { interview, backtrack, accountability } = escalation;
  return (
    <>
      {interview === null ? null : (
        <section>
          <h3>{t('interview')}</h3>
          <dl className="facts-list">
            <dt>{t('heldAt')}</dt>
            <dd>
              {fullTime(interview.heldAt)} {interview.place}
            </dd>
            <dt>{t('who')}</dt>
            <dd>{t('interviewed', { by: interview.interviewer, who: interview.interviewee })}</dd>
            <dt>{t('minutes')}</dt>
            <dd>{interview.minutes}</dd>
            <dt>{t('commitment')}</dt>
            <dd>
              {interview.commitment} {interview.commitmentDue === null ? '' : shortDay(interview.commitmentDue)}
            </dd>
          </dl>
        </section>
      )}
      {backtrack === null ? null : (
        <section>
          <h3>{t('backtrack')}</h3>
          {backtrack.persons.map((person) => (
            <p key={`${person.duty}-${person.name}`} className="small">
              {t(`shared:signature.${person.duty}`)} {person.name} {shortTime(person.at)}：{person.statement}{' '}
              {person.finding}
            </p>
          ))}
          <p>{backtrack.proposal}</p>
        </section>
      )}
      {accountability === null ? null : (
        <section>
          <h3>{t('accountability')}</h3>
          <dl className="facts-list">
            {(['person', 'cause', 'proposal', 'basis', 'result'] as const).map((part) =>
              accountability[part] === '' ? null : (
                <Fragment key={part}>
                  <dt>{t(`accountable.${part}`)}</dt>
                  <dd>{accountability[part]}</dd>
                </Fragment>
              ),
            )}
          </dl>
        </section>
      )}
      {[
        ...escalation.replies.map((reply) => ({ ...reply, word: t('reply'), verdict: reply.verdict })),
        ...escalation.appeals.map((appeal) => ({
          ...appeal,
          word: t('appeal'),
          verdict: [t(`appealState.${appeal.state}`), appeal.opinion].filter(Boolean).join('：'),
        })),
      ].map((record) => (
        <section key={`${record.word}-${record.at}`}>
          <h3>
            {record.word}{' '}
            <span className="small quiet">
              {shortTime(record.at)} {record.by}
            </span>
          </h3>
          <p>{record.text}</p>
          {record.verdict === '' ? null : <p className="small support">{record.verdict}</p>}
        </section>
      ))}
    </>
  );
};
