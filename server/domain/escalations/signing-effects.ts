// What each signature does once it has left: the step of the ladder it stands for.
import { isNumbered } from '#contracts/document-number.ts';
import { dayOf } from '../calendar/index.ts';
import type { Work } from '../../platform/slice.ts';
import type { EscalationRecord, Paper } from './escalation.record.ts';
import type { Step } from './escalation.store.ts';
import { numberOf, withPaper, waitingPaper } from './papers.ts';
import { rungPatch, type Parts } from './request-escalation.ts';
import type { Signing, SigningTask } from './signing.record.ts';
import { rungName } from './words.ts';

type Effects = {
  readonly [T in SigningTask]: (escalation: EscalationRecord, signing: Signing<T>, work: Work) => Promise<Step>;
};

export const signingEffects = ({ deps, counters }: Pick<Parts, 'deps' | 'counters'>) => {
  const signed = async (
    escalation: EscalationRecord,
    { by, at }: Signing,
    work: Work,
    typed?: string,
  ): Promise<{ readonly paper: Paper; readonly papers: readonly Paper[] }> => {
    const paper = waitingPaper(escalation);
    if (paper === null) throw new Error(`Expected a paper of ${escalation._id} that waits for its signature`);
    const docNo = await numberOf(deps, counters, typed ?? paper.docNo, work);
    const issued: Paper = { ...paper, signedBy: by, docNo, date: dayOf(at) };
    return { paper: issued, papers: withPaper(escalation, issued) };
  };
  const effects: Effects = {
    'approve-escalation': async (escalation, { answer, rung, at }) => {
      const rungId = rung?.id ?? escalation.rungId;
      const level = rung?.level ?? escalation.level;
      const note = [answer.opinion, answer.skipReason].filter((part) => part !== '').join('；');
      return {
        event: 'approve',
        patch: {
          ...(rung === null ? {} : rungPatch(rung)),
          rungsTaken: [...escalation.rungsTaken, { rungId, level, at, note }],
        },
        title: `批准${rungName(rungId)}`,
        detail: note,
        tone: 'warn',
      };
    },
    'approve-document': async (escalation, signing, work) => {
      const { paper, papers } = await signed(escalation, signing, work, signing.answer.docNo);
      return {
        patch: { papers },
        title: `签发${rungName(escalation.rungId)}`,
        detail: [signing.answer.opinion, isNumbered(paper.docNo) ? '' : '文号待编']
          .filter((part) => part !== '')
          .join('；'),
        inside: true,
      };
    },
    'approve-exposure': async (escalation, signing, work) => ({
      patch: { papers: (await signed(escalation, signing, work)).papers },
      title: '批准公开曝光',
      detail: signing.answer.opinion,
      inside: true,
      tone: 'bad',
    }),
    'approve-accountability': async (escalation, { by }) => {
      const { accountability } = escalation;
      if (accountability === null) throw new Error(`Expected a proposal for ${escalation._id}`);
      return {
        patch: { accountability: { ...accountability, result: `同意：${accountability.proposal}`, decidedBy: by } },
        title: '批准问责',
        restricted: true,
        tone: 'bad',
      };
    },
  };
  return <T extends SigningTask>(escalation: EscalationRecord, signing: Signing<T>, work: Work): Promise<Step> =>
    effects[signing.task](escalation, signing, work);
};
export type SigningEffect = ReturnType<typeof signingEffects>;
