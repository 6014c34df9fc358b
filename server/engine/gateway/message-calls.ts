// Messages, signals and decisions from outside.
import { TENANT } from '../protocol/index.ts';
import type { Stream } from '../stream/index.ts';
import { execute, int, text, type Unary } from './call.ts';
import { readDocument } from './documents.ts';
import { checkTenant } from './errors.ts';

export const messageCalls = (stream: Stream): Record<string, Unary> => ({
  PublishMessage: async (request) => {
    checkTenant('PublishMessage', text(request, 'tenantId'));
    const { key } = await execute(stream, 'MESSAGE.PUBLISH', -1, {
      name: text(request, 'name'),
      correlationKey: text(request, 'correlationKey'),
      timeToLive: int(request, 'timeToLive'),
      messageId: text(request, 'messageId'),
      variables: readDocument(text(request, 'variables')),
    });
    return { key, tenantId: TENANT };
  },
  BroadcastSignal: async (request) => {
    const variables = readDocument(text(request, 'variables'));
    const { key } = await execute(stream, 'SIGNAL.BROADCAST', -1, {
      signalName: text(request, 'signalName'),
      variables,
    });
    return { key };
  },
  EvaluateDecision: async (request) => {
    checkTenant('EvaluateDecision', text(request, 'tenantId'));
    const { value } = await execute(stream, 'DECISION_EVALUATION.EVALUATE', -1, {
      decisionId: text(request, 'decisionId'),
      decisionKey: int(request, 'decisionKey'),
      variables: readDocument(text(request, 'variables')),
    });
    return {
      ...value,
      failureMessage: value.evaluationFailureMessage,
      tenantId: TENANT,
      evaluatedDecisions: value.evaluatedDecisions.map((decision) => ({ ...decision, tenantId: TENANT })),
    };
  },
});
