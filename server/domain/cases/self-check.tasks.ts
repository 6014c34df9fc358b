// 自查 and 自查签字: the clerk answers the sheet and names who guaranteed and who checked; the head signs for it.
import { refuse } from '../../platform/result.ts';
import type { TaskHandlers } from '../../platform/slice.ts';
import { done } from '../../platform/task-done.ts';
import { caseTask, notYourself, reasonFor, type CaseDesk } from './case-task.ts';
import { actOf } from './case.store.ts';
import type { PersonChooser } from './person-choice.ts';
import { checkAnswers, findingsOf, toAnswers } from './self-check.rules.ts';

const statement = '本人对自查结果的真实性负责';

export const selfCheckTasks = (
  desk: CaseDesk,
  persons: PersonChooser,
): Pick<TaskHandlers, 'self-check' | 'sign-self-check'> => ({
  'self-check': caseTask<'self-check'>(desk, {
    subject: '对照检查表自查',
    returned: ({ selfCheckReturn }) => selfCheckReturn,
    view: async (record) => {
      const sites = await desk.presenter.sitesOf(record.unitId);
      const options = await persons.options(
        record.unitId,
        sites.map(({ id }) => id),
      );
      const { selfCheck } = record;
      return {
        values:
          selfCheck === null
            ? {}
            : {
                answers: selfCheck.answers.map(({ siteId, count, ...answer }) => ({
                  ...answer,
                  ...(siteId === null ? {} : { siteId }),
                  ...(count === null ? {} : { count }),
                })),
                guarantor: selfCheck.guarantor.id || selfCheck.guarantor.name,
                checker: selfCheck.checker.id || selfCheck.checker.name,
              },
        options: { guarantor: options, checker: options },
      };
    },
    complete: async (record, answer, work) => {
      const sheet = await desk.presenter.sheetOf(record);
      const answers = toAnswers(answer.answers);
      const wrong = checkAnswers(sheet?.items ?? [], await desk.presenter.sitesOf(record.unitId), answers);
      if (wrong.length > 0)
        return refuse('invalid_form', {
          message: {
            zh: `自查表还有${wrong.length}处要补：${wrong[0]?.message.zh ?? ''}`,
            en: `The sheet has ${wrong.length} gaps`,
          },
          fields: wrong,
        });
      const failed = findingsOf(sheet?.items ?? [], answers).length;
      const step = await desk.store.advance(work, record, {
        patch: {
          selfCheck: {
            submitted: actOf(work),
            answers,
            guarantor: await persons.resolve(answer.guarantor, record.unitId, work.session),
            checker: await persons.resolve(answer.checker, record.unitId, work.session),
            signer: null,
            statement: answer.signature?.statement || statement,
          },
          selfCheckReturn: '',
        },
        entry: { kind: 'selfCheck', title: '完成自查', detail: `查${answers.length}项，不符合${failed}项` },
      });
      return done(
        step,
        {},
        { zh: '自查已提交，等负责人签字', en: 'Self-check handed in; the head of the unit signs next' },
      );
    },
  }),
  'sign-self-check': caseTask<'sign-self-check'>(desk, {
    subject: '自查结果签字',
    allowed: (actor, { selfCheck }) =>
      notYourself(
        actor,
        selfCheck?.submitted,
        '自查是您提交的，须由另一位负责人签字',
        'You handed this in; another head signs it',
      ),
    complete: async (record, { signed, opinion }, work) => {
      if (record.selfCheck === null) return refuse('conflict');
      const reason = reasonFor(signed, opinion);
      if (!reason.ok) return reason;
      const step = await desk.store.advance(work, record, {
        ...(signed ? { event: 'finishSelfCheck' as const } : {}),
        patch: signed ? { selfCheck: { ...record.selfCheck, signer: actOf(work) } } : { selfCheckReturn: opinion },
        entry: signed
          ? {
              kind: 'signSelfCheck',
              title: '自查签字',
              detail: `包保：${record.selfCheck.guarantor.name}；排查：${record.selfCheck.checker.name}`,
              tone: 'done',
            }
          : { kind: 'returnSelfCheck', title: '退回重查', detail: opinion, tone: 'warn' },
      });
      return done(
        step,
        { signed },
        signed
          ? { zh: '已签字，问题列入台账', en: 'Signed; its findings are entered in the ledger' }
          : { zh: '已退回重查', en: 'Sent back to be checked again' },
      );
    },
  }),
});
