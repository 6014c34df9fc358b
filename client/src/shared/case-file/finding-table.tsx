// What an inspection found at each place, with the way and the day it is to be put right.
import { useTranslation } from 'react-i18next';
import type { InspectionDetail } from '#contracts/inspections.ts';
import { shortDay } from '../time/index.ts';

export const FindingTable = ({ inspection }: { inspection: InspectionDetail }) => {
  const { t } = useTranslation('case');
  const itemText = (id: string): string => inspection.checklist?.items.find((item) => item.id === id)?.text ?? id;
  const findings = inspection.targets.flatMap((target) =>
    target.answers.filter((answer) => answer.answer === 'fail').map((answer) => ({ target, answer })),
  );
  if (findings.length === 0) return null;
  return (
    <section className="scroll-x" tabIndex={0} aria-label={t('findings', { count: findings.length })}>
      <h3>{t('findings', { count: findings.length })}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('item')}</th>
            <th scope="col">{t('fact')}</th>
            <th scope="col">{t('fix')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ target, answer }) => (
            <tr key={`${target.id}-${answer.itemId}-${answer.siteId}`}>
              <td>{target.name}</td>
              <td>{itemText(answer.itemId)}</td>
              <td>{answer.what || answer.note || '—'}</td>
              <td className="nowrap">
                {answer.fix === '' ? '—' : t(`fixes.${answer.fix}`)} {answer.due === null ? '' : shortDay(answer.due)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
