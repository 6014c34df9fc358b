// What a guard rail says about a model: where, which field, in Chinese and English.
import type { z } from 'zod';
import type { lintFinding } from '#contracts/process-models.ts';

export type LintFinding = z.infer<typeof lintFinding>;
export type Severity = LintFinding['severity'];
/** A finding before its rule signs it. */
export type Remark = Pick<LintFinding, 'elementId' | 'elementName' | 'field' | 'message'>;

export const remark = (
  at: { readonly id: string; readonly name: string },
  field: string,
  zh: string,
  en: string,
): Remark => ({ elementId: at.id, elementName: at.name, field, message: { zh, en } });
