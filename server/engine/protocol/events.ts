// Every event that may stand on the log, with its value; appliers and exporters are closed over this list.
import type {
  DecisionRequirementsValue,
  DecisionValue,
  DeploymentValue,
  FormValue,
  ProcessValue,
  ResourceDeletionValue,
} from './deployment.ts';
import type { JobBatchValue, JobValue } from './job.ts';
import type {
  MessageStartEventSubscriptionValue,
  MessageSubscriptionValue,
  MessageValue,
  ProcessMessageSubscriptionValue,
  SignalSubscriptionValue,
  SignalValue,
} from './message.ts';
import type {
  ProcessEventValue,
  ProcessInstanceCreationValue,
  ProcessInstanceMigrationValue,
  ProcessInstanceModificationValue,
  ProcessInstanceValue,
} from './process-instance.ts';
import type {
  DecisionEvaluationValue,
  EscalationValue,
  IncidentValue,
  TimerValue,
  VariableDocumentValue,
  VariableValue,
} from './values.ts';

export type EventValues = {
  'DEPLOYMENT.CREATED': DeploymentValue;
  'PROCESS.CREATED': ProcessValue;
  'PROCESS.DELETING': ProcessValue;
  'PROCESS.DELETED': ProcessValue;
  'DECISION_REQUIREMENTS.CREATED': DecisionRequirementsValue;
  'DECISION_REQUIREMENTS.DELETED': DecisionRequirementsValue;
  'DECISION.CREATED': DecisionValue;
  'DECISION.DELETED': DecisionValue;
  'FORM.CREATED': FormValue;
  'FORM.DELETED': FormValue;
  'RESOURCE_DELETION.DELETING': ResourceDeletionValue;
  'RESOURCE_DELETION.DELETED': ResourceDeletionValue;
  'PROCESS_INSTANCE_CREATION.CREATED': ProcessInstanceCreationValue;
  'PROCESS_INSTANCE_MODIFICATION.MODIFIED': ProcessInstanceModificationValue;
  'PROCESS_INSTANCE_MIGRATION.MIGRATED': ProcessInstanceMigrationValue;
  'PROCESS_INSTANCE.ELEMENT_ACTIVATING': ProcessInstanceValue;
  'PROCESS_INSTANCE.ELEMENT_ACTIVATED': ProcessInstanceValue;
  'PROCESS_INSTANCE.ELEMENT_COMPLETING': ProcessInstanceValue;
  'PROCESS_INSTANCE.ELEMENT_COMPLETED': ProcessInstanceValue;
  'PROCESS_INSTANCE.ELEMENT_TERMINATING': ProcessInstanceValue;
  'PROCESS_INSTANCE.ELEMENT_TERMINATED': ProcessInstanceValue;
  'PROCESS_INSTANCE.ELEMENT_MIGRATED': ProcessInstanceValue;
  'PROCESS_INSTANCE.SEQUENCE_FLOW_TAKEN': ProcessInstanceValue;
  'PROCESS_EVENT.TRIGGERING': ProcessEventValue;
  'PROCESS_EVENT.TRIGGERED': ProcessEventValue;
  'VARIABLE.CREATED': VariableValue;
  'VARIABLE.UPDATED': VariableValue;
  'VARIABLE.MIGRATED': VariableValue;
  'VARIABLE_DOCUMENT.UPDATED': VariableDocumentValue;
  'JOB.CREATED': JobValue;
  'JOB.COMPLETED': JobValue;
  'JOB.FAILED': JobValue;
  'JOB.TIMED_OUT': JobValue;
  'JOB.YIELDED': JobValue;
  'JOB.CANCELED': JobValue;
  'JOB.ERROR_THROWN': JobValue;
  'JOB.RETRIES_UPDATED': JobValue;
  'JOB.TIMEOUT_UPDATED': JobValue;
  'JOB.RECURRED_AFTER_BACKOFF': JobValue;
  'JOB.MIGRATED': JobValue;
  'JOB_BATCH.ACTIVATED': JobBatchValue;
  'TIMER.CREATED': TimerValue;
  'TIMER.TRIGGERED': TimerValue;
  'TIMER.CANCELED': TimerValue;
  'MESSAGE.PUBLISHED': MessageValue;
  'MESSAGE.EXPIRED': MessageValue;
  'MESSAGE_SUBSCRIPTION.CREATED': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.CORRELATING': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.CORRELATED': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.REJECTED': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.DELETED': MessageSubscriptionValue;
  'MESSAGE_SUBSCRIPTION.MIGRATED': MessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATING': ProcessMessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATED': ProcessMessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.CORRELATED': ProcessMessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.DELETING': ProcessMessageSubscriptionValue;
  'PROCESS_MESSAGE_SUBSCRIPTION.DELETED': ProcessMessageSubscriptionValue;
  'MESSAGE_START_EVENT_SUBSCRIPTION.CREATED': MessageStartEventSubscriptionValue;
  'MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED': MessageStartEventSubscriptionValue;
  'MESSAGE_START_EVENT_SUBSCRIPTION.DELETED': MessageStartEventSubscriptionValue;
  'SIGNAL.BROADCASTED': SignalValue;
  'SIGNAL_SUBSCRIPTION.CREATED': SignalSubscriptionValue;
  'SIGNAL_SUBSCRIPTION.DELETED': SignalSubscriptionValue;
  'ESCALATION.ESCALATED': EscalationValue;
  'ESCALATION.NOT_ESCALATED': EscalationValue;
  'INCIDENT.CREATED': IncidentValue;
  'INCIDENT.RESOLVED': IncidentValue;
  'DECISION_EVALUATION.EVALUATED': DecisionEvaluationValue;
  'DECISION_EVALUATION.FAILED': DecisionEvaluationValue;
};

export type EventType = keyof EventValues;
/** As appliers see it. */
export type Event<T extends EventType> = {
  readonly type: T;
  readonly key: number;
  readonly position: number;
  readonly timestamp: number;
  readonly value: EventValues[T];
};
export type AnyEvent = { [T in EventType]: Event<T> }[EventType];
