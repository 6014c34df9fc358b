// Values of job records.
import type { Document } from './json.ts';

export type JobValue = {
  readonly type: string;
  readonly retries: number;
  readonly retryBackoff: number;
  readonly recurringTime: number;
  readonly jobKind: 'BPMN_ELEMENT';
  readonly elementId: string;
  readonly processDefinitionKey: number;
  readonly deadline: number;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly bpmnProcessId: string;
  readonly processInstanceKey: number;
  readonly elementInstanceKey: number;
  readonly processDefinitionVersion: number;
  readonly timeout: number;
  readonly worker: string;
  readonly errorCode: string;
  readonly variables: Document;
  readonly errorMessage: string;
};

export type JobBatchValue = {
  readonly type: string;
  readonly worker: string;
  readonly deadline: number;
  readonly jobKeys: readonly number[];
};
