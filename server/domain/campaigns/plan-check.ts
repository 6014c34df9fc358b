// Reading a plan critically: dates that contradict each other, blanks of the source, what is missing to start.
import type { CampaignDraft } from '#contracts/campaigns.ts';
import type { Text } from '#contracts/problem.ts';
import { dayInWords, describeDay } from '../calendar/index.ts';

type Plan = Pick<CampaignDraft, 'stages' | 'problems' | 'campaignEnd' | 'summaryDue' | 'settings'>;
type Stage = Plan['stages'][number];

const overlaps = (stages: readonly Stage[]): string[] =>
  stages.flatMap((stage, index) => {
    const before = stages[index - 1];
    if (before?.end == null || stage.start == null || stage.start > before.end) return [];
    const days = stage.start === before.end ? dayInWords(stage.start) : `${dayInWords(stage.start)}起`;
    return [`“${before.name}”与“${stage.name}”日期重叠（${days}），两个阶段同时进行`];
  });

const backwards = (stages: readonly Stage[]): string[] =>
  stages.flatMap(({ name, start, end }) =>
    start !== null && end !== null && start > end ? [`“${name}”结束日期早于开始日期`] : [],
  );

const lateSubmissions = (stages: readonly Stage[]): string[] =>
  stages.flatMap(({ name, end, submitDue }) =>
    end !== null && submitDue !== null && submitDue > end
      ? [`“${name}”的报送期限${dayInWords(submitDue)}晚于阶段结束${dayInWords(end)}，按报送期限催办`]
      : [],
  );

const selfCheckBeforePlan = (stages: readonly Stage[]): string[] => {
  const plan = stages.find(({ purpose }) => purpose === 'plan');
  const check = stages.find(({ purpose }) => purpose === 'selfCheck');
  const planDue = plan?.submitDue ?? plan?.end ?? null;
  return check?.end == null || planDue === null || check.end >= planDue
    ? []
    : [`自查截止${dayInWords(check.end)}早于方案报送${dayInWords(planDue)}；方案晚审的单位，自查期限从审核之日另算`];
};

/** The last day the plan itself names: an end, or the last submission. */
const lastDay = ({ stages, campaignEnd, summaryDue }: Plan): string | null =>
  [campaignEnd, summaryDue, ...stages.flatMap(({ end, submitDue }) => [end, submitDue])]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;

const longProblems = (plan: Plan): string[] => {
  const last = lastDay(plan);
  return plan.problems.flatMap(({ no, due }) =>
    due !== null && last !== null && due > last
      ? [`问题${no}的时限${dayInWords(due)}晚于总报告${dayInWords(last)}，到期未销号的按名结转`]
      : [],
  );
};

const restDays = (plan: Plan): string[] =>
  [
    ...plan.stages.flatMap(({ name, submitDue }) =>
      submitDue === null ? [] : [[`“${name}”报送期限`, submitDue] as const],
    ),
    ...plan.problems.flatMap(({ no, due }) => (due === null ? [] : [[`问题${no}的时限`, due] as const])),
  ].flatMap(([what, day]) => {
    const { working, kind, name } = describeDay(day);
    return working ? [] : [`${what}${dayInWords(day)}是${kind === 'holiday' ? `${name}假期` : '休息日'}，不顺延`];
  });

/** Contradictions are shown, never resolved in silence. */
export const conflictsOf = (plan: Plan): string[] => [
  ...backwards(plan.stages),
  ...overlaps(plan.stages),
  ...lateSubmissions(plan.stages),
  ...selfCheckBeforePlan(plan.stages),
  ...longProblems(plan),
  ...restDays(plan),
];

export const blanksOf = (plan: Plan): string[] => [
  ...(plan.stages.length === 0 ? ['没有分阶段'] : []),
  ...plan.stages.flatMap(({ name, start, end }) => (start === null || end === null ? [`“${name}”的起止日期`] : [])),
  ...plan.problems.flatMap(({ no, due }) => (due === null ? [`问题${no}的时限`] : [])),
  ...(plan.campaignEnd === null ? ['行动结束日期'] : []),
];

export type FieldProblem = { readonly path: string; readonly message: Text };

/** What must be put right before the plan can be submitted. */
export const missingOf = (draft: CampaignDraft, today: string): FieldProblem[] => [
  ...(draft.unitIds.length === 0
    ? [{ path: 'unitIds', message: { zh: '至少选择一个参加单位', en: 'Choose at least one unit' } }]
    : []),
  ...(draft.problems.length === 0
    ? [{ path: 'problems', message: { zh: '至少列出一个问题', en: 'List at least one problem' } }]
    : []),
  ...draft.stages.flatMap(({ start, end }, index) =>
    start !== null && end !== null && start > end
      ? [{ path: `stages.${index}.end`, message: { zh: '结束日期早于开始日期', en: 'Ends before it starts' } }]
      : [],
  ),
  ...(draft.campaignEnd !== null && draft.campaignEnd < today
    ? [{ path: 'campaignEnd', message: { zh: '行动结束日期已过，请改期', en: 'The end lies in the past; move it' } }]
    : []),
];
