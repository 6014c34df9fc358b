// Drafting a paper from the facts of the matter, and its number.
import type { Work } from '../../platform/slice.ts';
import { dayInWords, dayOf, daysBetween } from '../calendar/index.ts';
import type { Counters } from '../evidence/index.ts';
import type { EscalationDeps } from './escalation.deps.ts';
import type { EscalationRecord, Paper } from './escalation.record.ts';
import { waitEnds } from './ladder.ts';
import { writeLetter, type LetterFacts } from './letters.ts';
import { triggerName } from './words.ts';

const shortDay = (date: Date | null): string => (date === null ? '' : dayInWords(dayOf(date)).replace(/（.*）$/, ''));

const factsOf = async (deps: EscalationDeps, escalation: EscalationRecord, now: Date): Promise<LetterFacts> => {
  const issue = escalation.issueId === null ? null : await deps.issues.load(escalation.issueId);
  const bureau = await deps.organisations.bureau();
  const late = issue === null ? 0 : daysBetween(dayOf(issue.dueAt), dayOf(now));
  const story =
    issue === null || issue.verifyFailCount === 0
      ? ''
      : `该问题已核查${issue.rounds.length}次，${issue.verifyFailCount}次未通过。`;
  return {
    unit: escalation.unitName,
    issuer: bureau?.name ?? '',
    trigger: triggerName(escalation.trigger),
    issueNo: escalation.issueNo,
    fact: escalation.fact,
    foundBy: issue === null ? '' : `，${issue.foundBy}`,
    foundOn: shortDay(issue?.foundAt ?? null),
    due: shortDay(issue?.dueAt ?? null),
    overdueDays: late > 0 ? `该问题已逾期${late}天，进展${issue?.percent ?? 0}%。` : '该问题尚未整改到位。',
    story,
    today: shortDay(now),
    respondBy: shortDay(waitEnds(now, escalation.wait)),
  };
};

/** The office's own number wins; else the running one where the county wants it; else a blank to be filled by hand. */
export const numberOf = async (
  deps: EscalationDeps,
  counters: Counters,
  typed: string,
  work: Work,
): Promise<string> => {
  if (typed.trim() !== '') return typed.trim();
  const year = dayOf(work.now).slice(0, 4);
  const prefix = deps.numbering?.prefix ?? '';
  if (deps.numbering?.running !== true) return `${prefix}〔${year}〕\u3000号`;
  return `${prefix}〔${year}〕${await counters.next(work.session, `document:${prefix}:${year}`)}号`;
};

export const blankNumber = (deps: EscalationDeps, now: Date): string =>
  `${deps.numbering?.prefix ?? ''}〔${dayOf(now).slice(0, 4)}〕\u3000号`;

export const draftPaper = async (
  deps: EscalationDeps,
  escalation: EscalationRecord,
  kind: Paper['kind'],
  now: Date,
): Promise<Pick<Paper, 'kind' | 'issuer' | 'title' | 'addressee' | 'body' | 'copies' | 'date'>> => {
  const facts = await factsOf(deps, escalation, now);
  return { kind, issuer: facts.issuer, date: dayOf(now), ...writeLetter(kind, facts) };
};

const kinds: readonly Paper['kind'][] = [
  'reminder',
  'circular',
  'interview',
  'criticism',
  'accountability',
  'exposure',
];
/** A county's own rung uses the circular's wording until it has its own. */
export const kindOf = (name: string): Paper['kind'] => kinds.find((kind) => kind === name) ?? 'circular';

export const currentPaper = (escalation: EscalationRecord): Paper | null =>
  [...escalation.papers].reverse().find(({ rungId, state }) => rungId === escalation.rungId && state !== 'withdrawn') ??
  null;
/** Written and not yet signed. */
export const waitingPaper = (escalation: EscalationRecord): Paper | null => {
  const paper = currentPaper(escalation);
  return paper !== null && (paper.state === 'draft' || paper.state === 'toApprove') ? paper : null;
};
export const withPaper = (escalation: EscalationRecord, changed: Paper): readonly Paper[] =>
  escalation.papers.some(({ id }) => id === changed.id)
    ? escalation.papers.map((paper) => (paper.id === changed.id ? changed : paper))
    : [...escalation.papers, changed];
