// An administrator reads the diagram: Chinese names, short ones, a sentence of documentation on every element.
import { remark, type Remark } from '../finding.ts';
import type { Flow, Node, Process } from '../reading/process-view.ts';
import { outgoing } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const chinese = /\p{Script=Han}/u;
const longest = 6;

const judge = (element: Node | Flow | Process): Remark[] => [
  ...(chinese.test(element.name) ? [] : [remark(element, 'name', '没有中文名称。', 'It has no Chinese name.')]),
  ...(element.documentation.trim() === ''
    ? [remark(element, 'documentation', '没有说明文字。', 'It has no documentation.')]
    : []),
];
const tooLong = (node: Node): Remark[] =>
  /Task$|callActivity/.test(node.type) && [...node.name].length > longest
    ? [remark(node, 'name', `名称超过 ${longest} 个字，图上会折行。`, `The name is longer than ${longest} characters.`)]
    : [];

export const readable: Rule = {
  name: 'readable',
  severity: 'warning',
  check: (process) => [
    ...judge(process),
    ...process.nodes.flatMap((node) => [...judge(node), ...tooLong(node)]),
    ...process.nodes
      .filter(({ type }) => type === 'exclusiveGateway' || type === 'inclusiveGateway')
      .flatMap((node) => outgoing(process, node))
      .filter((flow, _index, all) => all.filter(({ from }) => from === flow.from).length > 1)
      .flatMap(judge),
  ],
};
