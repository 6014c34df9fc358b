// The published report in the order such reports have.
import { describe, expect, it } from '@jest/globals';
import { readFilter, renderReport } from '../../../client/src/public/index.ts';
import type { PublicReport } from '../../../client/src/public/index.ts';

const item = (unit: string, verifiedAt: string | null) => ({
  unit,
  problem: '药品种类和数量不足',
  measures: '一是列出清单。二是补齐。',
  status: verifiedAt === null ? '正在改' : '已改好',
  verifiedAt,
  evidenceCount: 4,
});
const report: PublicReport = {
  title: '整改情况报告',
  organisation: '成立领导小组。',
  overview: [{ aspect: '药品', found: 3, fixed: 2, fixing: 1 }],
  aspects: [
    { title: '药品方面', items: [item('甲卫生院', '2019-07-26'), item('乙卫生院', null)] },
    { title: '宣传方面', items: [{ ...item('', '2019-07-22'), problem: '知晓率不高' }] },
  ],
  nextSteps: '半年后回头看。',
  contact: '',
  issuer: '县卫生健康局',
  publishedAt: '2019-08-01',
};
const html = renderReport(report, readFilter('?report=c1'));
const order = (...texts: string[]): number[] => texts.map((text) => html.indexOf(text));

describe('the public report', () => {
  it('goes from organisation through results and next steps to how to reach the bureau', () => {
    const places = order(
      '整改进展一览</h2>',
      '一、组织情况</h2>',
      '二、整改落实情况</h2>',
      '（一）药品方面</h3>',
      '三、下一步</h2>',
      '监督方式</h2>',
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('tells a problem of many units once, with the state of each unit', () => {
    expect(html.match(/针对“药品种类和数量不足”的问题/g)).toHaveLength(1);
    expect(html).toContain('核实日期 2019年7月26日');
    expect(html).toContain('乙卫生院');
  });

  it('numbers the problems through all aspects', () => {
    expect(html).toContain('2．针对“知晓率不高”的问题');
  });

  it('invents no contact', () => {
    expect(html).toContain('（由县卫生健康局填写）');
  });
});
