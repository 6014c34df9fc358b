// Reading a plan critically: dates that contradict each other, blanks of the source, what is missing to start.
import type { CampaignDraft } from '#contracts/campaigns.ts';
import type { Text } from '#contracts/problem.ts';
import { dayInEnglish, dayInWords, describeDay } from '../calendar/index.ts';

type Plan = Pick<CampaignDraft, 'stages' | 'problems' | 'campaignEnd' | 'summaryDue' | 'settings'>;
type Stage = Plan['stages'][number];

const overlaps = (stages: readonly Stage[]): Text[] =>
  stages.flatMap((stage, index) => {
    const before = stages[index - 1];
    if (before?.end == null || stage.start == null || stage.start > before.end) return [];
    const oneDay = stage.start === before.end;
    const days = {
      zh: `${dayInWords(stage.start)}${oneDay ? '' : '起'}`,
      en: `${oneDay ? 'on' : 'from'} ${dayInEnglish(stage.start)}`,
    };
    return [
      {
        zh: `“${before.name}”与“${stage.name}”日期重叠（${days.zh}），两个阶段同时进行`,
        en: `“${before.name}” and “${stage.name}” overlap ${days.en}; both run at once`,
      },
    ];
  });

const backwards = (stages: readonly Stage[]): Text[] =>
  stages.flatMap(({ name, start, end }) =>
    start !== null && end !== null && start > end
      ? [{ zh: `“${name}”结束日期早于开始日期`, en: `“${name}” ends before it starts` }]
      : [],
  );

const lateSubmissions = (stages: readonly Stage[]): Text[] =>
  stages.flatMap(({ name, end, submitDue }) =>
    end !== null && submitDue !== null && submitDue > end
      ? [
          {
            zh: `“${name}”的报送期限${dayInWords(submitDue)}晚于阶段结束${dayInWords(end)}，按报送期限催办`,
            en: `“${name}” is handed in by ${dayInEnglish(submitDue)}, after the stage ends on ${dayInEnglish(end)}; reminders go by the former`,
          },
        ]
      : [],
  );

const selfCheckBeforePlan = (stages: readonly Stage[]): Text[] => {
  const plan = stages.find(({ purpose }) => purpose === 'plan');
  const check = stages.find(({ purpose }) => purpose === 'selfCheck');
  const planDue = plan?.submitDue ?? plan?.end ?? null;
  return check?.end == null || planDue === null || check.end >= planDue
    ? []
    : [
        {
          zh: `自查截止${dayInWords(check.end)}早于方案报送${dayInWords(planDue)}；方案晚审的单位，自查期限从审核之日另算`,
          en: `The self-check ends on ${dayInEnglish(check.end)}, before plans are due on ${dayInEnglish(planDue)}; a unit whose plan is accepted later gets its self-check counted from then`,
        },
      ];
};

/** The last day the plan itself names: an end, or the last submission. */
const lastDay = ({ stages, campaignEnd, summaryDue }: Plan): string | null =>
  [campaignEnd, summaryDue, ...stages.flatMap(({ end, submitDue }) => [end, submitDue])]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;

const longProblems = (plan: Plan): Text[] => {
  const last = lastDay(plan);
  return plan.problems.flatMap(({ no, due }) =>
    due !== null && last !== null && due > last
      ? [
          {
            zh: `问题${no}的时限${dayInWords(due)}晚于总报告${dayInWords(last)}，到期未销号的按名结转`,
            en: `Problem ${no} is due on ${dayInEnglish(due)}, after the final report on ${dayInEnglish(last)}; what is not struck off by then is carried over by name`,
          },
        ]
      : [],
  );
};

const restDays = (plan: Plan): Text[] =>
  [
    ...plan.stages.flatMap(({ name, submitDue }) =>
      submitDue === null ? [] : [{ zh: `“${name}”报送期限`, en: `The day “${name}” is handed in by`, day: submitDue }],
    ),
    ...plan.problems.flatMap(({ no, due }) =>
      due === null ? [] : [{ zh: `问题${no}的时限`, en: `The day problem ${no} is due`, day: due }],
    ),
  ].flatMap(({ zh, en, day }) => {
    const { working, kind, name } = describeDay(day);
    const rest =
      kind === 'holiday' && name !== null
        ? { zh: `${name.zh}假期`, en: `a holiday (${name.en})` }
        : { zh: '休息日', en: 'a day of rest' };
    return working
      ? []
      : [
          {
            zh: `${zh}${dayInWords(day)}是${rest.zh}，不顺延`,
            en: `${en}, ${dayInEnglish(day)}, is ${rest.en}; it is not moved`,
          },
        ];
  });

/** Contradictions are shown, never resolved in silence. */
export const conflictsOf = (plan: Plan): Text[] => [
  ...backwards(plan.stages),
  ...overlaps(plan.stages),
  ...lateSubmissions(plan.stages),
  ...selfCheckBeforePlan(plan.stages),
  ...longProblems(plan),
  ...restDays(plan),
];

export const blanksOf = (plan: Plan): Text[] => [
  ...(plan.stages.length === 0 ? [{ zh: '没有分阶段', en: 'No stages' }] : []),
  ...plan.stages.flatMap(({ name, start, end }) =>
    start === null || end === null ? [{ zh: `“${name}”的起止日期`, en: `Start and end of “${name}”` }] : [],
  ),
  ...plan.problems.flatMap(({ no, due }) =>
    due === null ? [{ zh: `问题${no}的时限`, en: `The day problem ${no} is due` }] : [],
  ),
  ...(plan.campaignEnd === null ? [{ zh: '行动结束日期', en: 'The end of the campaign' }] : []),
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
