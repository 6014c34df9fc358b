// Waiting for messages alone can last for ever: every event gateway has a timer among its ways out.
import { remark } from '../finding.ts';
import { outgoing } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

export const eventGatewayTimer: Rule = {
  name: 'event-gateway-timer',
  severity: 'error',
  check: (process) =>
    process.nodes
      .filter(
        (node) =>
          node.type === 'eventBasedGateway' &&
          !outgoing(process, node).some(({ to }) => process.nodes.find(({ id }) => id === to)?.event === 'timer'),
      )
      .map((node) =>
        remark(node, 'outgoing', '这里可能永远等下去，请加一个到期的出口。', 'Add a timer as a way out of this wait.'),
      ),
};
