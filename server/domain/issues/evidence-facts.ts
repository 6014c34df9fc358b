// What the tables ask about evidence: kinds, counts, before and after.
import type { Decide, Json, Variables } from '../../platform/slice.ts';
import type { EvidenceRecord } from '../evidence/index.ts';
import type { IssueRecord } from './issue.record.ts';
import { currentRound } from './issue.presenter.ts';

export type EvidenceFacts = {
  readonly kinds: readonly string[];
  readonly photoCount: number;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  readonly documents: number;
};

/** Pictures of the finding count as "before"; of "after" only what this round handed in. */
export const evidenceFacts = (all: readonly EvidenceRecord[], round: number): EvidenceFacts => {
  const now = all.filter((item) => item.round === round);
  const photos = now.filter(({ kind }) => kind === 'photo');
  return {
    kinds: [...new Set(now.flatMap(({ kind, phase, label }) => [kind, phase, label]).filter((word) => word !== ''))],
    photoCount: photos.length,
    hasBefore: all.some(({ kind, phase }) => kind === 'photo' && (phase === 'before' || phase === 'onSite')),
    hasAfter: photos.some(({ phase }) => phase === 'after' || phase === 'onSite'),
    documents: now.filter(({ kind }) => kind === 'document').length,
  };
};

export const factsVariables = (issue: IssueRecord, facts: EvidenceFacts): Variables => ({
  evidence: { ...facts },
  ...facts,
  category: issue.category,
  problemNo: issue.problemNo,
  round: currentRound(issue),
});

const words = (answer: Json): string[] => {
  if (typeof answer === 'string') return answer === '' ? [] : [answer];
  if (Array.isArray(answer)) return answer.flatMap(words);
  if (answer !== null && typeof answer === 'object')
    return Object.values(answer).flatMap((value) => (typeof value === 'string' ? words(value) : []));
  return [];
};

/** Asked while the form is still open; an engine out of reach leaves the judgement to the model's own step. */
export const missingEvidence = async (decide: Decide, issue: IssueRecord, facts: EvidenceFacts): Promise<string[]> => {
  const answer = await decide('evidenceCompleteness', factsVariables(issue, facts));
  return answer.ok ? words(answer.value) : [];
};
