// What the record stream says about one running tree of instances: open jobs, elements, variables, incidents.
import type { SunkRecord } from '../../server/engine/support/sink.ts';

export type OpenJob = {
  readonly key: string;
  readonly elementId: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly process: string;
};

const text = (value: unknown): string => String(value ?? '');
const ended = ['COMPLETED', 'CANCELED', 'ERROR_THROWN'];

export const rootsOf = (records: readonly SunkRecord[], processId: string): string[] =>
  records
    .filter(
      ({ valueType, intent, value }) =>
        valueType === 'PROCESS_INSTANCE' &&
        intent === 'ELEMENT_ACTIVATING' &&
        value['bpmnElementType'] === 'PROCESS' &&
        value['bpmnProcessId'] === processId &&
        Number(value['parentProcessInstanceKey']) <= 0,
    )
    .map(({ value }) => text(value['processInstanceKey']));

/** The instance and everything it called. */
const treeOf = (records: readonly SunkRecord[], root: string): Set<string> => {
  const tree = new Set([root]);
  for (const { valueType, value } of records)
    if (valueType === 'PROCESS_INSTANCE' && tree.has(text(value['parentProcessInstanceKey'])))
      tree.add(text(value['processInstanceKey']));
  return tree;
};

export const viewOf = (all: readonly SunkRecord[], root: string) => {
  const tree = treeOf(all, root);
  const records = all.filter(
    ({ recordType, value }) => recordType === 'EVENT' && tree.has(text(value['processInstanceKey'])),
  );
  const jobs = new Map<string, OpenJob>();
  for (const { valueType, intent, key, value } of records) {
    if (valueType !== 'JOB') continue;
    if (intent === 'CREATED')
      jobs.set(text(key), {
        key: text(key),
        elementId: text(value['elementId']),
        type: text(value['type']),
        headers: value['customHeaders'] as Record<string, string>,
        process: text(value['bpmnProcessId']),
      });
    if (ended.includes(intent)) jobs.delete(text(key));
  }
  const elements = (intent: string): string[] =>
    records
      .filter((record) => record.valueType === 'PROCESS_INSTANCE' && record.intent === intent)
      .map(({ value }) => text(value['elementId']));
  return {
    jobs: [...jobs.values()],
    completed: elements('ELEMENT_COMPLETED'),
    terminated: elements('ELEMENT_TERMINATED'),
    incidents: records
      .filter(({ valueType, intent }) => valueType === 'INCIDENT' && intent === 'CREATED')
      .map(({ value }) => `${text(value['elementId'])}: ${text(value['errorMessage'])}`),
    /** The last value a variable of this name was given anywhere in the tree. */
    variable: (name: string): unknown => {
      const last = records.findLast(({ valueType, value }) => valueType === 'VARIABLE' && value['name'] === name);
      return last === undefined ? undefined : JSON.parse(text(last.value['value']));
    },
  };
};
export type View = ReturnType<typeof viewOf>;
