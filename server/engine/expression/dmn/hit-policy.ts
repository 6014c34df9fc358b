// What the hits of a table come to under each hit policy.
import type { DecisionTable } from '../../model/index.ts';
import { equals } from '../feel/compare.ts';
import { Decimal } from '../feel/decimal.ts';
import { quotedText } from '../feel/text-of.ts';
import { decimalOf, isNumber, isList, type Num, type Value } from '../feel/value.ts';
import { DecisionFailure, type Evaluator } from './evaluator.ts';

export type Hit = { readonly ruleId: string; readonly ruleIndex: number; readonly outputs: readonly Value[] };

export function applyHitPolicy(table: DecisionTable, hits: readonly Hit[], evaluator: Evaluator): Value {
  const results = hits.map((hit) => outputOf(table, hit));
  const [first = null] = results;
  switch (table.hitPolicy) {
    case 'FIRST':
      return first;
    case 'UNIQUE':
      return hits.length === 1 ? first : refuse(table, hits, "multiple values aren't allowed");
    case 'ANY':
      return results.every((result) => equals(result, first) === true)
        ? first
        : refuse(table, hits, "different values aren't allowed");
    case 'PRIORITY':
      return outputOf(table, byPriority(table, hits, evaluator)[0] ?? { ruleId: '', ruleIndex: 0, outputs: [] });
    case 'RULE ORDER':
      return results;
    case 'OUTPUT ORDER':
      return byPriority(table, hits, evaluator).map((hit) => outputOf(table, hit));
    case 'COLLECT':
      return collect(table, results);
  }
}

/** One column gives its bare value, several a context. */
function outputOf(table: DecisionTable, { outputs }: Hit): Value {
  const [only = null] = outputs;
  return table.outputs.length === 1
    ? only
    : Object.fromEntries(table.outputs.map(({ name }, index) => [name, outputs[index] ?? null]));
}

function refuse(table: DecisionTable, hits: readonly Hit[], reason: string): never {
  const shown = hits.map(({ outputs }) => {
    const pairs = table.outputs.map(({ name }, index) => `${name} -> ${quotedText(outputs[index] ?? null)}`);
    return `Map(${pairs.join(', ')})`;
  });
  throw new DecisionFailure(`${reason} for ${table.hitPolicy} hit policy. found: 'List(${shown.join(', ')})'`);
}

/** The order of the allowed output values is the order of priority; earlier columns weigh more. */
function byPriority(table: DecisionTable, hits: readonly Hit[], evaluator: Evaluator): readonly Hit[] {
  const priorities = table.outputs.map(({ allowedValues }) => {
    const values = allowedValues === undefined ? [] : evaluator.expression(`[${allowedValues}]`, {});
    return isList(values) ? values : [];
  });
  const rank = (hit: Hit, column: number): number => {
    const place = (priorities[column] ?? []).findIndex((value) => equals(value, hit.outputs[column] ?? null) === true);
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  };
  const difference = (a: Hit, b: Hit): number => {
    for (const column of priorities.keys()) {
      const order = rank(a, column) - rank(b, column);
      if (order !== 0) return order;
    }
    return 0;
  };
  return hits.toSorted(difference);
}

function collect(table: DecisionTable, results: readonly Value[]): Value {
  if (table.aggregation === undefined) return results;
  if (table.aggregation === 'COUNT') return results.length;
  const other = results.find((result) => !isNumber(result));
  if (other !== undefined) throw new DecisionFailure(`expected number but found '${quotedText(other)}'`);
  return aggregate(table.aggregation, results.filter(isNumber));
}

function aggregate(aggregation: 'SUM' | 'MIN' | 'MAX', numbers: readonly Num[]): Value {
  if (aggregation === 'SUM')
    return numbers.reduce<Decimal>((sum, value) => sum.plus(decimalOf(value)), new Decimal(0n, 0));
  const wanted = aggregation === 'MIN' ? -1 : 1;
  return numbers.reduce((best, value) =>
    Math.sign(decimalOf(value).compare(decimalOf(best))) === wanted ? value : best,
  );
}
