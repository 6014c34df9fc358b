// 落实整改 and 负责人签字: the unit hands in what it did with proof; its head answers for it by signature.
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type { TaskHandlers, Work } from '../../../platform/slice.ts';
import { done } from '../../../platform/task-done.ts';
import { addWorkingDays, isoShanghai } from '../../calendar/index.ts';
import type { EvidenceRecord } from '../../evidence/index.ts';
import { otherCause } from '../chips.ts';
import { evidenceFacts, missingEvidence } from '../evidence-facts.ts';
import type { IssueRecord, Round } from '../issue.record.ts';
import { currentRound } from '../issue.presenter.ts';
import { fieldRefusal, lastRound, nothingCounted, otherPerson, personOf, withCounts } from '../issue.rules.ts';
import { returnDue } from '../return-due.ts';
import { issueTask, type Desk } from './issue-task.ts';

const newRound = (issue: IssueRecord, did: string, cause: string, work: Work): Round => ({
  round: currentRound(issue) + 1,
  submittedAt: work.now,
  by: personOf(work.actor),
  did,
  cause,
  verdict: 'pending',
  reason: '',
  decidedAt: null,
  decidedBy: null,
  signedBy: null,
  signedAt: null,
  verifiedBy: null,
  verifiedAt: null,
  method: null,
});

/** Another row's pictures prove nothing here. */
const handedIn = async (
  desk: Desk,
  issue: IssueRecord,
  ids: readonly string[],
): Promise<Result<readonly EvidenceRecord[]>> => {
  const found = await desk.deps.evidence.byIds(ids);
  const strange = ids.find((id) => found.find(({ _id }) => _id === id)?.issueId !== issue._id);
  return strange === undefined
    ? ok(found)
    : fieldRefusal('photos', '有照片不属于这条台账，请重新拍摄上传', 'A picture does not belong to this row');
};

const complete = async (
  desk: Desk,
  issue: IssueRecord,
  ids: readonly string[],
  round: number,
): Promise<Result<null>> => {
  const known = await desk.deps.evidence.of({ issueId: issue._id });
  const all = known.map((item) => (ids.includes(item._id) ? { ...item, round } : item));
  const missing = await missingEvidence(desk.deps.decide, issue, evidenceFacts(all, round));
  if (missing.length === 0) return ok(null);
  return refuse('evidence_incomplete', {
    message: { zh: `佐证还缺：${missing.join('、')}。`, en: `Evidence still missing: ${missing.join(', ')}.` },
    fields: missing.map((word) => ({ path: 'photos', message: { zh: `还缺${word}`, en: `Missing: ${word}` } })),
    details: { missing },
  });
};

export const rectifyTasks = (desk: Desk): Pick<TaskHandlers, 'rectify' | 'sign-evidence'> => ({
  rectify: issueTask<'rectify'>(desk, {
    allowed: () => ok(null),
    view: async (issue) => {
      const last = lastRound(issue);
      return {
        values:
          last === null
            ? { percent: 100 }
            : {
                did: last.did,
                cause: last.cause,
                percent: 100,
                declared: issue.measured.flatMap(({ code, declared }) =>
                  declared === null ? [] : [{ code, value: declared }],
                ),
              },
      };
    },
    complete: async (issue, answer, work) => {
      if (answer.cause === otherCause && answer.otherCause.trim() === '')
        return fieldRefusal('otherCause', '选了其他原因，请写明是什么', 'Say which other cause');
      if (answer.percent < 100)
        return fieldRefusal(
          'percent',
          '没有整改到位不能提交；先存草稿，或申请延期',
          'Not finished yet: save it, or ask for an extension',
          'rule_refused',
        );
      const ids = [
        ...answer.photos,
        ...answer.documents,
        ...(answer.signature?.evidenceId ? [answer.signature.evidenceId] : []),
      ];
      const handed = await handedIn(desk, issue, ids);
      if (!handed.ok) return handed;
      const cause = answer.cause === otherCause ? answer.otherCause : answer.cause;
      const round = newRound(issue, answer.did, cause, work);
      const proven = await complete(desk, issue, ids, round.round);
      if (!proven.ok) return proven;
      await desk.deps.evidence.assign(work, ids, { round: round.round });
      const step = await desk.store.advance(work, issue, {
        event: 'submit',
        patch: {
          rounds: [...issue.rounds, round],
          returned: null,
          percent: 100,
          progress: answer.did,
          evidenceCount: ids.length,
          measured: nothingCounted(withCounts(issue.measured, 'declared', answer.declared)),
        },
        entry: {
          kind: 'submit',
          title: `${round.round > 1 ? '再次' : ''}提交佐证 ${ids.length} 份`,
          detail: answer.did,
          tone: 'current',
        },
      });
      return done(
        step,
        {},
        { zh: `已提交，等${issue.unitName}负责人签字`, en: `Submitted; the head of ${issue.unitName} signs next` },
      );
    },
  }),

  'sign-evidence': issueTask<'sign-evidence'>(desk, {
    allowed: (actor, issue) => otherPerson(actor, lastRound(issue)?.by),
    complete: async (issue, answer, work) => {
      const last = lastRound(issue);
      if (last === null) return refuse('conflict');
      const signer = personOf(work.actor);
      if (answer.signed) {
        const verifyDays = (await desk.deps.campaignFacts(issue.campaignId))?.settings.verifyDays ?? 5;
        if (answer.signature?.evidenceId)
          await desk.deps.evidence.assign(work, [answer.signature.evidenceId], {
            issueId: issue._id,
            round: last.round,
          });
        const step = await desk.store.advance(work, issue, {
          event: 'sign',
          patch: { rounds: [...issue.rounds.slice(0, -1), { ...last, signedBy: signer, signedAt: work.now }] },
          entry: { kind: 'sign', title: `${issue.unitName}负责人签字`, detail: answer.opinion, tone: 'current' },
        });
        return done(
          step,
          { signed: true, newDue: null, verifyDue: isoShanghai(addWorkingDays(work.now, verifyDays)) },
          {
            zh: `已签字，送${issue.teamName || '医改办'}核查`,
            en: `Signed; ${issue.teamName || 'the health reform office'} verifies it next`,
          },
        );
      }
      const due = await returnDue(desk.deps, issue, answer.newDue, work);
      if (!due.ok) return due;
      const reason = answer.opinion;
      const step = await desk.store.advance(work, issue, {
        event: 'refuseSignature',
        patch: {
          ...due.value.patch,
          rounds: [
            ...issue.rounds.slice(0, -1),
            { ...last, verdict: 'unsigned', reason, decidedAt: work.now, decidedBy: signer },
          ],
          returned: { reason, at: work.now, by: signer.name, items: [] },
        },
        entry: { kind: 'unsigned', title: '负责人退回，未签字', detail: reason, tone: 'warn' },
      });
      return done(
        step,
        { signed: false, newDue: due.value.variable },
        { zh: '已退回重办', en: 'Sent back to be done again' },
      );
    },
  }),
});
