// A task with timers is re-entered through one merge gateway, so that returns can be read.
import { remark } from '../finding.ts';
import { boundariesOf, incoming } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

export const mergeBeforeTask: Rule = {
  name: 'merge-before-task',
  severity: 'error',
  check: (process) =>
    process.nodes
      .filter(
        (node) =>
          node.type === 'userTask' &&
          boundariesOf(process, node).some(({ event }) => event === 'timer') &&
          incoming(process, node).length > 1,
      )
      .map((node) =>
        remark(
          node,
          'incoming',
          '带提醒的任务要先经过一个合并网关，退回线不要直接连到任务上。',
          'Put a merge gateway before a task with timers; returns must not end in the task itself.',
        ),
      ),
};
