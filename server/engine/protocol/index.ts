// Door of the protocol room: data that commands, events and records are made of.
export { EMPTY_DOCUMENT, type Document, type Json, type JsonObject } from './json.ts';
export { FIRST_KEY, NONE, PARTITION_ID, TENANT, partitionOf } from './keys.ts';
export type { AnyEvent, Event, EventType, EventValues } from './events.ts';
export type {
  ActivateJobsValue,
  AnyCommand,
  Command,
  CommandType,
  CommandValues,
  DeployedResource,
} from './commands.ts';
export { reject, type Rejection, type RejectionType } from './rejection.ts';
export { done, fail, succeed, type Failure, type Outcome, type Success } from './failure.ts';
export type {
  ActivateInstruction,
  BpmnElementType,
  BpmnEventType,
  ProcessEventValue,
  ProcessInstanceCreationValue,
  ProcessInstanceMigrationValue,
  ProcessInstanceModificationValue,
  ProcessInstanceValue,
  StartInstruction,
} from './process-instance.ts';
export type { JobBatchValue, JobValue } from './job.ts';
export type {
  MessageStartEventSubscriptionValue,
  MessageSubscriptionValue,
  MessageValue,
  ProcessMessageSubscriptionValue,
  SignalSubscriptionValue,
  SignalValue,
} from './message.ts';
export type {
  DecisionRequirementsMetadata,
  DecisionRequirementsValue,
  DecisionValue,
  DeploymentValue,
  FormMetadata,
  FormValue,
  ProcessMetadata,
  ProcessValue,
  ResourceDeletionValue,
} from './deployment.ts';
export type {
  DecisionEvaluationValue,
  ErrorType,
  EscalationValue,
  EvaluatedDecisionValue,
  IncidentValue,
  TimerValue,
  VariableDocumentValue,
  VariableValue,
} from './values.ts';
