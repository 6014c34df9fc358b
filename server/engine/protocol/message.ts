// Values of message and signal records.
import type { Document } from './json.ts';

export type MessageValue = {
  readonly name: string;
  readonly timeToLive: number;
  readonly correlationKey: string;
  readonly deadline: number;
  readonly messageId: string;
  readonly variables: Document;
};

export type MessageSubscriptionValue = {
  readonly correlationKey: string;
  readonly messageName: string;
  readonly interrupting: boolean;
  readonly messageKey: number;
  readonly bpmnProcessId: string;
  readonly processInstanceKey: number;
  readonly elementInstanceKey: number;
  readonly variables: Document;
};

export type ProcessMessageSubscriptionValue = MessageSubscriptionValue & { readonly elementId: string };

export type MessageStartEventSubscriptionValue = {
  readonly correlationKey: string;
  readonly messageName: string;
  readonly startEventId: string;
  readonly messageKey: number;
  readonly processDefinitionKey: number;
  readonly bpmnProcessId: string;
  readonly processInstanceKey: number;
  readonly variables: Document;
};

export type SignalValue = { readonly signalName: string; readonly variables: Document };
export type SignalSubscriptionValue = {
  readonly signalName: string;
  readonly catchEventId: string;
  readonly catchEventInstanceKey: number;
  readonly processDefinitionKey: number;
  readonly bpmnProcessId: string;
};
