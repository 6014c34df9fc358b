// Field paths of a model in the reader's words; what has none is shown as it is written.
import type { TFunction } from 'i18next';

export const knownFields = [
  'name',
  'label',
  'documentation',
  'candidateGroups',
  'candidateUsers',
  'assignee',
  'dueDate',
  'followUpDate',
  'formId',
  'formKey',
  'type',
  'retries',
  'conditionExpression',
  'default',
  'sourceRef',
  'targetRef',
  'attachedToRef',
  'cancelActivity',
  'timeDate',
  'timeDuration',
  'timeCycle',
  'messageRef',
  'errorRef',
  'processId',
  'decisionId',
  'resultVariable',
  'source',
  'target',
  'key',
  'value',
  'expression',
  'inputCollection',
  'inputElement',
  'outputCollection',
  'outputElement',
  'completionCondition',
  'isSequential',
  'isInterrupting',
  'propagateAllChildVariables',
  'propagateAllParentVariables',
  'hitPolicy',
  'rows',
  'validate',
  'values',
  'description',
] as const;
const isKnown = (part: string): part is (typeof knownFields)[number] => knownFields.some((field) => field === part);
const carriers = new Set(['body', 'text']);

export const fieldWord = (t: TFunction<'models'>, path: string): string => {
  const column = /^(input|output)\.(.+)$/.exec(path);
  if (column !== null) return t(`field.${column[1] === 'input' ? 'inputColumn' : 'outputColumn'}`, { name: column[2] });
  const parts = path.split('.').filter((part) => !carriers.has(part));
  const last = parts.findLast((part) => isKnown(part.replace(/#\d+$/, ''))) ?? '';
  const word = last.replace(/#\d+$/, '');
  const nth = /#(\d+)/.exec(path)?.[1];
  return isKnown(word) ? `${t(`field.${word}`)}${nth === undefined ? '' : ` ${nth}`}` : path;
};
