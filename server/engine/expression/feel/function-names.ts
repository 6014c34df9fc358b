// Built-in functions whose names have spaces; the parser must know them to tell calls from names.

const names = [
  'context merge',
  'context put',
  'date and time',
  'day of week',
  'day of year',
  'distinct values',
  'duplicate values',
  'ends with',
  'finished by',
  'get entries',
  'get or else',
  'get value',
  'index of',
  'insert before',
  'is blank',
  'is defined',
  'is empty',
  'last day of month',
  'list contains',
  'list replace',
  'lower case',
  'met by',
  'month of year',
  'overlaps after',
  'overlaps before',
  'put all',
  'random number',
  'round down',
  'round half down',
  'round half up',
  'round up',
  'started by',
  'starts with',
  'string join',
  'string length',
  'substring after',
  'substring before',
  'to base64',
  'from json',
  'to json',
  'upper case',
  'week of year',
  'years and months duration',
];

/** Longest first, each cut into its words. */
export const spacedFunctionNames: readonly (readonly string[])[] = names
  .filter((name) => name.includes(' '))
  .map((name) => name.split(' '))
  .sort((a, b) => b.length - a.length);
