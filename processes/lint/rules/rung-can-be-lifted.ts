// Every rung has a way down: from each call for measures the case can still be lifted, by reply and by a settled cause.
import { remark, type Remark } from '../finding.ts';
import { reachedFrom } from '../reading/reach.ts';
import type { Rule } from '../rule.ts';

export const rungCanBeLifted: Rule = {
  name: 'rung-can-be-lifted',
  severity: 'error',
  check: (process) => {
    const ladder = process.nodes.find(({ decisionId }) => decisionId === 'ladder');
    if (ladder === undefined) return [];
    const lift = process.nodes.filter(({ jobType }) => jobType === 'escalations.lift').map(({ id }) => id);
    const found: Remark[] = process.nodes
      .filter(({ type }) => type === 'callActivity')
      .filter((node) => !lift.some((id) => reachedFrom(process, [node.id]).has(id)))
      .map((node) =>
        remark(node, 'outgoing', '执行措施以后没有解除的路。', 'After these measures nothing leads to lifting.'),
      );
    if (lift.length === 0)
      found.push(remark(ladder, 'outgoing', '阶梯没有解除督办这一步。', 'The ladder has no step that lifts.'));
    if (!process.nodes.some(({ message, host }) => message?.name === 'escalation.resolved' && host !== ''))
      found.push(
        remark(
          ladder,
          'outgoing',
          '问题结清时督办不会自动解除，请保留“问题结清”消息。',
          'A settled cause would not lift the case: keep the message escalation.resolved.',
        ),
      );
    return found;
  },
};
