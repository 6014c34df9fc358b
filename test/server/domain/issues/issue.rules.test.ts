// Pure rules of a row: dates after a return, counts against the standard, extensions.
import { describe, expect, it } from '@jest/globals';
import {
  dueAfterReturn,
  extensionRule,
  shortfalls,
  strikeOffGround,
  withCounts,
} from '../../../../server/domain/issues/issue.rules.ts';
import type { Extension, Round } from '../../../../server/domain/issues/issue.record.ts';
import type { MeasuredItem } from '../../../../server/contracts/issues.ts';

const now = new Date('2019-07-10T10:00:00+08:00');
const fallback = new Date('2019-07-17T23:59:59+08:00');
const bounds = { now, latest: new Date('2019-08-31T23:59:59+08:00'), inclusive: true };
const item = (op: MeasuredItem['op'], standard: number): MeasuredItem => ({
  code: 'a',
  label: '基本药物',
  unit: '种',
  op,
  standard,
  found: 38,
  declared: null,
  counted: null,
});
const round = (more: Partial<Round>): Round => ({
  round: 1,
  submittedAt: now,
  by: { id: 'a', name: '' },
  did: '',
  cause: '',
  verdict: 'pending',
  reason: '',
  decidedAt: null,
  decidedBy: null,
  signedBy: null,
  signedAt: null,
  verifiedBy: null,
  verifiedAt: null,
  method: null,
  ...more,
});

describe('the date after a return', () => {
  it('stays when it lies ahead and is set anew when it has passed, so that no row is overdue at once', () => {
    const ahead = new Date('2019-07-31T23:59:59+08:00');
    expect(dueAfterReturn({ dueAt: ahead }, undefined, bounds, fallback)).toEqual({ ok: true, value: ahead });
    expect(dueAfterReturn({ dueAt: new Date('2019-07-01T00:00:00Z') }, undefined, bounds, fallback)).toEqual({
      ok: true,
      value: fallback,
    });
  });
  it('may neither be past nor beyond the outer date', () => {
    expect(dueAfterReturn({ dueAt: now }, '2019-07-09', bounds, fallback).ok).toBe(false);
    expect(dueAfterReturn({ dueAt: now }, '2019-09-01', bounds, fallback)).toMatchObject({
      refusal: { code: 'rule_refused' },
    });
    expect(dueAfterReturn({ dueAt: now }, '2019-08-31', bounds, fallback).ok).toBe(true);
  });
});

describe('what was counted on the site', () => {
  it.each([
    ['>=', 50, 51, 0],
    ['>=', 50, 50, 0],
    ['>=', 50, 49, 1],
    ['<=', 0, 0, 0],
    ['<=', 0, 3, 1],
    ['=', 3, 3, 0],
    ['=', 3, 2, 1],
  ] as const)('%s %d, counted %d: %d short', (op, standard, counted, short) => {
    expect(shortfalls(withCounts([item(op, standard)], 'counted', [{ code: 'a', value: counted }]))).toHaveLength(
      short,
    );
  });
});

describe('the ground of a strike-off', () => {
  it('needs the head and another unit, in the last hand-in', () => {
    const signed = { signedBy: { id: 'h', name: '院长' }, signedAt: now };
    const verified = { verdict: 'passed' as const, verifiedBy: { id: 'v', name: '组长' }, verifiedAt: now };
    expect(strikeOffGround({ rounds: [] }).ok).toBe(false);
    expect(strikeOffGround({ rounds: [round(verified)] }).ok).toBe(false);
    expect(strikeOffGround({ rounds: [round(signed)] }).ok).toBe(false);
    expect(strikeOffGround({ rounds: [round({ ...signed, ...verified }), round({})] }).ok).toBe(false);
    expect(strikeOffGround({ rounds: [round({ ...signed, ...verified })] }).ok).toBe(true);
  });
});

describe('extensions', () => {
  const asked = (state: Extension['state']): Extension => ({
    id: 'e',
    no: 1,
    askedAt: now,
    askedBy: { id: 'a', name: '' },
    newDue: now,
    reason: '',
    done: '',
    state,
    opinion: '',
    endorsedBy: null,
    decidedBy: null,
    idempotencyKey: 'k',
  });
  const row = (extensions: Extension[]) => ({
    state: 'rectifying' as const,
    extensions,
    sectionName: '业务科',
    dueAt: now,
  });
  const settings = { maxExtensions: 2, outerDue: '2019-08-31' };
  it('are counted, one at a time, and refused ones do not count', () => {
    expect(extensionRule(row([]), settings)).toMatchObject({ allowed: true, left: 2, receiver: { zh: '业务科' } });
    expect(extensionRule(row([asked('endorsed')]), settings)).toMatchObject({ allowed: false });
    expect(extensionRule(row([asked('refused'), asked('granted')]), settings)).toMatchObject({
      allowed: true,
      left: 1,
    });
    expect(extensionRule(row([asked('granted'), asked('granted')]), settings)).toMatchObject({
      allowed: false,
      left: 0,
    });
  });
  it('say why they are not possible', () => {
    expect(extensionRule({ ...row([]), state: 'verifying' }, settings).reason).toEqual({
      zh: '只有整改中的问题可以申请延期',
      en: 'Only a problem being rectified can be extended',
    });
    expect(extensionRule(row([asked('granted'), asked('granted')]), settings).reason).toEqual({
      zh: '最多延期2次，已经用完',
      en: 'No more extensions: 2 at most',
    });
  });
});
