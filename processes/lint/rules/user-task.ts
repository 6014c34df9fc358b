// Every user task says who, with which form, until when.
import { remark, type Remark } from '../finding.ts';
import type { Known } from '../known.ts';
import type { Node } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const judge = (node: Node, { forms }: Known): Remark[] => {
  const found: Remark[] = [];
  if (node.groups === '')
    found.push(remark(node, 'candidateGroups', '没有写明交给谁办。', 'Nobody may take this task: no candidate groups.'));
  if (node.formId === '') found.push(remark(node, 'formId', '没有关联表单。', 'No form is linked.'));
  else if (forms !== undefined && !node.formId.startsWith('=') && !forms.includes(node.formId))
    found.push(remark(node, 'formId', `没有“${node.formId}”这张表单。`, `There is no form '${node.formId}'.`));
  if (node.dueDate === '') found.push(remark(node, 'dueDate', '没有办理时限。', 'No due date is set.'));
  return found;
};

export const userTask: Rule = {
  name: 'user-task',
  severity: 'error',
  check: ({ nodes }, known) => nodes.filter(({ type }) => type === 'userTask').flatMap((node) => judge(node, known)),
};
