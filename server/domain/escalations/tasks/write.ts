// 起草, 签发, 约谈记录, 曝光批准: the papers of a rung.
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type { Actor, TaskHandlers } from '../../../platform/slice.ts';
import { fieldRefusal, otherPerson, personOf } from '../../issues/index.ts';
import type { EscalationRecord, Paper } from '../escalation.record.ts';
import { blankNumber, draftPaper, kindOf, waitingPaper, withPaper } from '../papers.ts';
import { rungName } from '../words.ts';
import { escalationTask, notTarget, type Desk } from './escalation-task.ts';
import { signedTask } from './signed-task.ts';

const notDrafter = (actor: Actor, escalation: EscalationRecord): Result<null> => {
  const other = notTarget(actor, escalation);
  return other.ok ? otherPerson(actor, waitingPaper(escalation)?.draftedBy) : other;
};

export const writeTasks = (
  desk: Desk,
): Pick<TaskHandlers, 'draft-document' | 'approve-document' | 'record-interview' | 'approve-exposure'> => {
  const now = () => new Date(desk.deps.clock.now());
  return {
    'draft-document': escalationTask<'draft-document'>(desk, {
      allowed: notTarget,
      view: async (escalation) => {
        const paper =
          waitingPaper(escalation) ?? (await draftPaper(desk.deps, escalation, kindOf(escalation.rungId), now()));
        const { title, addressee, body, copies, issuer, date } = paper;
        const docNo = 'docNo' in paper ? paper.docNo : blankNumber(desk.deps, now());
        // issuer and date are no fields: the page shows the letter with them while it is written
        return { values: { title, addressee, body, copies, docNo, issuer, date } };
      },
      complete: async (escalation, answer, work) => {
        const before = waitingPaper(escalation);
        const fresh = await draftPaper(desk.deps, escalation, kindOf(escalation.rungId), work.now);
        const paper: Paper = {
          id: before?.id ?? desk.deps.ids.next(),
          kind: fresh.kind,
          rungId: escalation.rungId,
          issuer: fresh.issuer,
          date: fresh.date,
          title: answer.title,
          addressee: answer.addressee,
          body: answer.body,
          copies: answer.copies,
          docNo: answer.docNo,
          state: 'toApprove',
          draftedBy: personOf(work.actor),
          signedBy: null,
          deliveredAt: null,
          acknowledgedAt: null,
          acknowledgedBy: '',
        };
        return ok({
          step: {
            patch: { papers: withPaper(escalation, paper) },
            title: `起草${rungName(escalation.rungId)}`,
            detail: answer.title,
            inside: true,
          },
          variables: {},
          message: { zh: '已送审', en: 'Sent for approval' },
        });
      },
    }),

    'approve-document': signedTask<'approve-document'>(desk, {
      type: 'approve-document',
      allowed: notDrafter,
      values: (escalation) => ({ docNo: waitingPaper(escalation)?.docNo ?? '' }),
      ready: (escalation, answer) => {
        if (waitingPaper(escalation) === null) return refuse('task_gone');
        return answer.checked
          ? ok(null)
          : fieldRefusal('checked', '请先核对事实、文号和送达单位', 'Check facts, number and addressee first');
      },
      signed: { zh: '已签发', en: 'Signed' },
      refused: (escalation, answer) => {
        const paper = waitingPaper(escalation);
        if (paper === null) return refuse('task_gone');
        return ok({
          step: {
            patch: { papers: withPaper(escalation, { ...paper, state: 'draft' }) },
            title: '退回修改',
            detail: answer.opinion,
            inside: true,
          },
          message: { zh: '已退回修改', en: 'Sent back' },
        });
      },
    }),

    'approve-exposure': signedTask<'approve-exposure'>(desk, {
      type: 'approve-exposure',
      allowed: notDrafter,
      ready: (escalation) => (waitingPaper(escalation) === null ? refuse('task_gone') : ok(null)),
      signed: { zh: '已批准向社会公开', en: 'Publication approved' },
      refused: (_escalation, answer) =>
        ok({
          step: { title: '不予曝光', detail: answer.opinion, tone: 'bad' },
          message: { zh: '已记录不予曝光', en: 'Recorded: not published' },
        }),
    }),

    'record-interview': escalationTask<'record-interview'>(desk, {
      allowed: notTarget,
      view: async (escalation) => ({ values: { interviewee: `${escalation.unitName}主要负责人` } }),
      complete: async (escalation, answer) => {
        const { heldAt, place, interviewer, interviewee, minutes, commitment, commitmentDue } = answer;
        return ok({
          step: {
            patch: {
              interview: {
                heldAt,
                place,
                interviewer,
                interviewee,
                minutes,
                commitment,
                commitmentDue: commitmentDue ?? null,
              },
            },
            title: `约谈${escalation.unitName}`,
            detail: commitment === '' ? '' : `承诺：${commitment}`,
            tone: 'warn',
          },
          variables: {},
          message: { zh: '约谈记录已归档', en: 'The record of the interview is filed' },
        });
      },
    }),
  };
};
