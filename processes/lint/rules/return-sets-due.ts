// A task that is entered again needs a new date, or it is overdue the moment it returns.
import { remark } from '../finding.ts';
import { boundariesOf } from '../reading/process-view.ts';
import { reachedFrom } from '../reading/reach.ts';
import type { Rule } from '../rule.ts';

const dateVariable = (text: string): string => /date and time\s*\(\s*(\w+)\s*\)/.exec(text)?.[1] ?? '';

export const returnSetsDue: Rule = {
  name: 'return-sets-due',
  severity: 'error',
  check: (process) =>
    process.nodes.flatMap((node) => {
      if (node.type !== 'userTask') return [];
      const dates = boundariesOf(process, node).map(({ timer }) => (timer?.kind === 'date' ? dateVariable(timer.text) : ''));
      return [...new Set(dates.filter((name) => name !== ''))]
        .filter((name) =>
          reachedFrom(process, [node.id], {
            node: (each) => each.outputs.some(({ target }) => target === name),
          }).has(node.id),
        )
        .map((name) =>
          remark(
            node,
            'timer',
            `有一条退回路线没有重设时限“${name}”，一退回就算逾期。`,
            `A way back to this task does not set '${name}' anew; it is overdue at once.`,
          ),
        );
    }),
};
