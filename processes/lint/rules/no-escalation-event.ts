// A process that is started by message has no parent: an escalation event would be lost in silence.
import { remark } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const noEscalationEvent: Rule = {
  name: 'no-escalation-event',
  severity: 'error',
  check: ({ nodes }) =>
    nodes
      .filter(({ event, type }) => event === 'escalation' && (type === 'endEvent' || type === 'intermediateThrowEvent'))
      .map((node) =>
        remark(
          node,
          'eventDefinitions',
          '升级事件没人接会悄悄丢失，请改用发送任务请求督办。',
          'An escalation nobody catches is lost silently; use a send task that requests it.',
        ),
      ),
};
