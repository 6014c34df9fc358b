// Decision tables: which rules match, and what the hit policy makes of them.
import type { DecisionTable } from '../../model/index.ts';
import { toJson } from '../feel/json.ts';
import type { Context, Value } from '../feel/value.ts';
import type { Evaluator } from './evaluator.ts';
import { applyHitPolicy, type Hit } from './hit-policy.ts';
import type { LogicRun } from './logic.ts';

export function evaluateTable(table: DecisionTable, scope: Context, evaluator: Evaluator, run: LogicRun): Value {
  const inputs = table.inputs.map(({ id, label, source }) => {
    const value = source.trim() === '' ? null : evaluator.expression(source, scope);
    run.inputs.push({ inputId: id, inputName: label === '' ? source : label, inputValue: toJson(value) });
    return value;
  });
  const hits = matchingRules(table, inputs, scope, evaluator);
  for (const hit of hits) run.matchedRules.push(recordOf(table, hit));
  if (hits.length === 0) return defaultOutput(table, scope, evaluator);
  return applyHitPolicy(table, hits, evaluator);
}

function matchingRules(
  table: DecisionTable,
  inputs: readonly Value[],
  scope: Context,
  evaluator: Evaluator,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const [index, rule] of table.rules.entries()) {
    const matches = inputs.every((input, column) => passes(rule.inputs[column] ?? '', input, scope, evaluator));
    if (!matches) continue;
    const outputs = table.outputs.map((_, column) => valueOf(rule.outputs[column] ?? '', scope, evaluator));
    hits.push({ ruleId: rule.id, ruleIndex: index + 1, outputs });
    if (table.hitPolicy === 'FIRST') break;
  }
  return hits;
}

/** An empty entry or `-` matches anything. */
function passes(entry: string, input: Value, scope: Context, evaluator: Evaluator): boolean {
  const source = entry.trim();
  return source === '' || source === '-' || evaluator.unaryTests(source, input, scope) === true;
}

const valueOf = (source: string, scope: Context, evaluator: Evaluator): Value =>
  source.trim() === '' ? null : evaluator.expression(source, scope);

function defaultOutput(table: DecisionTable, scope: Context, evaluator: Evaluator): Value {
  if (table.outputs.every(({ defaultSource }) => defaultSource === undefined)) return null;
  const values = table.outputs.map(({ defaultSource }) => valueOf(defaultSource ?? '', scope, evaluator));
  const [only = null] = values;
  return table.outputs.length === 1
    ? only
    : Object.fromEntries(table.outputs.map(({ name }, index) => [name, values[index] ?? null]));
}

function recordOf(table: DecisionTable, hit: Hit): LogicRun['matchedRules'][number] {
  const outputs = table.outputs.map(({ id, name, label }, index) => ({
    outputId: id,
    outputName: label === '' ? name : label,
    outputValue: toJson(hit.outputs[index] ?? null),
  }));
  return { ruleId: hit.ruleId, ruleIndex: hit.ruleIndex, outputs };
}
