// A ledger row in words: every column that says something, the deadline with its earlier dates struck through.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueDetail } from '#contracts/issues.ts';
import { useText } from '../i18n/index.ts';
import { shortDay } from '../time/index.ts';
import { DueTag, StateWord } from '../ui/index.ts';

export const IssueFacts = ({ issue }: { issue: IssueDetail }) => {
  const { t } = useTranslation('case');
  const rows: [string, string][] = [
    [t('goal'), issue.goal],
    [t('standard'), issue.standard],
    [t('cause'), issue.rootCause],
    [t('measures'), issue.measures],
    [t('chain'), chainOf(issue, t)],
    [t('section'), issue.responsibleSection],
    [t('source'), [issue.source, issue.foundBy].filter(Boolean).join(' · ')],
    [t('basis'), issue.basis === null ? '' : [issue.basis.text, issue.basis.source].filter(Boolean).join(' · ')],
    [t('progress'), `${issue.percent}% ${issue.progress}`],
    [t('verifier'), [issue.verifier, issue.verifyOpinion].filter(Boolean).join('：')],
    [t('strikeOff'), issue.struckOffAt === null ? '' : `${issue.strikeOffBy} ${shortDay(issue.struckOffAt)}`],
    [t('lookBack'), issue.lookBack],
    [t('note'), issue.note],
  ];
  return (
    <dl className="facts-list">
      <dt>{t('status')}</dt>
      <dd className="facts-inline">
        <StateWord status={issue.status} />
        {issue.struckOffAt === null ? <DueTag due={issue.due} /> : null}
      </dd>
      {rows
        .filter(([, value]) => value.trim() !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      <dt>{t('dueHistory')}</dt>
      <dd>
        <DueHistory issue={issue} />
      </dd>
      <RelapseLinks issue={issue} />
    </dl>
  );
};

const chainOf = (issue: IssueDetail, t: (key: string) => string): string =>
  [
    [t('leader'), issue.responsibleLeader],
    [t('cooperating'), issue.cooperatingLeader],
    [t('person'), issue.person],
  ]
    .filter(([, name]) => name !== '')
    .map(([duty, name]) => `${duty} ${name}`)
    .join('，');

const DueHistory = ({ issue }: { issue: IssueDetail }) => {
  const say = useText();
  return issue.dueHistory.map((step, index) => (
    <span key={`${step.setAt}-${index}`}>
      {index === 0 ? '' : ' → '}
      <span className={index < issue.dueHistory.length - 1 ? 'struck' : ''}>{shortDay(step.at)}</span>
      {index === 0 ? '' : <span className="quiet"> {say(step.reason)}</span>}
    </span>
  ));
};

const RelapseLinks = ({ issue }: { issue: IssueDetail }) => {
  const { t } = useTranslation('case');
  const to = (id: string): string => `/ledger?campaignId=${issue.campaignId}&row=${id}`;
  if (issue.relapseOf === null && issue.relapses.length === 0) return null;
  return (
    <>
      <dt>{t('relapse')}</dt>
      <dd>
        {issue.relapseOf === null ? null : (
          <Link to={to(issue.relapseOf.id)}>{t('relapseOf', { no: issue.relapseOf.no })}</Link>
        )}
        {issue.relapses.map((row) => (
          <Link key={row.id} to={to(row.id)}>
            {t('relapsedAs', { no: row.no })}
          </Link>
        ))}
      </dd>
    </>
  );
};
