// Said before it is deployed: cases of a process with an event sub-process can never be moved to a later version.
import { remark } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const eventSubProcess: Rule = {
  name: 'event-sub-process',
  severity: 'warning',
  check: ({ nodes }) =>
    nodes
      .filter((node) => node.eventSubProcess)
      .map((node) =>
        remark(
          node,
          'triggeredByEvent',
          '有事件子流程的在办案件不能迁到新版本，只能按旧版本办完。',
          'Running cases of a model with an event sub-process cannot be migrated; they finish on their version.',
        ),
      ),
};
