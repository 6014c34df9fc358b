// A stored row as the official ledger shows it.
import type { IssueRow } from '#contracts/issues.ts';
import type { Due } from '#contracts/due.ts';
import { inBoth } from '../../platform/in-both.ts';
import { dueView } from '../calendar/index.ts';
import { clockRuns } from './issue.lifecycle.ts';
import type { IssueRecord, IssueState } from './issue.record.ts';
import { lastRound } from './issue.rules.ts';

export const executorName = (issue: Pick<IssueRecord, 'siteName' | 'unitName'>): string =>
  issue.siteName ?? issue.unitName;

const holders: Readonly<Record<IssueState, (issue: IssueRecord) => string>> = {
  draft: (issue) => issue.unitName,
  assigned: (issue) => issue.sectionName || '医改办',
  raisedUpward: () => '医改办、领导小组',
  rectifying: executorName,
  evidenceSubmitted: (issue) => `${issue.unitName}负责人`,
  verifying: (issue) => issue.teamName || '医改办',
  verified: () => '医改办',
  struckOff: () => '',
  watching: (issue) => issue.teamName,
  closed: () => '',
  cancelled: () => '',
  carriedOver: executorName,
};

/** Once handed in or struck off, the date is history: no urgency. */
const dueOf = (issue: IssueRecord, now: Date): Due => {
  const view = dueView(issue.dueAt, now, inBoth(issue.dueHistory.at(-1)?.reason ?? ''));
  if (clockRuns(issue.state)) return view;
  return { at: view.at, state: 'later', days: Math.max(view.days, 0) };
};

const lookBackText = (issue: IssueRecord): string => {
  const last = issue.lookBacks.at(-1);
  if (last === undefined) return '';
  return last.relapsed ? `反弹：${last.opinion}` : `未反弹：${last.opinion}`;
};

const judged = (issue: IssueRecord): Pick<IssueRow, 'verifier' | 'verifyOpinion'> => {
  const judgedRound = [...issue.rounds].reverse().find(({ verifiedBy }) => verifiedBy !== null);
  return { verifier: judgedRound?.verifiedBy?.name ?? '', verifyOpinion: judgedRound?.reason ?? '' };
};

export const presentRow = (issue: IssueRecord, now: Date): IssueRow => ({
  id: issue._id,
  no: issue.no,
  campaignId: issue.campaignId,
  problemNo: issue.problemNo,
  problemTitle: issue.problemTitle,
  category: issue.category,
  state: issue.state,
  status: issue.status,
  overdue: clockRuns(issue.state) && issue.dueAt.getTime() < now.getTime(),
  relapse: issue.relapseOf !== null,
  continuing: issue.continuing,
  extensionPending: issue.extensions.some(({ state }) => state === 'asked' || state === 'endorsed'),
  source: issue.source,
  feedbackAt: issue.feedbackAt?.toISOString() ?? null,
  description: issue.description,
  rootCause: issue.rootCause,
  unitId: issue.unitId,
  unitName: issue.unitName,
  siteId: issue.siteId,
  siteName: issue.siteName,
  townId: issue.townId,
  goal: issue.goal,
  measures: issue.measures,
  standard: issue.standard,
  responsibleLeader: issue.responsibleLeader,
  cooperatingLeader: issue.cooperatingLeader,
  responsibleSection: issue.sectionName,
  person: issue.person,
  due: dueOf(issue, now),
  percent: issue.percent,
  progress: issue.progress,
  rung: issue.rung,
  evidenceCount: issue.evidenceCount,
  verifyFailCount: issue.verifyFailCount,
  ...judged(issue),
  strikeOffBy: issue.strikeOff?.approvedBy.name ?? '',
  struckOffAt: issue.struckOffAt?.toISOString() ?? null,
  lookBack: lookBackText(issue),
  note: [issue.note, issue.carriedOverAt === null ? '' : '结转'].filter((part) => part !== '').join('；'),
  holder: holders[issue.state](issue),
  relapseOf: issue.relapseOf,
});

export const presentRounds = (issue: IssueRecord) =>
  issue.rounds.map((round) => ({
    round: round.round,
    submittedAt: round.submittedAt.toISOString(),
    by: round.by.name,
    did: round.did,
    cause: round.cause,
    verdict: round.verdict,
    reason: round.reason,
    decidedAt: round.decidedAt?.toISOString() ?? null,
    decidedBy: round.decidedBy?.name ?? '',
  }));

export const currentRound = (issue: IssueRecord): number => lastRound(issue)?.round ?? 0;
