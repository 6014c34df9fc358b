// How a matter moves on the ladder.
//
// A rule proposes a rung; the person the ladder names approves it or refuses. Approved, its papers are drafted, signed
// and delivered: issued. The unit acknowledges receipt and answers in writing; the office lifts it or asks again.
// When the wait is over, or a new ground is graver, the next rung is proposed. The unit may appeal at any time after
// it was issued; an appeal upheld withdraws everything. What was lifted, withdrawn or refused is over.
import type { EscalationRecord } from './escalation.record.ts';

type State = EscalationRecord['state'];
export type EscalationEvent =
  | 'approve'
  | 'refuse'
  | 'issue'
  | 'acknowledge'
  | 'respond'
  | 'askAgain'
  | 'appeal'
  | 'denyAppeal'
  | 'withdraw'
  | 'raise'
  | 'close';

const over: Readonly<Partial<Record<EscalationEvent, State>>> = {
  raise: 'proposed',
  close: 'closed',
  withdraw: 'withdrawn',
};
const table: Readonly<Record<State, Readonly<Partial<Record<EscalationEvent, State>>>>> = {
  proposed: { ...over, approve: 'approved', refuse: 'refused' },
  approved: { ...over, issue: 'issued' },
  issued: { ...over, issue: 'issued', acknowledge: 'acknowledged', appeal: 'appealed' },
  acknowledged: { ...over, issue: 'issued', respond: 'responded', appeal: 'appealed' },
  responded: { ...over, askAgain: 'acknowledged', appeal: 'appealed' },
  // the unit goes on acknowledging and answering while its appeal is judged
  appealed: { ...over, acknowledge: 'appealed', respond: 'appealed', askAgain: 'appealed', denyAppeal: 'acknowledged' },
  closed: {},
  withdrawn: {},
  refused: {},
};

export const nextState = (state: State, event: EscalationEvent): State | null => table[state][event] ?? null;
export const isOver = (state: State): boolean => state === 'closed' || state === 'withdrawn' || state === 'refused';
