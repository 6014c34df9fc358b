// A message that is waited for has a key that ends in an id and somebody who sends it.
import { remark, type Remark } from '../finding.ts';
import type { Known } from '../known.ts';
import type { Node } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const judge = (node: Node, { messages }: Known): Remark[] => {
  const name = node.message?.name ?? '';
  if (name === '') return [remark(node, 'messageRef', '没有选消息。', 'No message is chosen.')];
  const key = node.message?.key ?? '';
  const starts = node.type === 'startEvent' && node.parent === '';
  const found: Remark[] = [];
  if (!starts && !/^=\s*\w+Id\b/.test(key))
    found.push(
      remark(
        node,
        'correlationKey',
        '关联键要用编号变量，例如 =issueId，否则会听到别人的消息。',
        'The correlation key must be an id variable such as =issueId, or it hears what is meant for others.',
      ),
    );
  if (messages !== undefined && !messages.includes(name))
    found.push(
      remark(
        node,
        'messageRef',
        `没有谁会发“${name}”，会一直等下去。`,
        `Nobody sends '${name}'; it would wait for ever.`,
      ),
    );
  return found;
};

export const messageContract: Rule = {
  name: 'message-contract',
  severity: 'error',
  check: ({ nodes }, known) =>
    nodes.filter(({ event, type }) => event === 'message' || type === 'receiveTask').flatMap((node) => judge(node, known)),
};
