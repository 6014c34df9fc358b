// FEEL as the engine reads it: which text is an expression, and which variables it asks for.
import { parseExpression } from 'feelin';

/** Built-in names with spaces or key words in them, which the parser must know as one name. */
const builtins = [
  'get or else',
  'is defined',
  'is blank',
  'is empty',
  'date and time',
  'years and months duration',
  'day of week',
  'day of year',
  'week of year',
  'month of year',
  'last day of month',
  'string length',
  'starts with',
  'ends with',
  'substring before',
  'substring after',
  'upper case',
  'lower case',
  'list contains',
  'insert before',
  'index of',
  'distinct values',
  'duplicate values',
  'get value',
  'get entries',
  'context put',
  'context merge',
  'met by',
  'overlapped by',
  'overlaps before',
  'overlaps after',
  'finished by',
  'started by',
];
const context = Object.fromEntries(builtins.map((name) => [name, () => null]));

export const parseFeel = (text: string) => parseExpression(text, context, undefined);

/** Names inside these may be the expression's own: what they ask for is not told. */
const ownNames = ['ForExpression', 'QuantifiedExpression', 'FilterExpression', 'FunctionDefinition', 'Context'];

/** The variables an expression asks for; of `routing.route` only `routing`. */
export const variablesIn = (expression: string): string[] => {
  if (!expression.startsWith('=')) return [];
  const text = expression.slice(1);
  const names = new Set<string>();
  parseFeel(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (ownNames.includes(name)) return false;
      if (name !== 'VariableName') return true;
      const { parent } = node;
      const called = parent?.name === 'FunctionInvocation' && parent.firstChild?.from === from;
      if (!called) names.add(text.slice(from, to));
      return false;
    },
  });
  return [...names];
};
