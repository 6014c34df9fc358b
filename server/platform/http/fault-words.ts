// What is wrong with one value a person sent, in a sentence for that person.
import type { z } from 'zod';
import type { Text } from '#contracts/problem.ts';

const missing: Text = { zh: '请填写', en: 'Please fill this in' };
const wrong: Text = { zh: '请填写或改正这一项', en: 'Please fill in or correct this one' };

const tooSmall = ({ origin, minimum }: z.core.$ZodIssueTooSmall): Text => {
  if (origin === 'string' && Number(minimum) <= 1) return missing;
  if (origin === 'string') return { zh: `至少 ${minimum} 个字`, en: `At least ${minimum} characters` };
  if (origin === 'array') return { zh: `至少要有 ${minimum} 项`, en: `At least ${minimum} needed` };
  return { zh: `不能小于 ${minimum}`, en: `Not below ${minimum}` };
};
const tooBig = ({ origin, maximum }: z.core.$ZodIssueTooBig): Text => {
  if (origin === 'string') return { zh: `最多 ${maximum} 个字`, en: `At most ${maximum} characters` };
  if (origin === 'array') return { zh: `最多 ${maximum} 项`, en: `At most ${maximum} allowed` };
  return { zh: `不能大于 ${maximum}`, en: `Not above ${maximum}` };
};

export const faultWords = (issue: z.core.$ZodIssue): Text => {
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return tooBig(issue);
  return issue.code === 'invalid_type' && issue.message.endsWith('undefined') ? missing : wrong;
};
