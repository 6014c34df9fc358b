// Every command the engine accepts, from clients, timers or its own follow-ups, with its value.
import type { DecisionGraph, ExecutableProcess } from '../model/index.ts';
import type { Document } from './json.ts';
import type {
  MessageSubscriptionValue,
  MessageValue,
  ProcessMessageSubscriptionValue,
  SignalValue,
} from './message.ts';
import type { ProcessInstanceMigrationValue, ProcessInstanceValue, StartInstruction } from './process-instance.ts';

export type DeployedResource = {
  readonly name: string;
  /** Base64, as records carry it. */
  readonly resource: string;
  readonly checksum: string;
  readonly content:
    | { readonly kind: 'processes'; readonly processes: readonly ExecutableProcess[] }
    | { readonly kind: 'decisions'; readonly graph: DecisionGraph }
    | { readonly kind: 'form'; readonly formId: string };
};

export type ActivateJobsValue = {
  readonly type: string;
  readonly worker: string;
  readonly timeout: number;
  readonly maxJobsToActivate: number;
  readonly fetchVariables: readonly string[];
};

export type CommandValues = {
  'DEPLOYMENT.CREATE': { readonly resources: readonly DeployedResource[] };
  'RESOURCE_DELETION.DELETE': { readonly resourceKey: number };
  'PROCESS_INSTANCE_CREATION.CREATE': {
    readonly bpmnProcessId: string;
    readonly processDefinitionKey: number;
    readonly version: number;
    readonly variables: Document;
    readonly startInstructions: readonly StartInstruction[];
  };
  'PROCESS_INSTANCE.CANCEL': { readonly processInstanceKey: number };
  'PROCESS_INSTANCE.ACTIVATE_ELEMENT': ProcessInstanceValue;
  'PROCESS_INSTANCE.COMPLETE_ELEMENT': ProcessInstanceValue;
  'PROCESS_INSTANCE.TERMINATE_ELEMENT': ProcessInstanceValue;
  'PROCESS_INSTANCE_MODIFICATION.MODIFY': {
    readonly processInstanceKey: number;
    readonly activateInstructions: readonly {
      readonly elementId: string;
      readonly ancestorScopeKey: number;
      readonly variableInstructions: readonly { readonly elementId: string; readonly variables: Document }[];
    }[];
    readonly terminateInstructions: readonly { readonly elementInstanceKey: number }[];
  };
  'PROCESS_INSTANCE_MIGRATION.MIGRATE': ProcessInstanceMigrationValue;
  'VARIABLE_DOCUMENT.UPDATE': {
    readonly scopeKey: number;
    readonly variables: Document;
    readonly updateSemantics: 'PROPAGATE' | 'LOCAL';
  };
  'JOB.COMPLETE': { readonly variables: Document };
  'JOB.FAIL': {
    readonly retries: number;
    readonly errorMessage: string;
    readonly retryBackoff: number;
    readonly variables: Document;
  };
  'JOB.THROW_ERROR': { readonly errorCode: string; readonly errorMessage: string; readonly variables: Document };
  'JOB.UPDATE_RETRIES': { readonly retries: number };
  'JOB.UPDATE_TIMEOUT': { readonly timeout: number };
  'JOB.TIME_OUT': Record<string, never>;
  'JOB.RECUR_AFTER_BACKOFF': Record<string, never>;
  'JOB.YIELD': Record<string, never>;
  'JOB_BATCH.ACTIVATE': ActivateJobsValue;
  'TIMER.TRIGGER': Record<string, never>;
  'MESSAGE.PUBLISH': Omit<MessageValue, 'deadline'>;
  'MESSAGE.EXPIRE': Record<string, never>;
  'MESSAGE_SUBSCRIPTION.CREATE': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.CORRELATE': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.REJECT': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.DELETE': MessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATE': ProcessMessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.CORRELATE': MessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.DELETE': ProcessMessageSubscriptionValue;
  'SIGNAL.BROADCAST': SignalValue;
  'INCIDENT.RESOLVE': Record<string, never>;
  'DECISION_EVALUATION.EVALUATE': {
    readonly decisionId: string;
    readonly decisionKey: number;
    readonly variables: Document;
  };
};

export type CommandType = keyof CommandValues;
export type Command<T extends CommandType> = {
  readonly type: T;
  readonly key: number;
  readonly position: number;
  readonly value: CommandValues[T];
};
export type AnyCommand = { [T in CommandType]: Command<T> }[CommandType];
