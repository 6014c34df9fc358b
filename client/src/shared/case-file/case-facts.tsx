// An institution's case: its plan, its self-check with the three signatures, its report.
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#contracts/cases.ts';
import { fullTime } from '../time/index.ts';
import { DueTag } from '../ui/index.ts';
import { CheckAnswers } from './check-answers.tsx';

export const CaseFacts = ({ caseDetail }: { caseDetail: CaseDetail }) => {
  const { t } = useTranslation('case');
  const { plan, selfCheck, report } = caseDetail;
  return (
    <div className="case-parts">
      <dl className="facts-list">
        <dt>{t('unit')}</dt>
        <dd>
          {caseDetail.unitName} · {t(`caseState.${caseDetail.state}`)}
        </dd>
        <dt>{t('teamAndSection')}</dt>
        <dd>{[caseDetail.teamName, caseDetail.sectionName].filter(Boolean).join(' · ')}</dd>
        <dt>{t('planDue')}</dt>
        <dd>{plan === null ? <DueTag due={caseDetail.planDue} /> : handedIn(plan, t)}</dd>
        <dt>{t('selfCheckDue')}</dt>
        <dd>{selfCheck === null ? <DueTag due={caseDetail.selfCheckDue} /> : fullTime(selfCheck.submittedAt)}</dd>
        <dt>{t('reportDue')}</dt>
        <dd>{report === null ? <DueTag due={caseDetail.reportDue} /> : handedIn(report, t)}</dd>
      </dl>
      {plan === null ? null : (
        <section>
          <h3>{t('plan')}</h3>
          <dl className="facts-list">
            <dt>{t('leadingGroup')}</dt>
            <dd>{plan.leadingGroup}</dd>
            <dt>{t('workGroups')}</dt>
            <dd>{plan.workGroups}</dd>
            <dt>{t('zones')}</dt>
            <dd>{plan.zones || '—'}</dd>
          </dl>
          {plan.attachments.map((item) => (
            <a key={item.id} href={item.url} target="_blank" rel="noreferrer">
              {item.no} {item.label}
            </a>
          ))}
          {plan.reviews.map((review) => (
            <p key={review.at} className={`small ${review.accepted ? 'tone-green' : 'tone-bad'}`}>
              {fullTime(review.at)} {review.by}：{t(review.accepted ? 'accepted' : 'sentBack')} {review.opinion}
            </p>
          ))}
        </section>
      )}
      {selfCheck === null ? null : <CheckAnswers caseDetail={caseDetail} selfCheck={selfCheck} />}
      {report === null ? null : (
        <section>
          <h3>{t('report')}</h3>
          <p>{report.summary}</p>
          {report.unfinished === '' ? null : <p className="tone-warn">{report.unfinished}</p>}
        </section>
      )}
    </div>
  );
};

const handedIn = (what: { submittedAt: string; by: string; late: boolean }, t: (key: string) => string) => (
  <>
    {fullTime(what.submittedAt)} {what.by} {what.late ? <span className="tone-bad">{t('late')}</span> : null}
  </>
);
