// A message may come without a variable: an unguarded mapping writes null over what was there.
import { remark } from '../finding.ts';
import type { Rule } from '../rule.ts';

const safe = (source: string): boolean =>
  /\bif\b[^]*(=|!=)\s*null\b|get or else\s*\(|is defined\s*\(/.test(source) || /^=\s*("|true|false|\d)/.test(source);

export const nullSafeMessage: Rule = {
  name: 'null-safe-message',
  severity: 'error',
  check: ({ nodes }) =>
    nodes
      .filter(({ message }) => message !== null)
      .flatMap((node) =>
        node.outputs
          .filter(({ source }) => !safe(source))
          .map(({ target }) =>
            remark(
              node,
              'outputs',
              `消息没带这个变量时，“${target}”会被写空；请写成 if x = null then ${target} else x。`,
              `If the message lacks the variable, '${target}' becomes null; write: if x = null then ${target} else x.`,
            ),
          ),
      ),
};
