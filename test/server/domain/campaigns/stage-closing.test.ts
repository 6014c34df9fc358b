// What keeps a stage open: units that have not handed in, rows that are late, matters that wait; and what is carried on.
import { describe, expect, it } from '@jest/globals';
import { closingOf, type ClosingParts } from '../../../../server/domain/campaigns/stage-closing.ts';

type Purpose = ClosingParts['stage']['purpose'];
const stage = (purpose: Purpose, end: string | null = '2019-07-30') =>
  ({ code: purpose, name: '集中整改', purpose, start: '2019-04-30', end }) as ClosingParts['stage'];
const unit = (name: string, handedIn: Partial<Record<'plan' | 'selfCheck' | 'report', object>> = {}) =>
  ({ _id: `case-${name}`, unitName: name, plan: null, selfCheck: null, report: null, ...handedIn }) as never;
const row = (no: string, more: object = {}) =>
  ({
    id: `row-${no}`,
    no,
    description: `问题${no}`,
    status: 'rectifying',
    state: 'rectifying',
    overdue: false,
    dueAt: new Date('2019-07-30T15:59:59Z'),
    struckOffAt: null,
    ...more,
  }) as never;
const look = (purpose: Purpose, more: Partial<ClosingParts> = {}) =>
  closingOf({
    campaign: { _id: 'c1' } as ClosingParts['campaign'],
    stage: stage(purpose),
    cases: [],
    rows: [],
    escalations: 0,
    inspections: 0,
    decisions: 0,
    now: new Date('2019-07-24T06:20:00Z'),
    ...more,
  });
const counts = (closing: ReturnType<typeof look>): Record<string, number> =>
  Object.fromEntries(closing.checks.map(({ code, count }) => [code, count]));

describe('the closing check of a stage', () => {
  it('asks a stage of plans for the units without one, by name', () => {
    const closing = look('plan', { cases: [unit('李俊镇卫生院'), unit('县人民医院', { plan: {} })] });
    expect(closing.checks[0]).toEqual({
      code: 'plan',
      count: 1,
      drill: null,
      items: [{ id: 'case-李俊镇卫生院', label: '李俊镇卫生院', note: '' }],
    });
    expect(closing.ready).toBe(false);
  });
  it('takes a self-check for done only when it is signed', () => {
    const signed = unit('甲', { plan: {}, selfCheck: { signer: { id: 'x' } } });
    const handedIn = unit('乙', { plan: {}, selfCheck: { signer: null } });
    expect(counts(look('selfCheck', { cases: [signed, handedIn] }))).toEqual({ plan: 0, selfCheck: 1, decisions: 0 });
  });
  it('counts what is late, to be verified and open, each opening the ledger’s own list', () => {
    const closing = look('report', {
      rows: [row('001', { overdue: true }), row('002', { status: 'toVerify', state: 'verifying' })],
    });
    expect(counts(closing)).toMatchObject({ report: 0, overdue: 1, toVerify: 1, open: 2, later: 0 });
    expect(closing.checks.find(({ code }) => code === 'overdue')?.drill).toBe('campaignId=c1&status=overdue');
    expect(closing.checks.find(({ code }) => code === 'open')?.drill).toBe('campaignId=c1&open=1');
  });
  it('carries on rows whose date lies beyond the stage, and is ready with them', () => {
    const beyond = row('003', { dueAt: new Date('2019-11-30T15:59:59Z') });
    const closing = look('report', { rows: [beyond] });
    expect(counts(closing)).toMatchObject({ open: 0, later: 1 });
    expect(closing.ready).toBe(true);
    const both = look('report', { rows: [beyond, row('004')] });
    expect(both.checks.find(({ code }) => code === 'open')?.items).toEqual([
      { id: 'row-004', label: '004', note: '问题004' },
    ]);
  });
  it('waits for visits to be published and for what the reader has to decide', () => {
    expect(look('supervise', { inspections: 2 }).ready).toBe(false);
    expect(look('other', { decisions: 1 }).ready).toBe(false);
    expect(look('other').ready).toBe(true);
  });
});
