// A called process or asked table must exist; expressions are judged by the ladder's rule.
import { remark } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const calledKnown: Rule = {
  name: 'called-known',
  severity: 'error',
  check: ({ nodes }, { processes, decisions }) =>
    nodes.flatMap((node) => {
      const process = node.called?.processId ?? '';
      const missing = (id: string, known: readonly string[] | undefined): boolean =>
        id !== '' && !id.startsWith('=') && known !== undefined && !known.includes(id);
      return [
        ...(missing(process, processes)
          ? [remark(node, 'processId', `没有“${process}”这个流程。`, `There is no process '${process}'.`)]
          : []),
        ...(missing(node.decisionId, decisions)
          ? [remark(node, 'decisionId', `没有“${node.decisionId}”这张表。`, `There is no table '${node.decisionId}'.`)]
          : []),
      ];
    }),
};
