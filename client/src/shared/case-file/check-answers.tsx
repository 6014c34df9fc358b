// The self-check as it was signed: who stands for it, and every line that failed.
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#contracts/cases.ts';
import { fullTime } from '../time/index.ts';

type SelfCheck = NonNullable<CaseDetail['selfCheck']>;

export const CheckAnswers = ({ caseDetail, selfCheck }: { caseDetail: CaseDetail; selfCheck: SelfCheck }) => {
  const { t } = useTranslation('case');
  const failed = selfCheck.answers.filter((answer) => answer.answer === 'fail');
  const itemText = (id: string): string => caseDetail.checklist?.items.find((item) => item.id === id)?.text ?? id;
  const siteName = (id: string | null): string =>
    caseDetail.sites.find((site) => site.id === id)?.name ?? caseDetail.unitName;
  return (
    <section>
      <h3>{t('selfCheck')}</h3>
      <p className="small support">
        {t('shared:signature.guaranteed')} {selfCheck.guarantor} · {t('shared:signature.checked')} {selfCheck.checker} ·{' '}
        {t('shared:signature.signed')} {selfCheck.signer || '—'}{' '}
        {selfCheck.signedAt === null ? '' : fullTime(selfCheck.signedAt)}
      </p>
      <p>{t('answered', { count: selfCheck.answers.length, failed: failed.length })}</p>
      <ul>
        {failed.map((answer) => (
          <li key={`${answer.itemId}-${answer.siteId}`} className="small">
            <span className="tone-bad">{t('failed')}</span> {siteName(answer.siteId)}：{itemText(answer.itemId)}
            {answer.count === null ? '' : `（${answer.count}）`} {answer.note}
            {answer.fixedOnSpot ? <span className="tone-green"> {t('fixedOnSpot')}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
