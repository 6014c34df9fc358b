// An inspection in the case side: who goes where, what was found.
import { useTranslation } from 'react-i18next';
import type { InspectionDetail } from '#contracts/inspections.ts';
import { fullTime } from '../../../shared/time/index.ts';
import { FindingTable } from '../../../shared/case-file/index.ts';

export const InspectionSide = ({ inspection }: { inspection: InspectionDetail }) => {
  const { t } = useTranslation('inbox');
  const facts: [string, string][] = [
    [t('inspection.title'), inspection.no],
    [t('inspection.mode'), t(`work:mode.${inspection.mode}`)],
    [t('inspection.team'), inspection.teamName],
    [t('inspection.planned'), fullTime(inspection.plannedFor)],
    [t('inspection.targets'), inspection.targets.map((target) => target.name).join('、')],
    [t('inspection.members'), inspection.members.map((member) => member.name).join('、')],
    [t('inspection.purpose'), inspection.purpose],
    [t('inspection.opinion'), inspection.opinion],
  ];
  return (
    <section className="case-parts">
      <dl className="facts-list">
        {facts
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <FindingTable inspection={inspection} />
    </section>
  );
};
