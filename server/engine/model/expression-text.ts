// Zeebe's convention: a text that starts with `=` is FEEL, any other text stands for itself.
import type { Expression } from './graph.ts';

export const expressionOf = (source: string): Expression =>
  source.startsWith('=') ? { kind: 'feel', source: source.slice(1).trim() } : { kind: 'literal', value: source };

export const optionalExpression = (source: string | undefined): Expression | undefined =>
  source === undefined || source === '' ? undefined : expressionOf(source);

/** Comma-separated literals (candidate groups, candidate users) become a list, as in Zeebe. */
export function listExpression(source: string | undefined): Expression | undefined {
  const expression = optionalExpression(source);
  if (expression?.kind !== 'literal') return expression;
  const items = expression.value.split(',').map((item) => JSON.stringify(item.trim()));
  return { kind: 'feel', source: `[${items.join(',')}]` };
}
