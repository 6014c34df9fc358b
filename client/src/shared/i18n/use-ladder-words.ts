// Grounds, rungs and what follows on the ladder, from the codes of its tables; a county's own code stays as it is.
import { useTranslation } from 'react-i18next';
import type { EscalationBoard, EscalationCard, EscalationDetail, Rise } from '#contracts/escalations.ts';
import { daysOf } from '../model-words/index.ts';

export const useLadderWords = () => {
  const { t, i18n } = useTranslation('work');
  const trigger = (code: string): string => t(`trigger.${code}`, { defaultValue: code });
  const rung = (id: string): string => t(`rung.${id}`, { defaultValue: id });
  const wait = (length: string): string => {
    const days = daysOf(length);
    return days === null ? length : t('wait', { count: days });
  };
  const rises = (rise: Rise | null): string => {
    if (rise === null) return '';
    return rise.to === null
      ? t('toDiscipline', { wait: wait(rise.wait) })
      : t('rises', { wait: wait(rise.wait), rung: rung(rise.to) });
  };
  return {
    rung,
    rises,
    decider: (group: string): string => t(`decider.${group}`, { defaultValue: group }),
    ground: ({ trigger: code, lateDays }: Pick<EscalationCard, 'trigger' | 'lateDays'>): string =>
      lateDays > 0 ? t('late', { count: lateDays }) : trigger(code),
    /** The table writes its grounds in Chinese; other readers get its codes told. */
    grounds: ({ triggers, triggerCodes }: EscalationBoard['columns'][number]): string =>
      i18n.language === 'zh-CN' ? triggers : triggerCodes.map(trigger).join(t('and')),
    rule: (escalation: EscalationDetail): string =>
      escalation.rule === null
        ? ''
        : t('grounds', { grounds: trigger(escalation.trigger), next: rises(escalation.rule) }),
    next: ({ next }: EscalationDetail): string => {
      if (next === null) return '';
      return next.to === null ? t('willGoToDiscipline') : t('willRise', { wait: wait(next.wait), rung: rung(next.to) });
    },
  };
};
