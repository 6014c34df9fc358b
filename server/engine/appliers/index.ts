// The closed registry of appliers: an event without one does not compile.
import type { AnyEvent, EventType } from '../protocol/index.ts';
import type { StateWriter } from '../state/index.ts';
import { unchanged, type Applier } from './applier.ts';
import { decisionRequirementsCreated } from './decision-requirements/created.ts';
import { decisionRequirementsDeleted } from './decision-requirements/deleted.ts';
import { decisionCreated } from './decision/created.ts';
import { decisionDeleted } from './decision/deleted.ts';
import { formCreated } from './form/created.ts';
import { formDeleted } from './form/deleted.ts';
import { incidentCreated } from './incident/created.ts';
import { incidentResolved } from './incident/resolved.ts';
import { jobBatchActivated } from './job-batch/activated.ts';
import { jobActivatableAgain } from './job/activatable-again.ts';
import { jobCreated } from './job/created.ts';
import { jobErrorThrown } from './job/error-thrown.ts';
import { jobFailed } from './job/failed.ts';
import { jobRemoved } from './job/removed.ts';
import { jobUpdated } from './job/updated.ts';
import { startSubscriptionCorrelated } from './message-start-event-subscription/correlated.ts';
import { startSubscriptionCreated } from './message-start-event-subscription/created.ts';
import { startSubscriptionDeleted } from './message-start-event-subscription/deleted.ts';
import { messageSubscriptionCorrelated } from './message-subscription/correlated.ts';
import { messageSubscriptionCorrelating } from './message-subscription/correlating.ts';
import { messageSubscriptionCreated } from './message-subscription/created.ts';
import { messageSubscriptionDeleted } from './message-subscription/deleted.ts';
import { messageSubscriptionMigrated } from './message-subscription/migrated.ts';
import { messageSubscriptionRejected } from './message-subscription/rejected.ts';
import { messageExpired } from './message/expired.ts';
import { messagePublished } from './message/published.ts';
import { processEventTriggered } from './process-event/triggered.ts';
import { processEventTriggering } from './process-event/triggering.ts';
import { elementActivated } from './process-instance/element-activated.ts';
import { elementActivating } from './process-instance/element-activating.ts';
import { elementCompleted } from './process-instance/element-completed.ts';
import { elementCompleting } from './process-instance/element-completing.ts';
import { elementMigrated } from './process-instance/element-migrated.ts';
import { elementTerminated } from './process-instance/element-terminated.ts';
import { elementTerminating } from './process-instance/element-terminating.ts';
import { sequenceFlowTaken } from './process-instance/sequence-flow-taken.ts';
import { processMessageSubscriptionCorrelated } from './process-message-subscription/correlated.ts';
import { processMessageSubscriptionCreated } from './process-message-subscription/created.ts';
import { processMessageSubscriptionCreating } from './process-message-subscription/creating.ts';
import { processMessageSubscriptionDeleted } from './process-message-subscription/deleted.ts';
import { processMessageSubscriptionDeleting } from './process-message-subscription/deleting.ts';
import { processCreated } from './process/created.ts';
import { processDeleted } from './process/deleted.ts';
import { processDeleting } from './process/deleting.ts';
import { signalSubscriptionCreated } from './signal-subscription/created.ts';
import { signalSubscriptionDeleted } from './signal-subscription/deleted.ts';
import { timerCreated } from './timer/created.ts';
import { timerRemoved } from './timer/removed.ts';
import { variableWritten } from './variable/written.ts';

const appliers = {
  'DEPLOYMENT.CREATED': unchanged,
  'PROCESS.CREATED': processCreated,
  'PROCESS.DELETING': processDeleting,
  'PROCESS.DELETED': processDeleted,
  'DECISION_REQUIREMENTS.CREATED': decisionRequirementsCreated,
  'DECISION_REQUIREMENTS.DELETED': decisionRequirementsDeleted,
  'DECISION.CREATED': decisionCreated,
  'DECISION.DELETED': decisionDeleted,
  'FORM.CREATED': formCreated,
  'FORM.DELETED': formDeleted,
  'RESOURCE_DELETION.DELETING': unchanged,
  'RESOURCE_DELETION.DELETED': unchanged,
  'PROCESS_INSTANCE_CREATION.CREATED': unchanged,
  'PROCESS_INSTANCE_MODIFICATION.MODIFIED': unchanged,
  'PROCESS_INSTANCE_MIGRATION.MIGRATED': unchanged,
  'PROCESS_INSTANCE.ELEMENT_ACTIVATING': elementActivating,
  'PROCESS_INSTANCE.ELEMENT_ACTIVATED': elementActivated,
  'PROCESS_INSTANCE.ELEMENT_COMPLETING': elementCompleting,
  'PROCESS_INSTANCE.ELEMENT_COMPLETED': elementCompleted,
  'PROCESS_INSTANCE.ELEMENT_TERMINATING': elementTerminating,
  'PROCESS_INSTANCE.ELEMENT_TERMINATED': elementTerminated,
  'PROCESS_INSTANCE.ELEMENT_MIGRATED': elementMigrated,
  'PROCESS_INSTANCE.SEQUENCE_FLOW_TAKEN': sequenceFlowTaken,
  'PROCESS_EVENT.TRIGGERING': processEventTriggering,
  'PROCESS_EVENT.TRIGGERED': processEventTriggered,
  'VARIABLE.CREATED': variableWritten,
  'VARIABLE.UPDATED': variableWritten,
  'VARIABLE.MIGRATED': unchanged,
  'VARIABLE_DOCUMENT.UPDATED': unchanged,
  'JOB.CREATED': jobCreated,
  'JOB.COMPLETED': jobRemoved,
  'JOB.FAILED': jobFailed,
  'JOB.TIMED_OUT': jobActivatableAgain,
  'JOB.YIELDED': jobActivatableAgain,
  'JOB.CANCELED': jobRemoved,
  'JOB.ERROR_THROWN': jobErrorThrown,
  'JOB.RETRIES_UPDATED': jobUpdated,
  'JOB.TIMEOUT_UPDATED': jobUpdated,
  'JOB.RECURRED_AFTER_BACKOFF': jobActivatableAgain,
  'JOB.MIGRATED': jobUpdated,
  'JOB_BATCH.ACTIVATED': jobBatchActivated,
  'TIMER.CREATED': timerCreated,
  'TIMER.TRIGGERED': timerRemoved,
  'TIMER.CANCELED': timerRemoved,
  'MESSAGE.PUBLISHED': messagePublished,
  'MESSAGE.EXPIRED': messageExpired,
  'MESSAGE_SUBSCRIPTION.CREATED': messageSubscriptionCreated,
  'MESSAGE_SUBSCRIPTION.CORRELATING': messageSubscriptionCorrelating,
  'MESSAGE_SUBSCRIPTION.CORRELATED': messageSubscriptionCorrelated,
  'MESSAGE_SUBSCRIPTION.REJECTED': messageSubscriptionRejected,
  'MESSAGE_SUBSCRIPTION.DELETED': messageSubscriptionDeleted,
  'MESSAGE_SUBSCRIPTION.MIGRATED': messageSubscriptionMigrated,
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATING': processMessageSubscriptionCreating,
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATED': processMessageSubscriptionCreated,
  'PROCESS_MESSAGE_SUBSCRIPTION.CORRELATED': processMessageSubscriptionCorrelated,
  'PROCESS_MESSAGE_SUBSCRIPTION.DELETING': processMessageSubscriptionDeleting,
  'PROCESS_MESSAGE_SUBSCRIPTION.DELETED': processMessageSubscriptionDeleted,
  'MESSAGE_START_EVENT_SUBSCRIPTION.CREATED': startSubscriptionCreated,
  'MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED': startSubscriptionCorrelated,
  'MESSAGE_START_EVENT_SUBSCRIPTION.DELETED': startSubscriptionDeleted,
  'SIGNAL.BROADCASTED': unchanged,
  'SIGNAL_SUBSCRIPTION.CREATED': signalSubscriptionCreated,
  'SIGNAL_SUBSCRIPTION.DELETED': signalSubscriptionDeleted,
  'ESCALATION.ESCALATED': unchanged,
  'ESCALATION.NOT_ESCALATED': unchanged,
  'INCIDENT.CREATED': incidentCreated,
  'INCIDENT.RESOLVED': incidentResolved,
  'DECISION_EVALUATION.EVALUATED': unchanged,
  'DECISION_EVALUATION.FAILED': unchanged,
} satisfies { readonly [T in EventType]: Applier<T> };

export function applyEvent(state: StateWriter, event: AnyEvent): void {
  const applier = appliers[event.type] as Applier<EventType>;
  applier(state, event);
}
