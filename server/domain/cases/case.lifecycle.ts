// How an institution's case lives.
//
// Opened with the campaign, it owes a plan. The plan is written, signed by the head and read by the office; unsigned or
// not accepted it is owed again. Accepted, the unit checks itself; three people answer for that: who guaranteed, who
// checked, who signed. Signed, the unit rectifies; an inspection may come in between. It reports, the office accepts
// or returns the report, the accepted case is closed. A case may be transferred when units merge, cancelled with its
// campaign, or closed unfinished when the campaign ends; its open rows are then carried over by name.
import type { CaseState } from './case.model.ts';

export type CaseEvent =
  | 'submitPlan'
  | 'returnPlan'
  | 'acceptPlan'
  | 'finishSelfCheck'
  | 'startInspection'
  | 'finishInspection'
  | 'submitReport'
  | 'returnReport'
  | 'close'
  | 'closeUnfinished'
  | 'cancel'
  | 'transfer';

const ends = { closeUnfinished: 'closed', cancel: 'cancelled', transfer: 'transferred' } as const;
const table: Readonly<Record<CaseState, Readonly<Partial<Record<CaseEvent, CaseState>>>>> = {
  opened: { submitPlan: 'planSubmitted', ...ends },
  planDue: { submitPlan: 'planSubmitted', ...ends },
  planSubmitted: { returnPlan: 'planDue', acceptPlan: 'selfChecking', ...ends },
  selfChecking: { finishSelfCheck: 'rectifying', ...ends },
  rectifying: { startInspection: 'underInspection', submitReport: 'reported', ...ends },
  underInspection: { finishInspection: 'rectifying', submitReport: 'reported', ...ends },
  reported: { returnReport: 'rectifying', close: 'closed', ...ends },
  closed: {},
  transferred: {},
  cancelled: {},
};

export const nextState = (state: CaseState, event: CaseEvent): CaseState | null => table[state][event] ?? null;
export const isOver = (state: CaseState): boolean =>
  state === 'closed' || state === 'transferred' || state === 'cancelled';

export const stateNames: Readonly<Record<CaseState, string>> = {
  opened: '已开办',
  planDue: '待报方案',
  planSubmitted: '方案待审',
  selfChecking: '自查中',
  rectifying: '整改中',
  underInspection: '督查中',
  reported: '报告待审',
  closed: '已办结',
  transferred: '已移交',
  cancelled: '已撤销',
};
