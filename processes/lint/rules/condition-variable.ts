// A condition asks for what something before it has written: a name nobody writes is null, and the case takes the default way.
import { remark } from '../finding.ts';
import { carriedIn } from '../reading/carried.ts';
import { variablesIn } from '../reading/feel.ts';
import { outgoing } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

export const conditionVariable: Rule = {
  name: 'condition-variable',
  severity: 'warning',
  check: (process, known) => {
    const carriedAt = carriedIn(process, known);
    return process.nodes
      .filter(({ type }) => type === 'exclusiveGateway' || type === 'inclusiveGateway')
      .flatMap((node) => {
        const carried = carriedAt(node);
        if (carried === null) return [];
        return outgoing(process, node).flatMap((flow) =>
          variablesIn(flow.condition)
            .filter((name) => !carried.has(name))
            .map((name) =>
              remark(
                flow,
                'conditionExpression',
                `走到这里之前没有哪一步写入“${name}”，条件不会成立；请核对变量名，或在前面的任务里加输出映射。`,
                `Nothing before this writes '${name}', so the condition never holds; check the name or map it out of an earlier task.`,
              ),
            ),
        );
      });
  },
};
