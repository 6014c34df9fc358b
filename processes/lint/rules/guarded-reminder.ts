// A reminder whose day is over fires at once; after an extension that is a storm.
import { remark } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** A date counted back from a deadline is a reminder; a deadline itself may be over. */
const countsBack = (text: string): boolean => /-\s*duration\s*\(/.test(text);
const guarded = (text: string): boolean => /\bif\b[^]*now\(\)[^]*\belse\b/.test(text);

export const guardedReminder: Rule = {
  name: 'guarded-reminder',
  severity: 'error',
  check: ({ nodes }) =>
    nodes
      .filter(({ timer }) => timer?.kind === 'date' && countsBack(timer.text) && !guarded(timer.text))
      .map((node) =>
        remark(
          node,
          'timer',
          '提醒时间可能已过，过了会马上补发；请写成“如果晚于现在就用它，否则用 9999 年”。',
          'The reminder may lie in the past and would fire at once; guard it with: if date > now() then date else date and time("9999-12-31T00:00:00+08:00").',
        ),
      ),
};
