// Records as short lines: keys by order of appearance, without times and positions.
import type { SunkRecord } from '../support/sink.ts';

const told = [
  'bpmnElementType',
  'bpmnEventType',
  'elementId',
  'name',
  'targetElementId',
  'messageName',
  'signalName',
  'catchEventId',
  'startEventId',
  'bpmnProcessId',
  'correlationKey',
  'interrupting',
  'repetitions',
  'retries',
  'value',
  'errorType',
  'errorMessage',
  'errorCode',
  'escalationCode',
  'catchElementId',
  'decisionId',
  'decisionOutput',
  'resourceName',
  'version',
  'duplicate',
  'customHeaders',
  'variables',
] as const;
const linked = [
  'scopeKey',
  'flowScopeKey',
  'parentElementInstanceKey',
  'elementInstanceKey',
  'processInstanceKey',
  'messageKey',
  'jobKey',
] as const;

export function compact(records: readonly SunkRecord[]): string[] {
  const names = new Map<number, string>();
  const alias = (key: unknown): string => {
    if (typeof key !== 'number' || key < 0) return '-';
    const known = names.get(key) ?? `k${names.size}`;
    names.set(key, known);
    return known;
  };
  return records.map(({ valueType, intent, key, value }) => {
    const facts = told.flatMap((name) => (name in value ? [`${name}=${textOf(value[name])}`] : []));
    const links = linked.flatMap((name) => (name in value ? [`${name}=${alias(value[name])}`] : []));
    return [`${valueType}.${intent}`, alias(key), ...links, ...facts].join(' ');
  });
}

/** Form keys differ from run to run. */
const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value, inOrder))
    .replaceAll('\n', '↵')
    .replaceAll(/("io\.camunda\.zeebe:formKey":")\d+/gu, '$1…');

/** Java writes the members of an object in another order. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
