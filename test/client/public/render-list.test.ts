// The public list: readable without a script, warnings first, nothing anyone wrote becomes a tag.
import { describe, expect, it } from '@jest/globals';
import { fillShell, readFilter, renderList } from '../../../client/src/public/index.ts';
import type { PublicList } from '../../../client/src/public/index.ts';

const unit = (name: string, patch: Partial<PublicList['units'][number]> = {}) => ({
  id: name,
  name,
  town: name.slice(0, 3),
  found: 6,
  fixed: 4,
  fixing: 2,
  late: 0,
  warning: null,
  ...patch,
});
const warning = { kind: '通报批评', at: '2019-06-20', reason: '逾期未回复', lifted: false };
const list: PublicList = {
  campaigns: [
    { id: 'c1', title: '健康扶贫' },
    { id: 'c2', title: '回头看' },
  ],
  campaignId: 'c1',
  title: '健康扶贫问题整改结果',
  publishedAt: null,
  updatedAt: '2019-06-24T18:00:00+08:00',
  towns: ['望洪镇', '李俊镇'],
  units: [
    unit('望洪镇卫生院'),
    unit('李俊镇卫生院', { late: 1, fixing: 1, warning }),
    unit('望远镇卫生院', { fixed: 6, fixing: 0, warning: { ...warning, lifted: true } }),
  ],
  total: 3,
};
const page = (search = '', data = list): string => renderList(data, readFilter(search));

describe('the public list', () => {
  it('puts units with a standing warning first and says why', () => {
    const html = page();
    expect(html.indexOf('李俊镇卫生院')).toBeLessThan(html.indexOf('望洪镇卫生院'));
    expect(html).toContain('公开警示：通报批评');
    expect(html).toContain('逾期未回复（6月20日）');
  });

  it('says that a warning has been lifted', () => {
    expect(page()).toContain('警示已解除：通报批评');
  });

  it('searches by a plain form that keeps the other filters', () => {
    const html = page('?q=望&show=late&lang=en');
    expect(html).toMatch(/<form[^>]*method="get"/);
    expect(html).toMatch(/name="q"\s+value="望"/);
    expect(html).toMatch(/type="hidden" name="show" value="late"/);
    expect(html).toMatch(/type="hidden" name="lang" value="en"/);
  });

  it('filters by links that carry their counts', () => {
    const html = page('?show=late');
    expect(html).toContain('李俊镇卫生院');
    expect(html).not.toMatch(/<b>望洪镇卫生院/);
    expect(html).toMatch(/href="\?show=warned"[\s\S]*?1<\/a/);
  });

  it('adds up what it shows', () => {
    expect(page()).toContain('3家单位，18件问题');
    expect(page()).toContain('已改好14，正在改3，逾期没改好1');
  });

  it('offers the report only once it is published', () => {
    expect(page()).not.toContain('report=');
    expect(page('', { ...list, publishedAt: '2019-08-01' })).toContain('?report=c1');
  });

  it('lets nobody write into the page', () => {
    const html = page('?q=%3Cscript%3Ealert(1)%3C/script%3E', { ...list, units: [unit('<img src=x onerror=1>')] });
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
  });

  it('keeps offering every town when a search finds nothing', () => {
    const html = page('?q=无', { ...list, units: [], total: 0 });
    expect(html).toContain('<select name="town"');
    expect(html).toContain('value="李俊镇"');
  });

  it('says so when nothing is found', () => {
    expect(page('?q=无此', { ...list, units: [] })).toContain('没有找到“无此”');
  });

  it('speaks English when asked', () => {
    expect(page('?lang=en')).toContain('Rectification results');
  });

  it('fills the document the build made', () => {
    const built = '<!doctype html><html lang="zh-CN"><title>x</title><div id="page"><!--page--></div></html>';
    const html = fillShell(built, { content: page(), title: 'A & B', language: 'zh-CN' });
    expect(html).toContain('<title>A &amp; B</title>');
    expect(html).toContain('李俊镇卫生院');
    expect(html).not.toContain('<!--page-->');
  });
});
