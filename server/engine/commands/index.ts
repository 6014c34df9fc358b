// The closed registry of command handlers: a command without one does not compile.
import type { Context } from '../mechanics/index.ts';
import type { AnyCommand, Command, CommandType } from '../protocol/index.ts';
import { evaluateDecisionCommand } from './decision-evaluation/evaluate-decision.ts';
import { createDeployment } from './deployment/create-deployment.ts';
import type { Handler, Reply } from './handler.ts';
import { resolveIncident } from './incident/resolve-incident.ts';
import { activateJobs } from './job-batch/activate-jobs.ts';
import { completeJob } from './job/complete-job.ts';
import { failJob } from './job/fail-job.ts';
import { recurJob } from './job/recur-job.ts';
import { throwError } from './job/throw-error.ts';
import { timeOutJob } from './job/time-out-job.ts';
import { updateRetries } from './job/update-retries.ts';
import { updateTimeout } from './job/update-timeout.ts';
import { yieldJob } from './job/yield-job.ts';
import { correlateMessageSubscription } from './message-subscription/correlate-message-subscription.ts';
import { createMessageSubscription } from './message-subscription/create-message-subscription.ts';
import { deleteMessageSubscription } from './message-subscription/delete-message-subscription.ts';
import { rejectMessageSubscription } from './message-subscription/reject-message-subscription.ts';
import { expireMessage } from './message/expire-message.ts';
import { publishMessage } from './message/publish-message.ts';
import { createProcessInstance } from './process-instance-creation/create-process-instance.ts';
import { migrateProcessInstance } from './process-instance-migration/migrate-process-instance.ts';
import { modifyProcessInstance } from './process-instance-modification/modify-process-instance.ts';
import { activateElement } from './process-instance/activate-element.ts';
import { cancelProcessInstance } from './process-instance/cancel-process-instance.ts';
import { completeElement } from './process-instance/complete-element.ts';
import { terminateElement } from './process-instance/terminate-element.ts';
import { correlateProcessMessageSubscription } from './process-message-subscription/correlate-process-message-subscription.ts';
import { createProcessMessageSubscription } from './process-message-subscription/create-process-message-subscription.ts';
import { deleteProcessMessageSubscription } from './process-message-subscription/delete-process-message-subscription.ts';
import { deleteResource } from './resource-deletion/delete-resource.ts';
import { broadcastSignal } from './signal/broadcast-signal.ts';
import { triggerTimer } from './timer/trigger-timer.ts';
import { updateVariables } from './variable-document/update-variables.ts';

export type { Accepted, ActivatedJob, Reply } from './handler.ts';

const handlers = {
  'DEPLOYMENT.CREATE': createDeployment,
  'RESOURCE_DELETION.DELETE': deleteResource,
  'PROCESS_INSTANCE_CREATION.CREATE': createProcessInstance,
  'PROCESS_INSTANCE.CANCEL': cancelProcessInstance,
  'PROCESS_INSTANCE.ACTIVATE_ELEMENT': activateElement,
  'PROCESS_INSTANCE.COMPLETE_ELEMENT': completeElement,
  'PROCESS_INSTANCE.TERMINATE_ELEMENT': terminateElement,
  'PROCESS_INSTANCE_MODIFICATION.MODIFY': modifyProcessInstance,
  'PROCESS_INSTANCE_MIGRATION.MIGRATE': migrateProcessInstance,
  'VARIABLE_DOCUMENT.UPDATE': updateVariables,
  'JOB.COMPLETE': completeJob,
  'JOB.FAIL': failJob,
  'JOB.THROW_ERROR': throwError,
  'JOB.UPDATE_RETRIES': updateRetries,
  'JOB.UPDATE_TIMEOUT': updateTimeout,
  'JOB.TIME_OUT': timeOutJob,
  'JOB.RECUR_AFTER_BACKOFF': recurJob,
  'JOB.YIELD': yieldJob,
  'JOB_BATCH.ACTIVATE': activateJobs,
  'TIMER.TRIGGER': triggerTimer,
  'MESSAGE.PUBLISH': publishMessage,
  'MESSAGE.EXPIRE': expireMessage,
  'MESSAGE_SUBSCRIPTION.CREATE': createMessageSubscription,
  'MESSAGE_SUBSCRIPTION.CORRELATE': correlateMessageSubscription,
  'MESSAGE_SUBSCRIPTION.REJECT': rejectMessageSubscription,
  'MESSAGE_SUBSCRIPTION.DELETE': deleteMessageSubscription,
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATE': createProcessMessageSubscription,
  'PROCESS_MESSAGE_SUBSCRIPTION.CORRELATE': correlateProcessMessageSubscription,
  'PROCESS_MESSAGE_SUBSCRIPTION.DELETE': deleteProcessMessageSubscription,
  'SIGNAL.BROADCAST': broadcastSignal,
  'INCIDENT.RESOLVE': resolveIncident,
  'DECISION_EVALUATION.EVALUATE': evaluateDecisionCommand,
} satisfies { readonly [T in CommandType]: Handler<T> };

export function handle(ctx: Context, command: AnyCommand): Reply<CommandType> {
  const handler = handlers[command.type] as unknown as (
    ctx: Context,
    command: Command<CommandType>,
  ) => Reply<CommandType>;
  return handler(ctx, command);
}
