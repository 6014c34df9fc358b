// What a scenario left in the record stream, without keys, positions and times: one list of lines a value type.
import type { EngineRecord } from './record-sink.ts';

export type Story = Readonly<Record<string, readonly string[]>>;

type Value = Readonly<Record<string, unknown>>;
type Elements = ReadonlyMap<unknown, string>;

const lines: Readonly<Record<string, (value: Value, elements: Elements) => string>> = {
  PROCESS_INSTANCE: (v) => `${v.elementId} ${v.bpmnElementType}`,
  JOB: (v) =>
    `${v.elementId} ${v.type} retries ${v.retries} ${v.errorCode}${v.errorMessage} ${sorted(v.customHeaders)}`,
  TIMER: (v) => `${v.targetElementId} ${v.repetitions}`,
  VARIABLE: (v, elements) => `${v.name} = ${canonical(v.value)} in ${elements.get(v.scopeKey) ?? '?'}`,
  INCIDENT: (v) => `${v.elementId} ${v.errorType} ${v.errorMessage}`,
  MESSAGE: (v) => `${v.name} ${v.correlationKey} ${v.messageId} ${v.timeToLive}`,
  MESSAGE_SUBSCRIPTION: (v) => `${v.messageName} ${v.correlationKey} ${v.interrupting}`,
  PROCESS_MESSAGE_SUBSCRIPTION: (v) => `${v.messageName} ${v.correlationKey} ${v.elementId} ${v.interrupting}`,
  MESSAGE_START_EVENT_SUBSCRIPTION: (v) => `${v.messageName} ${v.startEventId}`,
  SIGNAL: (v) => `${v.signalName}`,
  SIGNAL_SUBSCRIPTION: (v) => `${v.signalName} ${v.catchEventId}`,
  ESCALATION: (v) => `${v.escalationCode} thrown ${v.throwElementId} caught ${v.catchElementId}`,
  DECISION_EVALUATION: (v) => `${v.decisionId} ${canonical(v.decisionOutput)} ${v.evaluationFailureMessage}`,
  PROCESS: (v) => `${v.bpmnProcessId} version ${v.version}`,
};

/** `id` begins every process id, message and signal name of the scenario. */
export function storyOf(records: readonly EngineRecord[], id: string): Story {
  const belongs = belongingTo(records, id);
  const elements = new Map<unknown, string>();
  const story: Record<string, string[]> = {};
  for (const record of records) {
    const line = lines[record.valueType];
    if (record.recordType !== 'EVENT' || line === undefined || !belongs(record)) continue;
    if (record.valueType === 'PROCESS_INSTANCE') elements.set(record.key, String(record.value.elementId));
    (story[record.valueType] ??= []).push(`${record.intent} ${line(record.value, elements)}`.trim());
  }
  // one document may make several variables, in no promised order
  story.VARIABLE?.sort();
  return story;
}

const named = (value: Value, id: string): boolean =>
  [value.bpmnProcessId, value.messageName, value.signalName, value.name, value.decisionId].some(
    (name) => typeof name === 'string' && name.startsWith(id),
  );

/** Named after the scenario, or of an instance, process or message that is: timers and what expires carry no name. */
export function belongingTo(records: readonly EngineRecord[], id: string): (record: EngineRecord) => boolean {
  const keysOf = (type: string): ReadonlySet<number> =>
    new Set(records.filter(({ valueType, value }) => valueType === type && named(value, id)).map(({ key }) => key));
  const processes = keysOf('PROCESS');
  const messages = keysOf('MESSAGE');
  const instances = new Set(
    records
      .filter(({ valueType, value }) => valueType === 'PROCESS_INSTANCE' && named(value, id))
      .map(({ value }) => value.processInstanceKey),
  );
  return ({ key, value, valueType }) =>
    named(value, id) ||
    instances.has(value.processInstanceKey) ||
    (valueType === 'TIMER' && processes.has(Number(value.processDefinitionKey))) ||
    (valueType === 'MESSAGE' && messages.has(key));
}

const canonical = (json: unknown): string =>
  typeof json === 'string' ? stable(JSON.parse(json) as unknown) : String(json);

const sorted = (headers: unknown): string => stable(headers).replace(/"\d{16}"/gu, '"<key>"');

/** JSON with keys in order: 1.0 and 1 are one. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
