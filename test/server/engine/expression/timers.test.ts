// Timer texts become due times in the business zone.
import { describe, expect, it } from '@jest/globals';
import { createExpressions, type TimerPlan } from '../../../../server/engine/expression/index.ts';
import type { TimerKind } from '../../../../server/engine/model/index.ts';

const at = (text: string): number => Date.parse(text);
const shown = ({ dueDate, repetitions }: TimerPlan) => [new Date(dueDate).toISOString(), repetitions];

function plan(kind: TimerKind, value: string, now = '2028-02-01T00:00:00Z', variables = {}) {
  const expressions = createExpressions({ clock: { now: () => at(now) }, zone: 'Asia/Shanghai' });
  const expression = value.startsWith('=')
    ? ({ kind: 'feel', source: value.slice(1) } as const)
    : ({ kind: 'literal', value } as const);
  const planned = expressions.timer({ timer: kind, expression }, variables);
  return planned.ok ? shown(planned.value) : planned.message;
}

describe('timers', () => {
  it.each([
    ['0 0 12 * * THU', ['2028-02-03T04:00:00.000Z', -1]],
    ['0 0 12 L * *', ['2028-02-29T04:00:00.000Z', -1]],
    ['0 0 12 LW * *', ['2028-02-29T04:00:00.000Z', -1]],
    ['0 0 7 1 * *', ['2028-02-29T23:00:00.000Z', -1]],
    ['0 0/15 8-9 * * MON-FRI', ['2028-02-01T00:15:00.000Z', -1]],
    ['0 0 9 15W * *', ['2028-02-15T01:00:00.000Z', -1]],
    ['0 0 9 * * MON#1', ['2028-02-07T01:00:00.000Z', -1]],
    ['0 0 9 * * 5L', ['2028-02-25T01:00:00.000Z', -1]],
    ['0 0 0 29 2 *', ['2028-02-28T16:00:00.000Z', -1]],
    ['@daily', ['2028-02-01T16:00:00.000Z', -1]],
    ['R3/PT10M', ['2028-02-01T00:10:00.000Z', 3]],
    ['R/P1M', ['2028-03-01T00:00:00.000Z', -1]],
    ['R2/2028-05-31T12:00:00+08:00/P7D', ['2028-05-31T04:00:00.000Z', 2]],
    ['R2/2020-05-31T12:00:00+08:00/P7D', ['2028-02-08T00:00:00.000Z', 2]],
    ['=cycle(3, duration("P1D"))', ['2028-02-02T00:00:00.000Z', 3]],
  ])('the cycle %s is first due at %j', (value, expected) => {
    expect(plan('cycle', value)).toEqual(expected);
  });

  it('cron with a zone of its own is refused with its count of parts', () => {
    expect(plan('cycle', '0 0 12 * * THU Asia/Shanghai')).toBe(
      'Cron expression contains 7 parts but we expect one of [6]',
    );
  });

  it('durations add calendar months in the business zone', () => {
    expect(plan('duration', 'P1M', '2028-01-31T01:00:00Z')).toEqual(['2028-02-29T01:00:00.000Z', 1]);
    expect(plan('duration', '=duration("P1DT1H")')).toEqual(['2028-02-02T01:00:00.000Z', 1]);
  });

  it('dates need an offset and a time', () => {
    expect(plan('date', '=date and time(due)', undefined, { due: '2028-03-01T08:00:00+08:00' })).toEqual([
      '2028-03-01T00:00:00.000Z',
      1,
    ]);
    expect(plan('date', '2028-03-01T08:00:00+08:00[Asia/Shanghai]')).toEqual(['2028-03-01T00:00:00.000Z', 1]);
    expect(plan('date', '=date("2028-03-01")')).toMatch(
      /^Expected result of the expression 'date\("2028-03-01"\)' to be one of '\[DATE_TIME, STRING\]', but was 'DATE'/u,
    );
    expect(plan('date', '2028-03-01')).toBe("Invalid date-time format '2028-03-01' for expression '2028-03-01'.");
  });

  it('a cycle counts down and keeps its beat', () => {
    const expressions = createExpressions({
      clock: { now: () => at('2028-02-01T00:10:00.700Z') },
      zone: 'Asia/Shanghai',
    });
    const timer = { timer: 'cycle', expression: { kind: 'literal', value: 'R2/PT10M' } } as const;
    const next = expressions.nextTimer(timer, {}, { dueDate: at('2028-02-01T00:10:00Z'), repetitions: 2 });
    expect(next.ok && next.value && shown(next.value)).toEqual(['2028-02-01T00:20:00.000Z', 1]);
    expect(expressions.nextTimer(timer, {}, { dueDate: at('2028-02-01T00:20:00Z'), repetitions: 1 })).toEqual({
      ok: true,
      value: undefined,
    });
  });
});
