// Before an inspection is revealed, nothing in its model may name a unit or target: records reach many eyes.
import { remark } from '../finding.ts';
import type { Node } from '../reading/process-view.ts';
import { reachedFrom, startsOf } from '../reading/reach.ts';
import type { Rule } from '../rule.ts';

const telling = /\b(unit|target|site|org|institution|clinic|caseId)\w*/i;
const spoken = (node: Node): string[] => [
  ...node.inputs.flatMap(({ source, target }) => [source, target]),
  ...node.outputs.flatMap(({ source, target }) => [source, target]),
  ...node.headers.flatMap(({ key, value }) => [key, value]),
  node.groups,
  node.message?.name ?? '',
  node.message?.key ?? '',
];

export const secretUntilRevealed: Rule = {
  name: 'secret-until-revealed',
  severity: 'error',
  check: (process) => {
    const reveals = (node: Node): boolean => node.jobType === 'inspections.reveal';
    if (!process.nodes.some(reveals)) return [];
    const starts = startsOf(process);
    const before = new Set([...starts, ...reachedFrom(process, starts, { node: reveals })]);
    return process.nodes
      .filter((node) => before.has(node.id) && spoken(node).some((words) => telling.test(words)))
      .map((node) =>
        remark(
          node,
          'ioMapping',
          '到场启动之前不能出现单位或对象，否则会泄密。',
          'Nothing before the reveal may name a unit or target.',
        ),
      );
  },
};
