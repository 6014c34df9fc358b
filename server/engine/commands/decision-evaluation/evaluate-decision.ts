// Evaluates a decision for a client.
import { NO_ORIGIN, evaluateDecision, splitDocument, type Context } from '../../mechanics/index.ts';
import { reject, type CommandValues, type Json } from '../../protocol/index.ts';
import type { DecisionDefinition } from '../../state/index.ts';
import type { Handler } from '../handler.ts';

export const evaluateDecisionCommand: Handler<'DECISION_EVALUATION.EVALUATE'> = (ctx, { value }) => {
  const decision = find(ctx, value);
  if (decision === undefined) {
    const [name, kind] = value.decisionId === '' ? [value.decisionKey, 'key'] : [value.decisionId, 'id'];
    return reject(
      'INVALID_ARGUMENT',
      `Expected to evaluate decision '${name}', but no decision found for ${kind} '${name}'`,
    );
  }
  const entries = splitDocument(value.variables).map(([name, text]) => [name, JSON.parse(text) as Json] as const);
  const evaluated = evaluateDecision(ctx, decision, Object.fromEntries(entries), NO_ORIGIN);
  return { ok: true, key: evaluated.key, value: evaluated.value };
};

function find(
  ctx: Context,
  { decisionId, decisionKey }: CommandValues['DECISION_EVALUATION.EVALUATE'],
): DecisionDefinition | undefined {
  const { decisions } = ctx.state.definitions;
  return decisionId === '' ? decisions.get(decisionKey) : decisions.latest(decisionId);
}
