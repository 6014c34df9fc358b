// Values of the records that tell an instance's life.
import type { Document } from './json.ts';

export type BpmnElementType =
  | 'PROCESS'
  | 'SUB_PROCESS'
  | 'EVENT_SUB_PROCESS'
  | 'START_EVENT'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'BOUNDARY_EVENT'
  | 'END_EVENT'
  | 'SERVICE_TASK'
  | 'RECEIVE_TASK'
  | 'USER_TASK'
  | 'MANUAL_TASK'
  | 'TASK'
  | 'EXCLUSIVE_GATEWAY'
  | 'PARALLEL_GATEWAY'
  | 'EVENT_BASED_GATEWAY'
  | 'INCLUSIVE_GATEWAY'
  | 'SEQUENCE_FLOW'
  | 'MULTI_INSTANCE_BODY'
  | 'CALL_ACTIVITY'
  | 'BUSINESS_RULE_TASK'
  | 'SCRIPT_TASK'
  | 'SEND_TASK';

export type BpmnEventType =
  'UNSPECIFIED' | 'NONE' | 'TIMER' | 'MESSAGE' | 'SIGNAL' | 'ERROR' | 'ESCALATION' | 'LINK' | 'TERMINATE';

export type ProcessInstanceValue = {
  readonly version: number;
  readonly bpmnElementType: BpmnElementType;
  readonly parentElementInstanceKey: number;
  readonly flowScopeKey: number;
  readonly bpmnEventType: BpmnEventType;
  readonly parentProcessInstanceKey: number;
  readonly elementId: string;
  readonly processDefinitionKey: number;
  readonly bpmnProcessId: string;
  readonly processInstanceKey: number;
  /** Sequence flows that this activation uses up; not exported. */
  readonly flows?: number;
  /** Incoming flow ids that a join uses up, or the gateway that a taken flow waits at; not exported. */
  readonly joined?: readonly string[];
  /** Place in a multi-instance, from 1; not exported. */
  readonly loopCounter?: number;
  /** JSON text of the item there; on commands only. */
  readonly loopItem?: string;
};

export type StartInstruction = { readonly elementId: string };
export type ProcessInstanceCreationValue = {
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: number;
  readonly version: number;
  readonly variables: Document;
  readonly processInstanceKey: number;
  readonly startInstructions: readonly StartInstruction[];
};

export type VariableInstruction = { readonly elementId: string; readonly variables: Document };
export type ActivateInstruction = {
  readonly elementId: string;
  readonly ancestorScopeKey: number;
  readonly variableInstructions: readonly VariableInstruction[];
  readonly ancestorScopeKeys: readonly number[];
};
export type ProcessInstanceModificationValue = {
  readonly processInstanceKey: number;
  readonly activateInstructions: readonly ActivateInstruction[];
  readonly terminateInstructions: readonly { readonly elementInstanceKey: number }[];
  readonly ancestorScopeKeys: readonly number[];
};

export type ProcessInstanceMigrationValue = {
  readonly processInstanceKey: number;
  readonly targetProcessDefinitionKey: number;
  readonly mappingInstructions: readonly { readonly sourceElementId: string; readonly targetElementId: string }[];
};

/** An event that was caught and waits to be acted on; internal. */
export type ProcessEventValue = {
  readonly scopeKey: number;
  readonly targetElementId: string;
  readonly variables: Document;
  readonly processDefinitionKey: number;
  readonly processInstanceKey: number;
  /** The scope is taken over by an event sub-process. */
  readonly interrupts?: boolean;
};
