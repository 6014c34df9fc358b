// A committed event as Zeebe 8.5.8's Elasticsearch exporter writes it.
import { PARTITION_ID, TENANT, type AnyEvent } from '../protocol/index.ts';
import { valueJson } from './value-json.ts';

export const BROKER_VERSION = '8.5.8';

/** Kept inside, as Zeebe's exporter does by default. */
const internal: ReadonlySet<string> = new Set(['JOB_BATCH', 'PROCESS_EVENT']);
const recordVersions: Readonly<Record<string, number>> = { 'DEPLOYMENT.CREATED': 2 };

export type Exported = { readonly action: string; readonly record: string };

const authorizations = JSON.stringify({ authorized_tenants: [TENANT] });

export const splitType = (type: string): readonly [valueType: string, intent: string] => {
  const dot = type.indexOf('.');
  return [type.slice(0, dot), type.slice(dot + 1)];
};

export const isExported = (event: AnyEvent): boolean => !internal.has(splitType(event.type)[0]);

export function recordJson(event: AnyEvent, source: number, sequence: number): Exported {
  const [valueType, intent] = splitType(event.type);
  const day = new Date(event.timestamp).toISOString().slice(0, 10);
  const index = `zeebe-record_${valueType.toLowerCase().replaceAll('_', '-')}_${BROKER_VERSION}_${day}`;
  const id = `${PARTITION_ID}-${event.position}`;
  return {
    action: `{"index":{"routing":"${PARTITION_ID}","_index":"${index}","_id":"${id}"}}`,
    record:
      `{"partitionId":${PARTITION_ID},"value":${valueJson(event)},"key":${event.key},"position":${event.position},` +
      `"timestamp":${event.timestamp},"valueType":"${valueType}","brokerVersion":"${BROKER_VERSION}","recordType":"EVENT",` +
      `"intent":"${intent}","sourceRecordPosition":${source},"rejectionType":"NULL_VAL","rejectionReason":"",` +
      `"authorizations":${authorizations},"recordVersion":${recordVersions[event.type] ?? 1},"sequence":${sequence}}`,
  };
}
