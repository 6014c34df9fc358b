// Names people know for rungs and triggers, for letters, files and the story; screens word the codes themselves.
import type { EscalationCard } from '#contracts/escalations.ts';
import { rungs } from '#contracts/issues.ts';

export type Rung = (typeof rungs)[number];

/** Levels 0–4 of the ladder stand in five columns; two rungs of one level share a column. */
export const rungOfLevel = (level: number): Rung => rungs[Math.min(Math.max(level, 0), rungs.length - 1)] ?? 'reminder';

export const rungNames: Readonly<Record<Rung, string>> = {
  reminder: '催办',
  circular: '通报',
  interview: '约谈',
  accountability: '问责',
  exposure: '曝光',
};
const ownNames: Readonly<Record<string, string>> = {
  ...rungNames,
  criticism: '全县通报批评',
  'circular-interview': '通报并约谈',
};
export const rungName = (rungId: string): string => ownNames[rungId] ?? rungId;

const triggers: Readonly<Record<string, string>> = {
  overdue: '整改逾期',
  plan_overdue: '方案逾期未报',
  self_check_overdue: '自查逾期未报',
  report_overdue: '报告逾期未报',
  false_rectification: '虚假整改',
  missed_in_self_check: '自查签字不实',
  slow_progress: '进展慢',
  weak_implementation: '力度弱',
  low_satisfaction: '群众满意度低',
  incomplete_screening: '排查不彻底',
  weak_rectification: '整改不力',
  undervalued: '不重视',
  unsolid: '不扎实',
  shirking: '推诿',
  passive: '消极应付',
  not_implemented: '不落实',
  overdue_not_in_place: '逾期不到位',
  not_serious: '不认真',
  not_in_place: '整改不到位',
  inaction_bad_effect: '不作为造成影响',
  major_effect_year_end: '影响年终考核',
  typical_misconduct: '典型违纪',
  fraud: '弄虚作假骗取',
};
export const triggerName = (trigger: string): string => triggers[trigger] ?? trigger;
/** For files, too. */
export const triggerWords = (trigger: string, lateDays: number): string =>
  lateDays > 0 ? `逾期 ${lateDays} 天` : triggerName(trigger);
export const knownTriggers: readonly string[] = Object.keys(triggers);

/** For files, which are Chinese; on screen the reader's own language names it. */
export const deliveryNames: Readonly<Record<EscalationCard['delivery'], string>> = {
  proposed: '待批准',
  toDraft: '待起草',
  draft: '草稿',
  toSign: '待签发',
  signed: '已签发 待送出',
  recalled: '已撤回 待签发',
  toDeliver: '待送达',
  issued: '已送达 未签收',
  acknowledged: '已签收',
  responded: '已回应',
  appealed: '申诉中',
  closed: '已解除',
  withdrawn: '已撤回',
  refused: '不予督办',
};
