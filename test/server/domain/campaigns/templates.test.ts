// The real plans as templates: all load, nothing is invented, what contradicts itself is shown.
import { describe, expect, it } from '@jest/globals';
import { campaignDraft } from '../../../../server/contracts/campaigns.ts';
import { presentTemplate } from '../../../../server/domain/campaigns/campaign.presenter.ts';
import { computeDeadlines, rowDue } from '../../../../server/domain/campaigns/deadlines.ts';
import { draftOf, shiftDraft } from '../../../../server/domain/campaigns/draft.ts';
import { conflictsOf, missingOf } from '../../../../server/domain/campaigns/plan-check.ts';
import { pastDays } from '../../../../server/domain/campaigns/past-days.ts';
import { readTemplates } from '../../../../server/domain/campaigns/template.store.ts';
import { isoShanghai } from '../../../../server/domain/calendar/index.ts';
import { readChecklists } from '../../../../server/domain/cases/checklist.store.ts';

const templates = readTemplates();
const template = (id: string) => {
  const found = templates.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return found;
};
const places = { unitIds: ['hospital'], teamIds: [] };
const draft = (id: string) => draftOf(template(id), template(id).title, new Map([['业务科', 'business']]), places);

describe('the templates', () => {
  it('are the ten plans, each a valid draft that only wants its places', () => {
    expect(templates.map(({ id }) => id)).toEqual([
      'city-screening',
      'contract-service',
      'dezhou-2018',
      'four-lists',
      'hospital-plan',
      'inspection-feedback',
      'jianxing-2017',
      'post-evaluation',
      'shangnan-2021',
      'yongning-2019',
    ]);
    for (const { id } of templates) {
      expect(campaignDraft.safeParse(draft(id)).success).toBe(true);
      expect(missingOf(draft(id), '2019-04-01')).toEqual([]);
    }
  });

  it('name only checklists that exist, whose items have ids of their own', () => {
    const lists = readChecklists();
    const known = lists.map(({ id }) => id);
    for (const { checklists } of templates) for (const id of checklists) expect(known).toContain(id);
    const items = lists.flatMap((list) => list.items.map(({ id }) => id));
    expect(new Set(items).size).toBe(items.length);
  });

  it('leave blank what the source blanks, and list it', () => {
    expect(template('post-evaluation').stages.every(({ start, end }) => start === null && end === null)).toBe(true);
    expect(presentTemplate(template('post-evaluation')).blanks).toContainEqual({
      zh: '“县卫健局督查”的起止日期',
      en: 'Start and end of “县卫健局督查”',
    });
    expect(
      presentTemplate(template('four-lists'))
        .conflicts.map(({ zh }) => zh)
        .join(),
    ).toContain('五个阶段');
  });

  it('say what they leave open or contradict in English too, with nothing but names and quotations in Chinese', () => {
    const said = templates.map(presentTemplate).flatMap(({ conflicts, blanks }) => [...conflicts, ...blanks]);
    expect(said.length).toBeGreaterThan(30);
    const untold = said.filter(({ en }) => en === '' || /\p{Script=Han}/u.test(en.replace(/“[^”]*”/g, '')));
    expect(untold).toEqual([]);
  });

  it('carry seven problems, three stages and the dates of Yongning', () => {
    const { stages, problems } = template('yongning-2019');
    expect(stages.map(({ start, end, submitDue }) => [start, end, submitDue])).toEqual([
      ['2019-04-15', '2019-04-25', null],
      ['2019-04-25', '2019-04-30', '2019-05-07'],
      ['2019-04-30', '2019-07-30', '2019-08-01'],
    ]);
    expect(problems.filter(({ due }) => due === '2019-11-30').map(({ no }) => no)).toEqual([3]);
    expect(problems.every(({ allUnits, continuing }) => allUnits && continuing)).toBe(true);
  });
});

describe('contradictions of a plan', () => {
  it('are all named for Yongning', () => {
    expect(conflictsOf(draft('yongning-2019')).map(({ zh }) => zh)).toEqual([
      '“查摆问题”与“制定方案”日期重叠（2019年4月25日（周四）），两个阶段同时进行',
      '“制定方案”与“集中整改”日期重叠（2019年4月30日（周二）），两个阶段同时进行',
      '“制定方案”的报送期限2019年5月7日（周二）晚于阶段结束2019年4月30日（周二），按报送期限催办',
      '“集中整改”的报送期限2019年8月1日（周四）晚于阶段结束2019年7月30日（周二），按报送期限催办',
      '自查截止2019年4月25日（周四）早于方案报送2019年5月7日（周二）；方案晚审的单位，自查期限从审核之日另算',
      '问题3的时限2019年11月30日（周六）晚于总报告2019年8月1日（周四），到期未销号的按名结转',
      '问题3的时限2019年11月30日（周六）是休息日，不顺延',
    ]);
  });

  it('are told in English with the same dates', () => {
    expect(conflictsOf(draft('yongning-2019')).map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        '“查摆问题” and “制定方案” overlap on Thu 25 Apr 2019; both run at once',
        'The day problem 3 is due, Sat 30 Nov 2019, is a day of rest; it is not moved',
      ]),
    );
  });

  it('vanish with the dates that cause them', () => {
    const calm = draft('yongning-2019');
    const stages = calm.stages.slice(0, 1);
    expect(conflictsOf({ ...calm, stages, problems: [], campaignEnd: null })).toEqual([]);
  });
});

describe('days already past before the start', () => {
  const late = (day: string) => pastDays(draft('yongning-2019'), new Date(`${day}T09:00:00+08:00`));

  it('are none while the plan lies ahead, its last day included', () => {
    expect(late('2019-04-12')).toEqual([]);
    expect(late('2019-04-25')).toEqual([]);
  });

  it('are named with what becomes of them, those of problems together', () => {
    expect(late('2019-05-08')).toEqual([
      {
        zh: '“查摆问题”的结束日期2019年4月25日（周四）已过；请改期，不改的启动时另算期限',
        en: '“查摆问题” ended on Thu 25 Apr 2019; move it, or a new date is counted when the campaign starts',
      },
      {
        zh: '“制定方案”的报送期限2019年5月7日（周二）已过；请改期，不改的启动时另算期限',
        en: '“制定方案” was to be handed in by Tue 7 May 2019; move it, or a new date is counted when the campaign starts',
      },
    ]);
    const plan = draft('yongning-2019');
    const problems = plan.problems.map((problem) => ({ ...problem, due: problem.no < 3 ? '2019-04-30' : null }));
    const said = pastDays({ ...plan, stages: [], problems, summaryDue: '2019-05-01' }, new Date('2019-05-08'));
    expect(said.map(({ zh }) => zh)).toEqual([
      '问题1、2的时限2019年4月30日（周二）已过；请改期，不改的随单位报告期限',
      '总结报送2019年5月1日（周三）已过；请改期，不改的从行动结束另算',
    ]);
  });

  it('end a stage that hands nothing in as soon as the campaign starts', () => {
    const plan = draft('yongning-2019');
    const [stage] = plan.stages.map((each) => ({ ...each, purpose: 'supervise' as const }));
    if (stage === undefined) throw new Error('Expected a stage');
    const said = pastDays({ ...plan, stages: [stage], problems: [] }, new Date('2019-05-08'));
    expect(said.map(({ zh }) => zh).join()).toContain('启动后这一阶段立即结束');
  });
});

describe('deadlines of a campaign', () => {
  const now = new Date('2019-04-15T09:00:00+08:00');

  it('are those of the plan where it names them', () => {
    const { plan, selfCheck, report, end, summary } = computeDeadlines(draft('yongning-2019'), now);
    expect([plan, selfCheck, report, end, summary].map(({ at }) => isoShanghai(at).slice(0, 10))).toEqual([
      '2019-05-07',
      '2019-04-25',
      '2019-08-01',
      '2019-08-08',
      '2019-08-22',
    ]);
    expect(plan.how).toEqual({
      zh: '原方案定为2019年5月7日（周二）前（含当日）',
      en: 'Set by the plan: until Tue 7 May 2019, that day included',
    });
  });

  it('are counted in working days, and say so, where the plan is blank or its day is past', () => {
    const blank = computeDeadlines(draft('post-evaluation'), now);
    expect(isoShanghai(blank.plan.at).slice(0, 10)).toBe('2019-04-28');
    expect(blank.plan.how).toEqual({
      zh: '原方案未写方案报送期限，按启动后10个工作日计',
      en: 'The plan names no date for the plans, taken is 10 working days after the start',
    });
    const late = computeDeadlines(draft('yongning-2019'), new Date('2019-06-03T09:00:00+08:00'));
    expect(late.plan.how).toMatchObject({
      zh: expect.stringContaining('已过'),
      en: expect.stringContaining('is past'),
    });
    expect(late.plan.at.getTime()).toBeGreaterThan(Date.parse('2019-06-03'));
  });

  it('exclude the day itself where the county reads 前 that way', () => {
    const plan = draft('yongning-2019');
    const strict = { ...plan, settings: { ...plan.settings, deadlineInclusive: false } };
    expect(isoShanghai(computeDeadlines(strict, now).plan.at)).toBe('2019-05-06T23:59:59+08:00');
  });

  it('of a row are its problem’s, or the unit report’s where the problem has none', () => {
    const plan = draft('yongning-2019');
    const deadlines = computeDeadlines(plan, now);
    expect(isoShanghai(rowDue(plan, deadlines, 3, now).at)).toBe('2019-11-30T23:59:59+08:00');
    expect(rowDue(plan, deadlines, null, now).at).toEqual(deadlines.report.at);
  });
});

describe('a plan moved in time', () => {
  it('keeps every distance and every blank', () => {
    const moved = shiftDraft(draft('yongning-2019'), 365);
    expect(moved.stages[2]).toMatchObject({ start: '2020-04-29', end: '2020-07-29', submitDue: '2020-07-31' });
    expect(moved.problems[2]?.due).toBe('2020-11-29');
    expect(shiftDraft(draft('post-evaluation'), 30).stages[0]).toMatchObject({ start: null, end: null });
  });

  it('is refused for submission once its end has passed', () => {
    expect(missingOf(draft('yongning-2019'), '2019-08-02').map(({ path }) => path)).toEqual(['campaignEnd']);
  });
});
