// The lifecycle table of a row: nothing is struck off without verification, nothing changes afterwards.
import { describe, expect, it } from '@jest/globals';
import { issueStates } from '../../../../server/contracts/issues.ts';
import {
  clockRuns,
  isFixed,
  ledgerStatusOf,
  nextState,
  type IssueEvent,
} from '../../../../server/domain/issues/issue.lifecycle.ts';

const events: readonly IssueEvent[] = [
  'register',
  'return',
  'confirm',
  'raiseUpward',
  'resume',
  'submit',
  'returnEvidence',
  'sign',
  'refuseSignature',
  'pass',
  'fail',
  'refuseStrikeOff',
  'strikeOff',
  'watch',
  'closeWatch',
  'cancel',
];

describe('the life of a ledger row', () => {
  it('reaches struck off only from verified, and verified only by a passed verification', () => {
    const into = (target: string) =>
      issueStates.flatMap((state) =>
        events.filter((event) => nextState(state, event) === target).map((event) => `${state}.${event}`),
      );
    expect(into('struckOff')).toEqual(['verified.strikeOff']);
    expect(into('verified')).toEqual(['verifying.pass']);
    expect(into('verifying')).toEqual(['evidenceSubmitted.sign']);
  });
  it('never leads back from a struck-off row, not even by cancelling it', () => {
    for (const state of issueStates.filter(isFixed))
      for (const event of events) {
        const next = nextState(state, event);
        expect(next === null || isFixed(next)).toBe(true);
      }
  });
  it('reads 反弹 while a relapsed matter is open with its unit, and the usual words once it is handed in', () => {
    expect(ledgerStatusOf('rectifying', true)).toBe('relapse');
    expect(ledgerStatusOf('verifying', true)).toBe('toVerify');
    expect(ledgerStatusOf('closed', false)).toBe('struckOff');
  });
  it('lets the deadline run for the unit only while the row is with the unit', () => {
    expect(issueStates.filter(clockRuns)).toEqual(['draft', 'assigned', 'raisedUpward', 'rectifying']);
  });
});
