// Why a notice came and what follows when nothing is done.
import type { EscalationDetail } from '#contracts/escalations.ts';
import { daysOf } from '../../shared/model-words/index.ts';
import { rungName, say, triggerName } from '../words/index.ts';

export const groundOf = ({ trigger, lateDays }: EscalationDetail): string =>
  lateDays > 0 ? say('notice.late', { n: lateDays }) : triggerName(trigger);

export const riseOf = ({ next }: EscalationDetail): string => {
  // a page kept from before this field existed has none
  if (next == null) return '';
  if (next.to === null) return say('notice.toDiscipline');
  const days = daysOf(next.wait);
  return say('notice.rises', {
    wait: days === null ? next.wait : say('notice.days', { n: days }),
    rung: rungName(next.to),
  });
};
