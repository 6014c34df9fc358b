// 阶段收口检查: what is still open before a stage can end. Every number is a list that can be opened.
import type { StageClosing } from '#contracts/campaigns.ts';
import { dayOf, endOfDay } from '../calendar/index.ts';
import { countRows, isOpen, type CaseDocument, type RowFact } from '../cases/index.ts';
import type { CampaignDocument } from './campaign.model.ts';
import { drill } from './overview.rules.ts';

type Stage = CampaignDocument['stages'][number];
type Check = StageClosing['checks'][number];
export type ClosingParts = {
  readonly campaign: CampaignDocument;
  readonly stage: Stage;
  readonly cases: readonly CaseDocument[];
  readonly rows: readonly RowFact[];
  /** Counts of what the reader may see. */
  readonly escalations: number;
  readonly inspections: number;
  readonly decisions: number;
  readonly now: Date;
};

/** What each kind of stage has to leave settled behind it. */
const asked: Readonly<Record<Stage['purpose'], readonly Check['code'][]>> = {
  plan: ['plan', 'decisions'],
  selfCheck: ['plan', 'selfCheck', 'decisions'],
  report: ['report', 'overdue', 'toVerify', 'open', 'later', 'escalations', 'decisions'],
  supervise: ['inspections', 'overdue', 'toVerify', 'escalations', 'decisions'],
  other: ['overdue', 'open', 'later', 'escalations', 'decisions'],
};
/** Rows with a date beyond the stage are carried on; they do not keep it open. */
const carriedOn: readonly Check['code'][] = ['later'];

const missingBy: Readonly<Record<'plan' | 'selfCheck' | 'report', (record: CaseDocument) => boolean>> = {
  plan: ({ plan }) => plan === null,
  // handed in is not signed
  selfCheck: ({ selfCheck }) => selfCheck?.signer == null,
  report: ({ report }) => report === null,
};

const itemsOf = (rows: readonly RowFact[]): Check['items'] =>
  rows.map(({ id, no, description }) => ({ id, label: no, note: description }));

export const closingOf = (parts: ClosingParts): StageClosing => {
  const { campaign, stage, cases, rows, now } = parts;
  const counts = countRows(rows);
  const open = rows.filter(isOpen);
  const over = stage.end === null ? null : endOfDay(stage.end).getTime();
  const later = over === null ? [] : open.filter(({ dueAt }) => dueAt !== null && dueAt.getTime() > over);
  const due = open.filter((row) => !later.includes(row));
  const ledger = (more: Readonly<Record<string, string>>): string => drill(campaign._id, more);
  const owed = (code: keyof typeof missingBy): Check => {
    const missing = cases.filter(missingBy[code]);
    return {
      code,
      count: missing.length,
      drill: null,
      items: missing.map(({ _id, unitName }) => ({ id: _id, label: unitName, note: '' })),
    };
  };
  const checks: Readonly<Record<Check['code'], () => Check>> = {
    plan: () => owed('plan'),
    selfCheck: () => owed('selfCheck'),
    report: () => owed('report'),
    overdue: () => ({ code: 'overdue', count: counts.overdue, drill: ledger({ status: 'overdue' }), items: [] }),
    toVerify: () => ({ code: 'toVerify', count: counts.toVerify, drill: ledger({ status: 'toVerify' }), items: [] }),
    // with nothing carried on, the ledger's own filter is exactly this list
    open: () =>
      later.length === 0
        ? { code: 'open', count: due.length, drill: ledger({ open: '1' }), items: [] }
        : { code: 'open', count: due.length, drill: null, items: itemsOf(due) },
    later: () => ({ code: 'later', count: later.length, drill: null, items: itemsOf(later) }),
    escalations: () => ({ code: 'escalations', count: parts.escalations, drill: ledger({}), items: [] }),
    inspections: () => ({ code: 'inspections', count: parts.inspections, drill: ledger({}), items: [] }),
    decisions: () => ({ code: 'decisions', count: parts.decisions, drill: ledger({}), items: [] }),
  };
  const found = asked[stage.purpose].map((code) => checks[code]());
  return {
    code: stage.code,
    name: stage.name,
    end: stage.end,
    asOf: dayOf(now),
    ready: found.every(({ code, count }) => count === 0 || carriedOn.includes(code)),
    checks: found,
  };
};
