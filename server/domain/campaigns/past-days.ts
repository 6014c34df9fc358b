// Days of a plan that are already past before it starts: a plan entered late is no fault, but who sends it must see what becomes of them.
import type { CampaignDraft } from '#contracts/campaigns.ts';
import type { Text } from '#contracts/problem.ts';
import { dayInEnglish, dayInWords, dueAt } from '../calendar/index.ts';

type Plan = Pick<CampaignDraft, 'stages' | 'problems' | 'summaryDue' | 'settings'>;
type Stage = Plan['stages'][number];

/** Their deadline is counted anew at the start (`deadlines.ts`); other stages only end. */
const counted: readonly Stage['purpose'][] = ['plan', 'selfCheck', 'report'];

const ofStage = (
  { name, purpose, submitDue, end, inclusive }: Stage,
  settings: Plan['settings'],
  now: Date,
): Text[] => {
  const handedIn = counted.includes(purpose);
  const day = handedIn ? (submitDue ?? end) : end;
  const whole = handedIn ? inclusive && settings.deadlineInclusive : true;
  if (day === null || dueAt(day, whole) > now) return [];
  const [zh, en] = [dayInWords(day), dayInEnglish(day)];
  if (!handedIn)
    return [
      {
        zh: `“${name}”已于${zh}结束；请改期，不改的启动后这一阶段立即结束`,
        en: `“${name}” ended on ${en}; move it, or it is over as soon as the campaign starts`,
      },
    ];
  return [
    {
      zh: `“${name}”的${submitDue === null ? '结束日期' : '报送期限'}${zh}已过；请改期，不改的启动时另算期限`,
      en: `“${name}” ${submitDue === null ? 'ended on' : 'was to be handed in by'} ${en}; move it, or a new date is counted when the campaign starts`,
    },
  ];
};

/** One sentence a day: plans give many problems the same one. */
const ofProblems = ({ problems, settings }: Plan, now: Date): Text[] => {
  const byDay = new Map<string, number[]>();
  for (const { no, due } of problems)
    if (due !== null && dueAt(due, settings.deadlineInclusive) <= now) byDay.set(due, [...(byDay.get(due) ?? []), no]);
  return [...byDay].map(([day, nos]) => ({
    zh: `问题${nos.join('、')}的时限${dayInWords(day)}已过；请改期，不改的随单位报告期限`,
    en: `${nos.length === 1 ? 'Problem' : 'Problems'} ${nos.join(', ')}: due on ${dayInEnglish(day)}, which is past; move it, or the rows are due with the report of the unit`,
  }));
};

export const pastDays = (plan: Plan, now: Date): Text[] => [
  ...plan.stages.flatMap((stage) => ofStage(stage, plan.settings, now)),
  ...ofProblems(plan, now),
  ...(plan.summaryDue !== null && dueAt(plan.summaryDue, plan.settings.deadlineInclusive) <= now
    ? [
        {
          zh: `总结报送${dayInWords(plan.summaryDue)}已过；请改期，不改的从行动结束另算`,
          en: `The summary was due on ${dayInEnglish(plan.summaryDue)}; move it, or it is counted from the end of the campaign`,
        },
      ]
    : []),
];
