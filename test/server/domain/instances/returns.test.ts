// The strip above a task tells where a case went back, and only there.
import { describe, expect, it } from '@jest/globals';
import { returnsOf } from '../../../../server/domain/instances/returns.ts';

let next = 0;
const entry = (element: string, a: number, l: number | null, more: { t?: string; f?: string; k?: string } = {}) => ({
  k: more.k ?? `k${(next += 1)}`,
  e: element,
  t: more.t ?? 'USER_TASK',
  f: more.f ?? 'process',
  s: l === null ? ('active' as const) : ('completed' as const),
  a,
  l,
});
const steps = new Set(['rectify', 'verify', 'actions']);

describe('returns of a case', () => {
  it('counts a step entered again after a later one refused it', () => {
    const elements = [entry('rectify', 1, 2), entry('verify', 3, 4), entry('rectify', 5, 6), entry('verify', 7, 8)];
    expect(returnsOf({ elements: [...elements, entry('rectify', 9, null)] }, steps)).toMatchObject([
      { from: 'verify', to: 'rectify', count: 2 },
    ]);
  });

  it('does not take the measures of one rung, carried out one after the other, for a return', () => {
    const body = entry('actions', 5, null, { t: 'MULTI_INSTANCE_BODY', k: 'body' });
    const elements = [
      entry('verify', 1, 2),
      body,
      entry('actions', 6, 7, { t: 'CALL_ACTIVITY', f: 'body' }),
      entry('actions', 8, null, { t: 'CALL_ACTIVITY', f: 'body' }),
    ];
    expect(returnsOf({ elements }, steps)).toEqual([]);
  });
});
