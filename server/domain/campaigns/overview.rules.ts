// The campaign at a glance, computed from rows and cases alone: every number says which rows it counts.
import { overviewColumns, type CampaignOverview } from '#contracts/campaigns.ts';
import { inBoth } from '../../platform/in-both.ts';
import { dayOf, daysBetween, dueView, endOfDay, isoShanghai } from '../calendar/index.ts';
import {
  countRows,
  isDone,
  onTimePercent,
  ratePercent,
  worstOf,
  type CaseDocument,
  type RowFact,
} from '../cases/index.ts';
import type { CampaignDocument } from './campaign.model.ts';

const weekMs = 7 * 86_400_000;
const trendWeeks = 12;

export const drill = (campaignId: string, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ campaignId, ...more }).toString();

/** Stages as lanes; a problem that outlives the last stage gets a lane of its own. */
export const lanesOf = (campaign: CampaignDocument, today: string): CampaignOverview['lanes'] => {
  const stateOf = (start: string | null, end: string | null): 'done' | 'running' | 'planned' => {
    if (end !== null && end < today) return 'done';
    return start !== null && start > today ? 'planned' : start === null && end === null ? 'planned' : 'running';
  };
  const lastEnd =
    campaign.stages
      .flatMap(({ end }) => end ?? [])
      .sort()
      .at(-1) ?? null;
  return [
    ...campaign.stages.map(({ code, name, start, end, submitDue }) => ({
      code,
      name,
      problemNo: null,
      start,
      end,
      state: stateOf(start, end),
      milestones: submitDue === null ? [] : [{ at: submitDue }],
    })),
    ...campaign.problems
      .filter(({ due }) => due !== null && lastEnd !== null && due.slice(0, 7) > lastEnd.slice(0, 7))
      .map(({ no, title, due }) => ({
        code: `problem-${no}`,
        name: title,
        problemNo: no,
        start: lastEnd,
        end: due,
        state: stateOf(lastEnd, due),
        milestones: [{ at: due ?? '' }],
      })),
  ];
};

const stageDayOf = (campaign: CampaignDocument, today: string): CampaignOverview['stageDay'] => {
  const running = campaign.stages.filter(
    ({ start, end }) => start !== null && end !== null && start <= today && today <= end,
  );
  const stage = running.at(-1);
  return stage?.start == null ? null : { name: stage.name, day: daysBetween(stage.start, today) + 1 };
};

/** Struck off up to a moment, as a share of all rows. */
const percentAt = (rows: readonly RowFact[], at: number): number =>
  rows.length === 0
    ? 0
    : Math.round(
        (rows.filter(({ struckOffAt }) => struckOffAt !== null && struckOffAt.getTime() <= at).length * 1000) /
          rows.length,
      ) / 10;

const trendOf = (rows: readonly RowFact[], now: Date): CampaignOverview['trend'] =>
  Array.from({ length: trendWeeks }, (_, index) => {
    const at = now.getTime() - (trendWeeks - 1 - index) * weekMs;
    return { at: dayOf(new Date(at)), percent: percentAt(rows, at) };
  });

type Cell = CampaignOverview['matrix'][number]['cells'][number];
type Submission = { readonly at: Date; readonly late: boolean } | null;

const submissionCell = (code: Cell['code'], sent: Submission, due: Date, now: Date, link: string | null): Cell => {
  const cell = { code, drill: link };
  if (sent !== null) {
    const at = isoShanghai(sent.at);
    return sent.late
      ? { ...cell, kind: 'late', lateDays: Math.max(1, daysBetween(dayOf(due), dayOf(sent.at))), at }
      : { ...cell, kind: 'done', at };
  }
  return now.getTime() > due.getTime()
    ? { ...cell, kind: 'late', lateDays: Math.max(1, daysBetween(dayOf(due), dayOf(now))), at: null }
    : { ...cell, kind: 'waiting', at: null };
};

const rectifyCell = (campaignId: string, unitId: string, rows: readonly RowFact[]): Cell => {
  const cell = { code: 'rectify' as const, at: null, drill: drill(campaignId, { unitId }) };
  if (rows.length === 0) return { ...cell, kind: 'none', drill: null };
  const of = rows.length;
  const done = rows.filter(isDone).length;
  return { ...cell, kind: done === of ? 'done' : 'progress', done, of, worst: worstOf(rows) };
};

const matrixOf = (campaign: CampaignDocument, cases: readonly CaseDocument[], rows: readonly RowFact[], now: Date) =>
  cases.map((record) => {
    const { plan, selfCheck, report } = record;
    const sentPlan = plan === null ? null : { at: plan.submitted.at, late: plan.late };
    const sentCheck =
      selfCheck?.signer == null
        ? null
        : { at: selfCheck.signer.at, late: selfCheck.signer.at.getTime() > record.selfCheckDue.at.getTime() };
    const sentReport = report === null ? null : { at: report.submitted.at, late: report.late };
    return {
      unitId: record.unitId,
      unitName: record.unitName,
      caseId: record._id,
      cells: [
        submissionCell('plan', sentPlan, record.planDue.at, now, null),
        submissionCell('selfCheck', sentCheck, record.selfCheckDue.at, now, null),
        rectifyCell(
          campaign._id,
          record.unitId,
          rows.filter(({ unitId }) => unitId === record.unitId),
        ),
        submissionCell('report', sentReport, record.reportDue.at, now, null),
      ],
    };
  });

const rankingOf = (
  rows: readonly RowFact[],
  towns: ReadonlyMap<string, string>,
  now: Date,
): CampaignOverview['ranking'] => {
  const weekAgo = now.getTime() - weekMs;
  const placesAt = (at: number): string[] =>
    [...towns.keys()].sort((a, b) => shareAt(b, at) - shareAt(a, at) || a.localeCompare(b));
  const ofTown = (id: string): RowFact[] => rows.filter(({ townId }) => townId === id);
  const shareAt = (id: string, at: number): number => percentAt(ofTown(id), at);
  const before = placesAt(weekAgo);
  return placesAt(now.getTime())
    .map((townId, place) => {
      const own = ofTown(townId);
      return {
        townId,
        name: towns.get(townId) ?? '',
        percent: ratePercent(own),
        done: own.filter(isDone).length,
        of: own.length,
        change: before.indexOf(townId) - place,
      };
    })
    .filter(({ of }) => of > 0);
};

type Submitted = 'plan' | 'selfCheck' | 'report';

const deadlinesOf = (
  campaign: CampaignDocument,
  cases: readonly CaseDocument[],
  rows: readonly RowFact[],
  now: Date,
): CampaignOverview['deadlines'] => {
  const sent = (what: Submitted) => ({
    done: cases.filter((record) => record[what] !== null).length,
    of: cases.length,
  });
  const openRows = (own: (row: RowFact) => boolean): number => rows.filter((row) => own(row) && !isDone(row)).length;
  const { deadlines } = campaign;
  const submissions =
    deadlines === null
      ? []
      : (['plan', 'selfCheck', 'report'] as const)
          .map((what) => ({ ...deadlines[what], what, problemNo: null, sent: sent(what), openRows: 0, drill: null }))
          .filter((line) => line.what === 'report' || line.sent.done < line.sent.of);
  const end =
    deadlines === null
      ? []
      : [
          {
            ...deadlines.end,
            what: 'end' as const,
            problemNo: null,
            sent: null,
            openRows: openRows(() => true),
            drill: drill(campaign._id, { open: '1' }),
          },
        ];
  const problems = campaign.problems.flatMap(({ no, due, dueText }) => {
    const open = openRows((row) => row.problemNo === no);
    return due === null || open === 0
      ? []
      : [
          {
            at: endOfDay(due),
            how: { zh: dueText, en: 'Set by the plan' },
            what: 'problem' as const,
            problemNo: no,
            sent: null,
            openRows: open,
            drill: drill(campaign._id, { problemNo: String(no), open: '1' }),
          },
        ];
  });
  return [...submissions, ...end, ...problems]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, how, ...rest }) => ({ due: dueView(at, now, inBoth(how)), ...rest }));
};

export type OverviewParts = {
  readonly campaign: CampaignDocument;
  readonly cases: readonly CaseDocument[];
  readonly rows: readonly RowFact[];
  readonly towns: ReadonlyMap<string, string>;
  readonly ladder: CampaignOverview['ladder'];
  readonly decisions: CampaignOverview['decisions'];
  readonly now: Date;
};

export const overviewOf = ({
  campaign,
  cases,
  rows,
  towns,
  ladder,
  decisions,
  now,
}: OverviewParts): CampaignOverview => {
  const today = dayOf(now);
  return {
    id: campaign._id,
    title: campaign.title,
    documentNo: campaign.documentNo,
    state: campaign.state,
    source: campaign.sources.map(({ body }) => body).join('、') || campaign.origin,
    unitCount: campaign.unitIds.length,
    problemCount: campaign.problems.length,
    stageDay: stageDayOf(campaign, today),
    lanes: lanesOf(campaign, today),
    counts: countRows(rows),
    ratePercent: ratePercent(rows),
    onTimePercent: onTimePercent(rows),
    trend: trendOf(rows, now),
    matrix: matrixOf(campaign, cases, rows, now),
    columns: [...overviewColumns],
    ranking: rankingOf(rows, towns, now),
    ladder,
    deadlines: deadlinesOf(campaign, cases, rows, now),
    decisions,
  };
};
