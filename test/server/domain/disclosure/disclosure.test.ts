// What the public sees: counts in plain words, warnings first, and no number one could call.
import { describe, expect, it } from '@jest/globals';
import {
  aspectsOf,
  inPublicOrder,
  publicStatus,
  unitRow,
  withoutNumbers,
} from '../../../../server/domain/disclosure/disclosure.rules.ts';
import type { RowFact } from '../../../../server/domain/cases/index.ts';

const row = (more: Partial<RowFact> = {}): RowFact => ({
  id: 'r',
  no: '001',
  unitId: 'hospital',
  townId: null,
  siteId: null,
  problemNo: 4,
  problemTitle: '药品不足',
  category: '药品',
  status: 'rectifying',
  state: 'rectifying',
  overdue: false,
  rung: null,
  evidenceCount: 2,
  measures: '由某人负责补药',
  description: '查到32种',
  dueAt: null,
  struckOffAt: null,
  ...more,
});
const struckOff = new Date('2019-07-20T10:00:00+08:00');
const place = { id: 'hospital', name: '望远镇卫生院', town: '望远镇' };

describe('numbers in published texts', () => {
  it.each([
    ['电话13900000000', '电话＊＊＊'],
    ['电话 139 0000 0000。', '电话 ＊＊＊。'],
    ['证号11010119000101001X', '证号＊＊＊'],
    ['2019-07-31前完成，共150种、2200元', '2019-07-31前完成，共150种、2200元'],
  ])('of %s read %s', (given, shown) => expect(withoutNumbers(given)).toBe(shown));
});

describe('a unit on the public list', () => {
  it('counts what was found, fixed, being fixed and late, each row once', () => {
    const rows = [
      row(),
      row({ overdue: true }),
      row({ status: 'struckOff', struckOffAt: struckOff }),
      row({ unitId: 'other' }),
    ];
    expect(unitRow(place, rows, [])).toMatchObject({ found: 3, fixed: 1, fixing: 1, late: 1, warning: null });
  });

  it('shows the standing warning rather than a lifted one, and stands first with it', () => {
    const warning = { unitId: 'hospital', kind: '通报批评', at: struckOff, reason: '自查不实', lifted: false };
    const warned = unitRow(place, [], [{ ...warning, kind: '曝光', lifted: true }, warning]);
    expect(warned.warning).toMatchObject({ kind: '通报批评', lifted: false });
    const calm = unitRow({ id: 'a', name: '安宁卫生院', town: '' }, [], []);
    expect(inPublicOrder([calm, warned]).map(({ name }) => name)).toEqual(['望远镇卫生院', '安宁卫生院']);
  });
});

describe('the public report', () => {
  it('tells by aspect what was done, in the plan’s words and never the unit’s', () => {
    const rows = [row({ status: 'watching', struckOffAt: struckOff }), row({ overdue: true })];
    const report = aspectsOf(rows, [{ no: 4, measures: ['补齐药品'] }], new Map([['hospital', '望远镇卫生院']]));
    expect(report.overview).toEqual([{ aspect: '药品', found: 2, fixed: 1, fixing: 1 }]);
    expect(report.aspects[0]?.items[0]).toEqual({
      unit: '望远镇卫生院',
      problem: '药品不足',
      measures: '补齐药品',
      status: '已改好，长期坚持',
      verifiedAt: '2019-07-20',
      evidenceCount: 2,
    });
    expect(publicStatus(rows[1] ?? row())).toBe('逾期没改好');
    expect(JSON.stringify(report)).not.toContain('某人');
  });
});
