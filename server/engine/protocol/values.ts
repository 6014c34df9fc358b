// Values of the remaining records: variables, timers, incidents, escalations, decisions.
import type { Document, Json } from './json.ts';

export type VariableValue = {
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly processDefinitionKey: number;
  readonly scopeKey: number;
  readonly bpmnProcessId: string;
  readonly processInstanceKey: number;
};

export type VariableDocumentValue = {
  readonly updateSemantics: 'PROPAGATE' | 'LOCAL';
  readonly scopeKey: number;
  readonly variables: Document;
};

export type TimerValue = {
  readonly targetElementId: string;
  readonly repetitions: number;
  readonly dueDate: number;
  readonly processDefinitionKey: number;
  readonly processInstanceKey: number;
  readonly elementInstanceKey: number;
};

export type ErrorType =
  | 'UNKNOWN'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND';

export type IncidentValue = {
  readonly jobKey: number;
  readonly errorType: ErrorType;
  readonly variableScopeKey: number;
  readonly elementId: string;
  readonly processDefinitionKey: number;
  readonly bpmnProcessId: string;
  readonly processInstanceKey: number;
  readonly elementInstanceKey: number;
  readonly errorMessage: string;
};

export type EscalationValue = {
  readonly escalationCode: string;
  readonly throwElementId: string;
  readonly catchElementId: string;
  readonly processInstanceKey: number;
};

export type EvaluatedDecisionValue = {
  readonly decisionName: string;
  readonly decisionVersion: number;
  readonly decisionType: string;
  readonly decisionOutput: string;
  readonly evaluatedInputs: readonly { readonly [key: string]: Json }[];
  readonly matchedRules: readonly { readonly [key: string]: Json }[];
  readonly decisionId: string;
  readonly decisionKey: number;
};

export type DecisionEvaluationValue = {
  readonly decisionName: string;
  readonly decisionVersion: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: number;
  readonly decisionOutput: string;
  readonly failedDecisionId: string;
  readonly elementId: string;
  readonly processDefinitionKey: number;
  readonly evaluationFailureMessage: string;
  readonly bpmnProcessId: string;
  readonly decisionId: string;
  readonly decisionKey: number;
  readonly processInstanceKey: number;
  readonly elementInstanceKey: number;
  readonly evaluatedDecisions: readonly EvaluatedDecisionValue[];
  readonly variables: Document;
};
