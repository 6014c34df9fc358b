// A called process gets and gives only what is named: copies of everything grow and overwrite.
import { remark, type Remark } from '../finding.ts';
import type { Node } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const judge = (node: Node): Remark[] => {
  const { called } = node;
  if (called === null || called.processId === '')
    return [remark(node, 'processId', '没有写明调用哪个流程。', 'Names no process to call.')];
  const found: Remark[] = [];
  if (called.propagatesParent || called.propagatesChild)
    found.push(
      remark(
        node,
        'propagateAll',
        '调用子流程时要关掉“传递全部变量”，逐项写明传入和传出。',
        'Switch off passing all variables in both directions and map them one by one.',
      ),
    );
  if ([...node.inputs, ...node.outputs].some(({ source, target }) => source === '' || target === ''))
    found.push(remark(node, 'ioMapping', '有一项传入或传出没有写全。', 'A mapping has no source or no target.'));
  const element = node.loop?.outputElement.replace(/^=\s*/, '') ?? '';
  if (element !== '' && !node.outputs.some(({ target }) => target === element))
    found.push(
      remark(
        node,
        'outputElement',
        `逐项收集的“${element}”没有从子流程传出，收上来会是空的。`,
        `'${element}' is collected but not mapped out of the called process, so the list stays empty.`,
      ),
    );
  return found;
};

export const callActivity: Rule = {
  name: 'call-activity',
  severity: 'error',
  check: ({ nodes }) => nodes.filter(({ type }) => type === 'callActivity').flatMap(judge),
};
