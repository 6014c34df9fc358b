// The inbox's address.
import { describe, expect, it } from '@jest/globals';
import { readFilter, sameFilter, withTask, writeFilter } from '../../../client/src/features/inbox/address.ts';

const read = (text: string) => readFilter(new URLSearchParams(text));

describe('the address of the inbox', () => {
  it('gives the same view again from its own text', () => {
    const text = 'view=waiting&sort=unit&type=rectify&unitId=u3&due=overdue&returned=1&q=%E8%8D%AF%E5%93%81';
    expect(writeFilter(read(text))).toBe(text);
  });
  it('leaves the defaults out', () => {
    expect(writeFilter(read('view=mine&sort=due'))).toBe('');
  });
  it('ignores what it does not know', () => {
    expect(read('view=everything&sort=random&due=never&returned=2')).toEqual({ view: 'mine', sort: 'due' });
  });
  it('keeps the filter when a task opens and when it closes', () => {
    expect(withTask(read('unitId=u3'), '2251799813685250')).toBe('unitId=u3&task=2251799813685250');
    expect(withTask(read('unitId=u3'), null)).toBe('unitId=u3');
  });
  it('knows a changed view from an unchanged one, whatever the order', () => {
    expect(sameFilter('unitId=u3&type=rectify', 'type=rectify&unitId=u3&sort=due')).toBe(true);
    expect(sameFilter('unitId=u3', 'unitId=u4')).toBe(false);
  });
});
