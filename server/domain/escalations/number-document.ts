// 登记文号: a paper is signed first and entered in the register of issues afterwards (《党政机关公文处理工作条例》第二十五条).
import { isNumbered } from '#contracts/document-number.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { EscalationRecord } from './escalation.record.ts';
import { withPaper } from './papers.ts';
import type { Parts } from './request-escalation.ts';

/** Somebody who may and a paper that has been issued without its number. */
export const mayNumber = (access: Access, escalation: EscalationRecord, actor: Actor): boolean =>
  access.can(actor, 'edit', 'Escalation', escalation) &&
  escalation.papers.some(({ state, docNo }) => state === 'issued' && !isNumbered(docNo));

export const numberDocument =
  ({ deps, store }: Parts) =>
  (actor: Actor, id: string, documentId: string, docNo: string): Promise<Result<{ ok: true }>> =>
    deps.transact(actor, async (work) => {
      const escalation = await store.load(id, work.session);
      if (escalation === null || !deps.access.can(actor, 'read', 'Escalation', escalation)) return refuse('not_found');
      if (!deps.access.can(actor, 'edit', 'Escalation', escalation)) return refuse('forbidden');
      const paper = escalation.papers.find((one) => one.id === documentId);
      if (paper === undefined) return refuse('not_found');
      if (paper.docNo === docNo) return ok({ ok: true as const });
      if (paper.state !== 'issued' || isNumbered(paper.docNo) || !isNumbered(docNo))
        return refuse('rule_refused', {
          message: {
            zh: '只能给已签发、还没有文号的文书登记文号；文号登记后不再改。请填写完整的文号。',
            en: 'Only a paper issued without a number can be given one, once. Enter the whole number.',
          },
        });
      const step = await store.advance(work, escalation, {
        patch: { papers: withPaper(escalation, { ...paper, docNo }) },
        title: '登记文号',
        detail: docNo,
      });
      return step.ok ? ok({ ok: true as const }) : step;
    });
