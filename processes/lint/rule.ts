// A guard rail: one idea, judged on one process.
import type { Remark, Severity } from './finding.ts';
import type { Known } from './known.ts';
import type { Process } from './reading/process-view.ts';

export type Rule = {
  readonly name: string;
  readonly severity: Severity;
  readonly check: (process: Process, known: Known) => readonly Remark[];
};
