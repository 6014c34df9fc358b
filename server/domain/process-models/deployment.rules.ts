// When a model may go to the engine: no error, something new, and no rung taken from under a running case.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { LintFinding } from '../../../processes/lint/index.ts';

export type Candidate = {
  /** Both in canonical form. */
  readonly content: string;
  readonly deployed: string | null;
  readonly findings: readonly LintFinding[];
  /** Rungs running escalations stand on. */
  readonly standingRungs: readonly string[];
};

const isLadder = (content: string): boolean => /<(?:\w+:)?decision id="ladder"/.test(content);
const hasRung = (content: string, rung: string): boolean =>
  content.includes(`"${rung}"`) || content.includes(`&quot;${rung}&quot;`);

export const readyToDeploy = ({ content, deployed, findings, standingRungs }: Candidate): Result<true> => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return refuse('model_invalid', { details: { findings: errors } });
  if (deployed !== null && content === deployed) return refuse('model_unchanged');
  const lost = isLadder(content)
    ? [...new Set(standingRungs)].filter((rung) => rung !== '' && !hasRung(content, rung))
    : [];
  if (lost.length > 0)
    return refuse('rule_refused', {
      message: {
        zh: `还有督办停在“${lost.join('、')}”这一级，不能从表里删去；等它们办完，或者保留这一级。`,
        en: `Cases still stand on '${lost.join(', ')}'; keep the rung until they are done.`,
      },
    });
  return ok(true);
};
