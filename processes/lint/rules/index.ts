// The guard rails for diagrams, in the order an administrator reads them.
import type { Rule } from '../rule.ts';
import { actionProcess } from './action-process.ts';
import { callActivity } from './call-activity.ts';
import { calledKnown } from './called-known.ts';
import { conditionVariable } from './condition-variable.ts';
import { dateWithZone } from './date-with-zone.ts';
import { eventGatewayTimer } from './event-gateway-timer.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { feelReadable } from './feel-readable.ts';
import { gatewayConditions } from './gateway-conditions.ts';
import { guardedReminder } from './guarded-reminder.ts';
import { jobType } from './job-type.ts';
import { mergeBeforeTask } from './merge-before-task.ts';
import { messageContract } from './message-contract.ts';
import { noEscalationEvent } from './no-escalation-event.ts';
import { nullSafeMessage } from './null-safe-message.ts';
import { readable } from './readable.ts';
import { returnSetsDue } from './return-sets-due.ts';
import { rungCanBeLifted } from './rung-can-be-lifted.ts';
import { secretUntilRevealed } from './secret-until-revealed.ts';
import { strikeOffVerified } from './strike-off-verified.ts';
import { timerForm } from './timer-form.ts';
import { userTask } from './user-task.ts';

export const rules: readonly Rule[] = [
  strikeOffVerified,
  rungCanBeLifted,
  secretUntilRevealed,
  userTask,
  jobType,
  messageContract,
  nullSafeMessage,
  callActivity,
  calledKnown,
  feelReadable,
  gatewayConditions,
  conditionVariable,
  eventGatewayTimer,
  mergeBeforeTask,
  returnSetsDue,
  guardedReminder,
  timerForm,
  dateWithZone,
  noEscalationEvent,
  actionProcess,
  eventSubProcess,
  readable,
];
