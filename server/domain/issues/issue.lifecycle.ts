// How a ledger row lives.
//
// A row is raised as a draft. Its unit registers cause, measures and persons (assigned); the section confirms
// them or gives the row back. Confirmed, it is being fixed; a matter above the county's means first goes upward
// and comes back with a decision. The unit hands in evidence; incomplete evidence comes back by itself. The unit's
// head signs or gives it back. A team of another unit verifies: passed, failed or false; the last two go back.
// The office approves the strike-off or gives it back. A struck-off row is immutable; one that must keep holding is
// watched and closes after the look-backs. A relapse opens a new row. A row raised in error is cancelled by two
// people before it is struck off. Overdue is no state; a carried-over row keeps its state.
import type { IssueState, LedgerStatus } from './issue.record.ts';

export type IssueEvent =
  | 'register'
  | 'return'
  | 'confirm'
  | 'raiseUpward'
  | 'resume'
  | 'submit'
  | 'returnEvidence'
  | 'sign'
  | 'refuseSignature'
  | 'pass'
  | 'fail'
  | 'refuseStrikeOff'
  | 'strikeOff'
  | 'watch'
  | 'closeWatch'
  | 'cancel';

const table: Readonly<Record<IssueState, Readonly<Partial<Record<IssueEvent, IssueState>>>>> = {
  draft: { register: 'assigned', cancel: 'cancelled' },
  // a county's routing table may send a row straight to fixing
  assigned: {
    return: 'draft',
    confirm: 'rectifying',
    raiseUpward: 'raisedUpward',
    resume: 'rectifying',
    submit: 'evidenceSubmitted',
    cancel: 'cancelled',
  },
  raisedUpward: { resume: 'rectifying', submit: 'evidenceSubmitted', cancel: 'cancelled' },
  rectifying: { submit: 'evidenceSubmitted', raiseUpward: 'raisedUpward', cancel: 'cancelled' },
  evidenceSubmitted: {
    returnEvidence: 'rectifying',
    refuseSignature: 'rectifying',
    sign: 'verifying',
    cancel: 'cancelled',
  },
  verifying: { fail: 'rectifying', pass: 'verified', cancel: 'cancelled' },
  // a changed eligibility table may send a verified row back without a word
  verified: {
    refuseStrikeOff: 'rectifying',
    strikeOff: 'struckOff',
    submit: 'evidenceSubmitted',
    cancel: 'cancelled',
  },
  struckOff: { watch: 'watching' },
  watching: { closeWatch: 'closed' },
  closed: {},
  cancelled: {},
  carriedOver: {},
};

export const nextState = (state: IssueState, event: IssueEvent): IssueState | null => table[state][event] ?? null;

/** Struck off or later: the record never changes again, except for what the watch finds. */
export const isFixed = (state: IssueState): boolean =>
  state === 'struckOff' || state === 'watching' || state === 'closed';
export const isSettled = (state: IssueState): boolean => isFixed(state) || state === 'cancelled';
/** The deadline runs for the unit; while others check, it does not. */
export const clockRuns = (state: IssueState): boolean =>
  state === 'draft' || state === 'assigned' || state === 'raisedUpward' || state === 'rectifying';
export const fixedStates: readonly IssueState[] = ['struckOff', 'watching', 'closed'];
export const settledStates: readonly IssueState[] = [...fixedStates, 'cancelled'];

const words: Readonly<Record<IssueState, LedgerStatus>> = {
  draft: 'notStarted',
  assigned: 'notStarted',
  raisedUpward: 'rectifying',
  rectifying: 'rectifying',
  evidenceSubmitted: 'toVerify',
  verifying: 'toVerify',
  verified: 'toVerify',
  struckOff: 'struckOff',
  watching: 'watching',
  closed: 'struckOff',
  cancelled: 'notStarted',
  carriedOver: 'rectifying',
};

/** The official word. A relapsed matter reads 反弹 until it is handed in again. */
export const ledgerStatusOf = (state: IssueState, relapse: boolean): LedgerStatus => {
  const word = words[state];
  return relapse && (word === 'notStarted' || word === 'rectifying') ? 'relapse' : word;
};

const ranks: Readonly<Record<LedgerStatus, number>> = {
  overdue: 0,
  relapse: 1,
  rectifying: 2,
  toVerify: 3,
  notStarted: 4,
  watching: 5,
  struckOff: 6,
};
/** Order within a group of the ledger. */
export const statusRank = (status: LedgerStatus): number => ranks[status];

export const statusWords: Readonly<Record<LedgerStatus, string>> = {
  notStarted: '未启动',
  rectifying: '整改中',
  toVerify: '已完成待核查',
  struckOff: '已销号',
  watching: '长期坚持',
  relapse: '反弹',
  overdue: '超期',
};
