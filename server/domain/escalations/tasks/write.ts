// 起草, 签发, 约谈记录, 曝光批准: the papers of a rung.
import { isNumbered } from '#contracts/document-number.ts';
import { ok, refuse } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { fieldRefusal, otherPerson, personOf } from '../../issues/index.ts';
import { dayOf } from '../../calendar/index.ts';
import type { EscalationRecord, Paper } from '../escalation.record.ts';
import { blankNumber, currentPaper, draftPaper, kindOf, numberOf, withPaper } from '../papers.ts';
import { rungName } from '../words.ts';
import { escalationTask, notTarget, type Desk } from './escalation-task.ts';

const drafted = (escalation: EscalationRecord): Paper | null => {
  const paper = currentPaper(escalation);
  return paper !== null && (paper.state === 'draft' || paper.state === 'toApprove') ? paper : null;
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
          drafted(escalation) ?? (await draftPaper(desk.deps, escalation, kindOf(escalation.rungId), now()));
        const { title, addressee, body, copies, issuer, date } = paper;
        const docNo = 'docNo' in paper ? paper.docNo : blankNumber(desk.deps, now());
        // issuer and date are no fields: the page shows the letter with them while it is written
        return { values: { title, addressee, body, copies, docNo, issuer, date }, submitLabel: '送审' };
      },
      complete: async (escalation, answer, work) => {
        const before = drafted(escalation);
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
          },
          variables: {},
          message: '已送审',
        });
      },
    }),

    'approve-document': escalationTask<'approve-document'>(desk, {
      allowed: (actor, escalation) => {
        const other = notTarget(actor, escalation);
        return other.ok ? otherPerson(actor, drafted(escalation)?.draftedBy) : other;
      },
      view: async (escalation) => ({
        values: { docNo: drafted(escalation)?.docNo ?? '' },
        submitLabel: '批准并签发',
      }),
      complete: async (escalation, answer, work) => {
        const paper = drafted(escalation);
        if (paper === null) return refuse('task_gone');
        if (answer.approved && !answer.checked)
          return fieldRefusal('checked', '请先核对事实、文号和送达单位', 'Check facts, number and addressee first');
        const changed: Paper = answer.approved
          ? {
              ...paper,
              signedBy: personOf(work.actor),
              docNo: await numberOf(desk.deps, desk.counters, answer.docNo ?? paper.docNo, work),
              date: dayOf(work.now),
            }
          : { ...paper, state: 'draft' };
        const unnumbered = answer.approved && !isNumbered(changed.docNo) ? '文号待编' : '';
        return ok({
          step: {
            patch: { papers: withPaper(escalation, changed) },
            title: answer.approved ? `签发${rungName(escalation.rungId)}` : '退回修改',
            detail: [answer.opinion, unnumbered].filter((part) => part !== '').join('；'),
          },
          variables: { approved: answer.approved },
          message: !answer.approved ? '已退回修改' : unnumbered === '' ? '已签发' : `已签发，${unnumbered}`,
        });
      },
    }),

    'approve-exposure': escalationTask<'approve-exposure'>(desk, {
      allowed: (actor, escalation) => {
        const other = notTarget(actor, escalation);
        return other.ok ? otherPerson(actor, drafted(escalation)?.draftedBy) : other;
      },
      view: async () => ({ submitLabel: '提交决定' }),
      complete: async (escalation, answer, work) => {
        const paper = drafted(escalation);
        if (answer.approved && paper === null) return refuse('task_gone');
        const papers =
          paper === null || !answer.approved
            ? escalation.papers
            : withPaper(escalation, {
                ...paper,
                signedBy: personOf(work.actor),
                docNo: await numberOf(desk.deps, desk.counters, paper.docNo, work),
              });
        return ok({
          step: {
            patch: { papers },
            title: answer.approved ? '批准公开曝光' : '不予曝光',
            detail: answer.opinion,
            tone: 'bad',
          },
          variables: { approved: answer.approved },
          message: answer.approved ? '已批准，向社会公开' : '已记录不予曝光',
        });
      },
    }),

    'record-interview': escalationTask<'record-interview'>(desk, {
      allowed: notTarget,
      view: async (escalation) => ({
        values: { interviewee: `${escalation.unitName}主要负责人`, heldAt: dayOf(now()) },
        submitLabel: '提交约谈记录',
      }),
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
          message: '约谈记录已归档',
        });
      },
    }),
  };
};
