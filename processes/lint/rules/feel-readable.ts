// Expressions that do not parse would be refused at deployment or stop a case: told while they are typed.
import { remark, type Remark } from '../finding.ts';
import { parseFeel } from '../reading/feel.ts';
import type { Node } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const readable = (text: string): boolean => {
  const tree = parseFeel(text);
  // a test such as `= x` is no value
  if (tree.topNode.firstChild === null || tree.topNode.firstChild.name === 'SimplePositiveUnaryTest') return false;
  let whole = true;
  tree.iterate({
    enter: ({ type }) => {
      if (type.isError) whole = false;
    },
  });
  return whole;
};

const judge = (at: { readonly id: string; readonly name: string }, field: string, text: string): Remark[] =>
  !text.startsWith('=') || readable(text.slice(1).trim())
    ? []
    : [
        remark(
          at,
          field,
          `表达式读不懂：${text}`,
          'This expression cannot be read.',
        ),
      ];

const expressionsOf = (node: Node): [string, string][] => [
  ['candidateGroups', node.groups],
  ['dueDate', node.dueDate],
  ['retries', node.retries],
  ['type', node.jobType],
  ['formId', node.formId],
  ['processId', node.called?.processId ?? ''],
  ['decisionId', node.decisionId],
  ['timer', node.timer?.text ?? ''],
  ['messageRef', node.message?.key ?? ''],
  ['outputs', node.loop?.outputElement ?? ''],
  ...node.inputs.map(({ source }): [string, string] => ['ioMapping', source]),
  ...node.outputs.map(({ source }): [string, string] => ['outputs', source]),
];

export const feelReadable: Rule = {
  name: 'feel-readable',
  severity: 'error',
  check: ({ nodes, flows }) => [
    ...nodes.flatMap((node) => expressionsOf(node).flatMap(([field, text]) => judge(node, field, text))),
    ...flows.flatMap((flow) => judge(flow, 'conditionExpression', flow.condition)),
  ],
};
