// An escalation in the case side: trigger, rule, steps, replies, who was asked.
import { useTranslation } from 'react-i18next';
import type { EscalationDetail } from '#contracts/escalations.ts';
import { EscalationFacts, EscalationRecords, EscalationSteps } from '../../../shared/case-file/index.ts';

export const EscalationSide = ({ escalation }: { escalation: EscalationDetail }) => {
  const { t } = useTranslation('inbox');
  return (
    <section aria-label={t('side.escalation')} className="case-parts">
      <EscalationFacts escalation={escalation} />
      <EscalationSteps escalation={escalation} />
      <EscalationRecords escalation={escalation} />
    </section>
  );
};
