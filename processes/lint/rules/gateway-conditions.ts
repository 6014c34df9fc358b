// A gateway that chooses has a condition on every way but the default, and a default.
import { remark, type Remark } from '../finding.ts';
import { outgoing, type Node, type Process } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const judge = (process: Process, node: Node): Remark[] => {
  const flows = outgoing(process, node);
  if (flows.length < 2) return [];
  const found: Remark[] = flows
    .filter(({ id, condition }) => id !== node.defaultFlow && condition === '')
    .map((flow) => remark(flow, 'conditionExpression', '这条线没有写条件。', 'This way out has no condition.'));
  if (node.defaultFlow === '')
    found.push(
      remark(
        node,
        'default',
        '没有默认去向，条件都不满足时会卡住。',
        'There is no default way out; when no condition holds the case stops.',
      ),
    );
  return found;
};

export const gatewayConditions: Rule = {
  name: 'gateway-conditions',
  severity: 'error',
  check: (process) =>
    process.nodes
      .filter(({ type }) => type === 'exclusiveGateway' || type === 'inclusiveGateway')
      .flatMap((node) => judge(process, node)),
};
