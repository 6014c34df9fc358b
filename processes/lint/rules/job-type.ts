// Every job has a worker, a type of the agreed form, and retries.
import { remark, type Remark } from '../finding.ts';
import type { Known } from '../known.ts';
import type { Node } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const judge = (node: Node, { jobTypes }: Known): Remark[] => {
  const { jobType } = node;
  if (jobType === '') return [remark(node, 'type', '没有写作业类型。', 'No job type is given.')];
  const found: Remark[] = [];
  if (!/^[a-z][a-z-]*\.[a-z]+(-[a-z]+)*$/.test(jobType))
    found.push(
      remark(node, 'type', '作业类型要写成“模块.动作-对象”。', 'Job types look like <slice>.<verb-noun>.'),
    );
  else if (jobTypes !== undefined && !jobTypes.includes(jobType))
    found.push(
      remark(node, 'type', `没有程序会办“${jobType}”，会停在这里。`, `No worker does '${jobType}'; the case would stop.`),
    );
  if (node.retries !== '' && !(Number(node.retries) > 0) && !node.retries.startsWith('='))
    found.push(remark(node, 'retries', '重试次数要大于零。', 'Retries must be above zero.'));
  return found;
};

const withJobs = ['serviceTask', 'sendTask', 'scriptTask', 'businessRuleTask'];
export const jobType: Rule = {
  name: 'job-type',
  severity: 'error',
  check: ({ nodes }, known) =>
    nodes
      .filter((node) => withJobs.includes(node.type) && (node.jobType !== '' || ['serviceTask', 'sendTask'].includes(node.type)))
      .flatMap((node) => judge(node, known)),
};
