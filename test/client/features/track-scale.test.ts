// Numbers behind the drawings: the stage track, bullet bars, weeks of inspections, the organisation tree.
import { describe, expect, it } from '@jest/globals';
import type { Organisation } from '#contracts/administration.ts';
import { matches, treeOf } from '../../../client/src/features/admin/organisation-tree.ts';
import { trackScale } from '../../../client/src/features/campaigns/overview/track-scale.ts';
import { inWeeks, weekEnd } from '../../../client/src/features/inspections/weeks.ts';
import { bulletOf, shortfall } from '../../../client/src/features/institutions/bullet-scale.ts';

describe('the stage track', () => {
  it('reaches over whole months and grows with the days', () => {
    const scale = trackScale(['2019-04-15', '2019-11-30', '2020-01-28']);
    expect(scale.months.map((month) => month.day.slice(0, 7))).toEqual([
      '2019-04',
      '2019-05',
      '2019-06',
      '2019-07',
      '2019-08',
      '2019-09',
      '2019-10',
      '2019-11',
      '2019-12',
      '2020-01',
    ]);
    expect(scale.at('2019-04-01')).toBe(0);
    expect(scale.at('2019-07-24')).toBeGreaterThan(scale.at('2019-07-23'));
  });
  it('draws a campaign without dates', () => {
    expect(trackScale([]).months).toHaveLength(1);
  });
});

describe('a bullet bar', () => {
  it('puts the value left of the threshold exactly when it falls short', () => {
    const below = bulletOf({ value: 142, threshold: 150, op: '>=' });
    expect(below.value).toBeLessThan(below.threshold ?? 0);
    const more = bulletOf({ value: 4, threshold: 1, op: '>=' });
    expect(more.value).toBeGreaterThan(more.threshold ?? 100);
    expect(bulletOf({ value: 74, threshold: null, op: null }).threshold).toBeNull();
  });
  it('says by how much', () => {
    expect(shortfall({ value: 97.6, threshold: 100, op: '>=' })).toBe(2.4);
  });
});

describe('weeks of inspections', () => {
  const row = (id: string, plannedFor: string, state: string) =>
    ({ id, plannedFor, state }) as Parameters<typeof inWeeks>[0][number];
  it('end on Sunday', () => {
    expect([weekEnd('2019-07-24'), weekEnd('2019-07-28'), weekEnd('2019-07-29')]).toEqual([
      '2019-07-28',
      '2019-07-28',
      '2019-08-04',
    ]);
  });
  it('gather what runs, what comes and what is done', () => {
    const groups = inWeeks(
      [
        row('old', '2019-07-10T08:00:00+08:00', 'approved'),
        row('now', '2019-07-26T08:00:00+08:00', 'approved'),
        row('next', '2019-08-04T08:00:00+08:00', 'planned'),
        row('far', '2019-08-05T08:00:00+08:00', 'planned'),
        row('done', '2019-07-22T08:00:00+08:00', 'published'),
      ],
      '2019-07-24T14:20:00+08:00',
    );
    expect(groups.map((group) => [group.key, group.rows.map((each) => each.id)])).toEqual([
      ['late', ['old']],
      ['this', ['now']],
      ['next', ['next']],
      ['later', ['far']],
      ['done', ['done']],
    ]);
  });
});

describe('the tree of organisations', () => {
  const org = (id: string, parentId: string | null): Organisation => ({
    id,
    name: id,
    type: 'clinic',
    parentId,
    townId: null,
    active: true,
    pinyin: 'ninghua',
  });
  it('stands under the parents, and at the top where the parent is not visible', () => {
    expect(
      treeOf([org('b', 'a'), org('a', null), org('c', 'hidden')]).map(({ organisation, depth }) => [
        organisation.id,
        depth,
      ]),
    ).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });
  it('does not follow a loop', () => {
    expect(treeOf([org('a', 'b'), org('b', 'a')])).toEqual([]);
  });
  it('is found by pinyin', () => {
    expect([matches(org('a', null), 'Ning'), matches(org('a', null), 'x')]).toEqual([true, false]);
  });
});
