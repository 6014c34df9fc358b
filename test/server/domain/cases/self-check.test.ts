// A self-check is complete, its verdicts agree with its counts, and its failures become precise findings.
import { describe, expect, it } from '@jest/globals';
import { checkAnswers, findingsOf, toAnswers } from '../../../../server/domain/cases/self-check.rules.ts';
import { presentChecklist, readChecklists, sheetFor } from '../../../../server/domain/cases/checklist.store.ts';
import { isOver, nextState } from '../../../../server/domain/cases/case.lifecycle.ts';
import { caseStates } from '../../../../server/contracts/cases.ts';

const lists = readChecklists().filter(({ id }) => id.startsWith('county-self-check'));
const problems = [{ no: 4, code: 'drug_shortage' }];
const sheet = sheetFor(lists, { type: 'townshipHospital', hasSites: true }, problems);
const items = sheet?.items ?? [];
const sites = [
  { id: 'east', name: '东渠村卫生室' },
  { id: 'west', name: '西河村卫生室' },
];
type Given = Parameters<typeof toAnswers>[0][number];
const answer = (itemId: string, more: Partial<Given> = {}): Given => ({
  itemId,
  answer: 'pass',
  note: '',
  fixedOnSpot: false,
  evidence: [],
  ...more,
});
const all = (): Given[] =>
  items.flatMap((item) => {
    const counted = item.kind === 'number' ? { count: item.standard ?? 0 } : {};
    return item.scope === 'unit'
      ? [answer(item.id, counted)]
      : sites.map(({ id }) => answer(item.id, { ...counted, siteId: id }));
  });

describe('the sheet of a unit', () => {
  it('asks a township hospital for itself and for its clinics, a county hospital only for itself', () => {
    expect(items.map(({ scope }) => scope)).toContain('site');
    expect(items.find(({ id }) => id === 'drug-essential-village')?.problemNo).toBe(4);
    const county = sheetFor(lists, { type: 'countyHospital', hasSites: false }, problems);
    expect(county?.items.every(({ scope }) => scope === 'unit')).toBe(true);
  });
});

describe('a checklist in an inspection', () => {
  it('names the problem types of the campaign it is asked in, and none without one', () => {
    const village = lists.find(({ id }) => id === 'county-self-check-village');
    if (village === undefined) throw new Error('Expected the village sheet');
    const problemOf = (sheetItems: readonly { id: string; problemNo: number | null }[]) =>
      sheetItems.find(({ id }) => id === 'drug-nonessential-village')?.problemNo;
    expect(problemOf(presentChecklist(village, problems).items)).toBe(4);
    expect(problemOf(presentChecklist(village).items)).toBeNull();
  });
});

describe('answers', () => {
  it('are accepted when every item is answered for every place', () => {
    expect(checkAnswers(items, sites, toAnswers(all()))).toEqual([]);
  });

  it('are asked for, by clinic, where one is missing', () => {
    const gaps = checkAnswers(items, sites, toAnswers(all().filter(({ siteId }) => siteId !== 'west')));
    expect(gaps.length).toBe(items.filter(({ scope }) => scope === 'site').length);
    expect(gaps[0]?.message.zh).toContain('西河村卫生室');
  });

  it('may speak for the whole unit at once', () => {
    const given = all().filter(({ siteId }) => siteId === undefined);
    const villages = items.filter(({ scope }) => scope === 'site');
    const whole = villages.map((item) => answer(item.id, item.kind === 'number' ? { count: item.standard ?? 0 } : {}));
    expect(checkAnswers(items, sites, toAnswers([...given, ...whole]))).toEqual([]);
  });

  it('that contradict their count are refused', () => {
    const given = all().map((one) =>
      one.itemId === 'drug-essential-village' && one.siteId === 'east' ? { ...one, count: 32 } : one,
    );
    expect(checkAnswers(items, sites, toAnswers(given))).toMatchObject([
      {
        path: expect.stringMatching(/^answers\.\d+\.answer$/),
        message: { zh: expect.stringContaining('结论与数字不一致') },
      },
    ]);
  });

  it('about items or clinics of somebody else are refused', () => {
    expect(checkAnswers(items, sites, toAnswers([...all(), answer('nothing')]))).toHaveLength(1);
    expect(
      checkAnswers(
        items,
        sites,
        toAnswers([...all(), answer('drug-essential-village', { siteId: 'elsewhere', count: 50 })]),
      ),
    ).toHaveLength(1);
  });
});

describe('findings', () => {
  it('say what is wanted, what was found and what is missing', () => {
    const failed = toAnswers([answer('drug-essential-village', { siteId: 'east', answer: 'fail', count: 32 })]);
    expect(findingsOf(items, failed).map(({ description }) => description)).toEqual([
      '基本药物品种应不少于50种，查到32种，差18种',
    ]);
  });

  it('leave out what was put right on the spot', () => {
    const fixed = toAnswers([answer('publicity-hotline', { answer: 'fail', fixedOnSpot: true, evidence: ['photo'] })]);
    expect(findingsOf(items, fixed)).toEqual([]);
  });
});

describe('the life of a case', () => {
  it('runs from plan to acceptance, back where something is returned', () => {
    const path = [
      'submitPlan',
      'returnPlan',
      'submitPlan',
      'acceptPlan',
      'finishSelfCheck',
      'submitReport',
      'returnReport',
      'submitReport',
      'close',
    ] as const;
    const states = path.reduce<(string | null)[]>(
      (seen, event) => [...seen, nextState(seen.at(-1) as (typeof caseStates)[number], event)],
      ['planDue'],
    );
    expect(states.at(-1)).toBe('closed');
    expect(states).not.toContain(null);
  });

  it('never leaves an end', () => {
    const events = [
      'submitPlan',
      'acceptPlan',
      'submitReport',
      'close',
      'closeUnfinished',
      'cancel',
      'transfer',
    ] as const;
    for (const state of caseStates.filter(isOver))
      for (const event of events) expect(nextState(state, event)).toBeNull();
  });
});
