// FEEL decides as real Zeebe 8.5.8 did on these expressions.
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createExpressions } from '../../../../server/engine/expression/index.ts';

type Result =
  | readonly [source: string, outcome: 'value', value: unknown]
  | readonly [source: string, outcome: 'refused' | 'incident'];

/** Recorded from a broker: one script task an expression, with the variables below. */
const results = JSON.parse(readFileSync(new URL('feel-results.json', import.meta.url), 'utf8')) as readonly Result[];
const variables = {
  a: 1,
  b: 2,
  c: 3.5,
  s: 'foobar',
  t: true,
  f: false,
  n: null,
  l: [1, 2, 3, 4],
  names: ['ann', 'bob', 'abe'],
  o: { x: 1, y: { z: 'q' } },
  people: [
    { name: 'A', age: 10 },
    { name: 'B', age: 20 },
    { name: 'C', age: 30 },
  ],
  d: '2026-03-01',
  dt: '2026-03-01T08:00:00+08:00',
};

const expressions = createExpressions({ clock: { now: () => Date.UTC(2026, 10, 22) }, zone: 'Asia/Shanghai' });

function outcomeOf(source: string): unknown {
  if (expressions.check(source) !== undefined) return ['refused'];
  const result = expressions.evaluate({ kind: 'feel', source }, variables);
  return result.ok ? ['value', result.value] : ['incident'];
}

describe('FEEL', () => {
  it.each(results)('%s', (source, outcome, ...value) => {
    expect(outcomeOf(source)).toEqual(outcome === 'value' ? ['value', ...value] : [outcome]);
  });
});
