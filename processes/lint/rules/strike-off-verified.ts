// No path strikes a row off without another unit's verification, the table's yes and the office's approval.
import { remark, type Remark } from '../finding.ts';
import type { Node, Process } from '../reading/process-view.ts';
import { reachedFrom, startsOf } from '../reading/reach.ts';
import type { Rule } from '../rule.ts';

const judge = (process: Process, node: Node): Remark[] => {
  const starts = startsOf(process);
  const reachable = (closed: Parameters<typeof reachedFrom>[2]): boolean =>
    reachedFrom(process, starts, closed).has(node.id);
  const asks = (group: string) => (each: Node): boolean => each.type === 'userTask' && each.groups.includes(group);
  const found: Remark[] = [];
  if (reachable({ node: asks('verifierGroup') }))
    found.push(
      remark(node, 'incoming', '有一条路不经过外单位核查就能销号。', 'A path strikes off without verification by another unit.'),
    );
  if (reachable({ flow: ({ condition }) => /\beligibility\.allow\b/.test(condition) }))
    found.push(
      remark(
        node,
        'incoming',
        '有一条路不看“销号条件”表就能销号。',
        'A path strikes off without the yes of the eligibility table.',
      ),
    );
  if (reachable({ node: asks('"office"') }))
    found.push(
      remark(node, 'incoming', '有一条路不经办公室批准就能销号。', 'A path strikes off without the approval of the office.'),
    );
  return found;
};

export const strikeOffVerified: Rule = {
  name: 'strike-off-verified',
  severity: 'error',
  check: (process) =>
    process.nodes.filter(({ jobType }) => jobType === 'issues.strike-off').flatMap((node) => judge(process, node)),
};
