// A timer needs a moment with its zone; a bare day or a moment without zone is an incident at run time.
import { remark } from '../finding.ts';
import type { Rule } from '../rule.ts';

const literals = /date and time\s*\(\s*"([^"]*)"\s*\)/g;
const zoned = /(Z|[+-]\d{2}:\d{2}|@[A-Za-z/_]+)$/;
const bareDay = /(?<!and time\()\bdate\s*\(\s*"[^"]*"\s*\)\s*$/;

export const dateWithZone: Rule = {
  name: 'date-with-zone',
  severity: 'error',
  check: ({ nodes }) =>
    nodes
      .filter(({ timer }) => {
        if (timer?.kind !== 'date') return false;
        const withoutZone = [...timer.text.matchAll(literals)].some(([, moment]) => !zoned.test(moment ?? ''));
        return withoutZone || bareDay.test(timer.text);
      })
      .map((node) =>
        remark(
          node,
          'timer',
          '时间要写成 date and time(...)，并带时区，例如 2019-07-31T23:59:59+08:00。',
          'Write date and time(...) with an offset, for example 2019-07-31T23:59:59+08:00.',
        ),
      ),
};
