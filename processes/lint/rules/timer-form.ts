// Timer forms the engine refuses or runs on the wrong day.
import { remark, type Remark } from '../finding.ts';
import type { Node } from '../reading/process-view.ts';
import type { Rule } from '../rule.ts';

const judge = (node: Node): Remark[] => {
  const text = node.timer?.text ?? '';
  if (text === '') return [remark(node, 'timer', '没有写时间。', 'No time is given.')];
  if (node.timer?.kind !== 'cycle') return [];
  if (/cycle\s*\([^()]*(\([^()]*\)[^()]*)*,[^()]*(\([^()]*\)[^()]*)*,/.test(text))
    return [
      remark(
        node,
        'timer',
        'cycle(次数, 起点, 间隔) 引擎不支持，请写 R/起点/间隔。',
        'cycle(n, start, period) is null in the engine; write R/<start>/<period>.',
      ),
    ];
  const plain = text.replace(/^="?|"$/g, '').trim();
  if (/^R\d*\/\d{4}-\d{2}-(29|30|31)T.*\/P\d+M/.test(plain))
    return [
      remark(
        node,
        'timer',
        '每月循环从 29、30、31 日起会越走越早，请用“0 0 12 L * *”这样的写法。',
        'A monthly cycle from day 29 to 31 drifts to earlier days; use a cron expression with L.',
      ),
    ];
  const parts = plain.split(/\s+/).length;
  if (!plain.startsWith('R') && !text.startsWith('=') && !plain.startsWith('@') && parts !== 6)
    return [
      remark(
        node,
        'timer',
        `定时写法要有六段，这里有 ${parts} 段。`,
        `A cron expression has six parts; this one has ${parts}.`,
      ),
    ];
  return [];
};

export const timerForm: Rule = {
  name: 'timer-form',
  severity: 'error',
  check: ({ nodes }) => nodes.filter(({ event }) => event === 'timer').flatMap(judge),
};
