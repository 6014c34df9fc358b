// A measure of the ladder (id act…) is small, started by a call, and gives back only its outcome.
import { remark, type Remark } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const actionProcess: Rule = {
  name: 'action-process',
  severity: 'error',
  check: (process) => {
    if (!/^act[A-Z]/.test(process.id)) return [];
    const starts = process.nodes.filter(({ type, parent }) => type === 'startEvent' && parent === '');
    const found: Remark[] = starts
      .filter(({ event }) => event !== '')
      .map((node) =>
        remark(node, 'eventDefinitions', '措施由阶梯调用，要用空白开始事件。', 'A measure is called; it needs a none start.'),
      );
    for (const node of process.nodes.filter(({ eventSubProcess }) => eventSubProcess))
      found.push(remark(node, 'triggeredByEvent', '措施流程里不要用事件子流程。', 'A measure has no event sub-process.'));
    if (!process.nodes.some(({ outputs }) => outputs.some(({ target }) => target === 'outcome')))
      found.push(
        remark(process, 'outputs', '措施要交回结果变量 outcome。', 'A measure gives back the variable outcome.'),
      );
    return found;
  },
};
