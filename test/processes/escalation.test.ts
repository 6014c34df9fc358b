// P5, the ladder: level by table, approval, actions, response, rising, lifting, appeal.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCounty, type County } from './support/county.ts';
import type { Scenario } from './support/scenario.ts';
import { modelFiles } from './support/model-files.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

let serial = 0;
type Escalation = Scenario & { readonly escalationId: string };
const request = async (trigger: string, more: Record<string, unknown> = {}): Promise<Escalation> => {
  const escalationId = `escalation-${++serial}`;
  const row = await county.start('escalation', 'escalation.requested', escalationId, {
    escalationId,
    campaignId: 'campaign-1',
    trigger,
    priorLevel: null,
    overdueDays: 0,
    repeatCount: 0,
    targetGroup: 'unit-head:h1',
    ...more,
  });
  return { ...row, escalationId };
};
const second = 1 / 86_400;
let signings = 0;
/** Signed on a clock that is then moved past the window: it has left. */
const signs = async (escalation: Escalation, task: string): Promise<string> => {
  const signingId = await signing(escalation, task);
  await county.pass(601 * second);
  await escalation.done('escalations.settle-signing', { left: true });
  return signingId;
};
const signing = async (escalation: Escalation, task: string, seconds = 600): Promise<string> => {
  const signingId = `signing-${++signings}`;
  await escalation.done(task, { approved: true, signingId, leavesAt: county.seconds(seconds) });
  return signingId;
};
const approve = (escalation: Escalation) => signs(escalation, 'approve-escalation');
const circulated = async (escalation: Escalation): Promise<void> => {
  await escalation.done('draft-document');
  await signs(escalation, 'approve-document');
  await escalation.done('escalations.deliver-document');
};
const interviewed = async (escalation: Escalation): Promise<void> => {
  await escalation.done('escalations.deliver-document');
  await escalation.done('record-interview');
};
const tracedBack = async (escalation: Escalation, propose: boolean): Promise<void> => {
  await escalation.done('backtracks.collect-signers');
  await escalation.done('trace-back', { propose });
  if (propose) await escalation.done('backtracks.record-proposal');
};

describe('an escalation', () => {
  it.each([
    ['overdue', {}, 'reminder'],
    ['overdue', { overdueDays: 12 }, 'circular'],
    ['plan_overdue', {}, 'circular'],
    ['weak_rectification', {}, 'circular-interview'],
    ['shirking', {}, 'circular-interview'],
    ['undervalued', {}, 'interview'],
    ['false_rectification', {}, 'criticism'],
    ['missed_in_self_check', {}, 'accountability'],
    ['fraud', {}, 'exposure'],
    ['overdue', { priorLevel: 1, repeatCount: 2 }, 'interview'],
    ['overdue', { priorLevel: 4, repeatCount: 3 }, 'exposure'],
    ['something_new', {}, 'reminder'],
  ])('for %s %j begins at %s', async (trigger, facts, rungId) => {
    const escalation = await request(trigger, facts);
    await escalation.open('approve-escalation');
    expect(await escalation.variable('rungId')).toBe(rungId);
    expect((await escalation.task('approve-escalation')).groups).toEqual([rungId === 'reminder' ? 'office' : 'group-head']);
  });

  it('ends without measures when it is not approved', async () => {
    const escalation = await request('plan_overdue');
    await escalation.done('approve-escalation', { approved: false });
    await escalation.done('escalations.record-refusal');
    await escalation.ended('escalation', 'escalationRefused');
  });

  it('is lifted after acknowledgement and a reply the office accepts', async () => {
    const escalation = await request('overdue');
    await approve(escalation);
    expect((await escalation.done('escalations.deliver-document')).headers).toMatchObject({ kind: 'reminder' });
    expect((await escalation.task('acknowledge-escalation')).groups).toEqual(['unit-head:h1']);
    await escalation.done('acknowledge-escalation');
    await escalation.done('reply-escalation');
    await escalation.done('review-reply', { lifted: false });
    await escalation.open('reply-escalation');
    await escalation.done('reply-escalation');
    expect((await escalation.task('review-reply')).groups).toEqual(['office']);
    await escalation.done('review-reply', { lifted: true });
    await escalation.done('escalations.lift');
    await escalation.ended('escalation', 'lifted');
    expect(await escalation.variable('outcomes')).toEqual(['delivered']);
  });

  it('asks for the reply by the day on which the rung would rise, however late it is signed for', async () => {
    const escalation = await request('overdue');
    await approve(escalation);
    await escalation.done('escalations.deliver-document');
    await escalation.job('acknowledge-escalation');
    expect(await escalation.variable('rung')).toMatchObject({ wait: 'P3D' });
    const asked = county.seconds(3 * 86_400).slice(0, 10);
    await county.pass(1);
    await escalation.done('acknowledge-escalation');
    expect((await escalation.task('reply-escalation')).due.slice(0, 10)).toBe(asked);
  });

  it('rises rung by rung to the top while nothing changes, and discipline takes over', async () => {
    const escalation = await request('overdue');
    await approve(escalation);
    await escalation.done('escalations.deliver-document');
    await escalation.job('acknowledge-escalation');
    const rise = async (days: number): Promise<void> => {
      await escalation.job('acknowledge-escalation');
      await county.pass(days + 0.1);
      await escalation.done('escalations.raise-rung');
    };
    await rise(3);
    await approve(escalation);
    await circulated(escalation);
    await rise(7);
    await approve(escalation);
    await interviewed(escalation);
    await rise(10);
    expect(await escalation.variable('rungId')).toBe('accountability');
    await approve(escalation);
    await tracedBack(escalation, true);
    await escalation.done('propose-accountability');
    await signs(escalation, 'approve-accountability');
    expect((await escalation.done('escalations.deliver-document')).headers).toMatchObject({ kind: 'accountability' });
    await rise(30);
    await approve(escalation);
    await escalation.done('draft-document');
    await signs(escalation, 'approve-exposure');
    await escalation.done('escalations.publish-exposure');
    await rise(30);
    expect((await escalation.task('hand-to-discipline')).groups).toEqual(['discipline']);
    await escalation.done('hand-to-discipline');
    await escalation.ended('escalation', 'handedOver');
  });

  it('circulates and brings to an interview what an unannounced visit finds badly screened', async () => {
    const escalation = await request('incomplete_screening');
    await approve(escalation);
    await circulated(escalation);
    await interviewed(escalation);
    await escalation.open('acknowledge-escalation');
    expect(await escalation.variable('outcomes')).toEqual(['delivered', 'interviewed']);
    expect(await escalation.variable('rung')).toMatchObject({ level: 2, next: 'accountability', audience: 'county' });
  });

  it('criticises and traces back for false rectification; a refused draft is written again', async () => {
    const escalation = await request('false_rectification');
    await approve(escalation);
    await escalation.open('draft-document');
    await escalation.done('draft-document');
    await escalation.done('approve-document', { approved: false });
    await escalation.done('draft-document');
    await signs(escalation, 'approve-document');
    expect((await escalation.done('escalations.deliver-document')).headers).toMatchObject({ kind: 'criticism' });
    await tracedBack(escalation, false);
    await escalation.open('acknowledge-escalation');
    expect(await escalation.variable('outcomes')).toEqual(['delivered', 'cleared']);
  });

  it('records a refused accountability and a refused exposure and waits for the reply all the same', async () => {
    const accountability = await request('missed_in_self_check');
    await approve(accountability);
    await tracedBack(accountability, true);
    await accountability.done('propose-accountability');
    await accountability.done('approve-accountability', { approved: false });
    await accountability.open('acknowledge-escalation');
    expect(await accountability.variable('outcomes')).toEqual(['proposed', 'refused']);
    const exposure = await request('fraud');
    await approve(exposure);
    await exposure.done('draft-document');
    await exposure.done('approve-exposure', { approved: false });
    await exposure.open('acknowledge-escalation');
    expect(await exposure.variable('outcomes')).toEqual(['refused']);
  });

  it('leaves only when the time to recall is over', async () => {
    const escalation = await request('overdue');
    await signing(escalation, 'approve-escalation');
    await escalation.open();
    await county.pass(500 * second);
    await escalation.open();
    await county.pass(101 * second);
    await escalation.done('escalations.settle-signing', { left: true });
    await escalation.open('escalations.deliver-document');
  });

  it('leaves at once where the table allows no recall', async () => {
    const escalation = await request('overdue');
    await signing(escalation, 'approve-escalation', 0);
    await escalation.open('escalations.settle-signing');
  });

  it.each([
    ['slow_progress', 'approve-document', 'draft-document'],
    ['false_rectification', 'approve-document', 'draft-document'],
    ['fraud', 'approve-exposure', 'draft-document'],
  ])('for %s comes back to %s when its signing is recalled, and a recall reaches that signing only', async (...how) => {
    const [trigger, task, draft] = how;
    const escalation = await request(trigger);
    await approve(escalation);
    await escalation.done(draft);
    const recalled = await signing(escalation, task);
    await county.publish('escalation.recalled', recalled);
    await escalation.done('escalations.settle-signing', { left: false });
    await escalation.open(task);
    const again = await signing(escalation, task);
    await county.publish('escalation.recalled', recalled);
    await escalation.open();
    expect(again).not.toBe(recalled);
    await county.pass(601 * second);
    await escalation.done('escalations.settle-signing', { left: true });
    await escalation.open(task === 'approve-exposure' ? 'escalations.publish-exposure' : 'escalations.deliver-document');
  });

  it('comes back to the approval when that is recalled, also by what the domain knows at the last moment', async () => {
    const escalation = await request('overdue');
    const recalled = await signing(escalation, 'approve-escalation');
    await county.publish('escalation.recalled', recalled);
    await escalation.done('escalations.settle-signing', { left: false });
    await signing(escalation, 'approve-escalation');
    await county.pass(601 * second);
    // the timer was first in the engine, the recall in the domain
    await escalation.done('escalations.settle-signing', { left: false });
    await escalation.open('approve-escalation');
  });

  it('comes back to the decision on a person when that is recalled', async () => {
    const escalation = await request('missed_in_self_check');
    await approve(escalation);
    await tracedBack(escalation, true);
    await escalation.done('propose-accountability');
    await county.publish('escalation.recalled', await signing(escalation, 'approve-accountability'));
    await escalation.done('escalations.settle-signing', { left: false });
    await escalation.open('approve-accountability');
  });

  it('jumps to the rung a new ground names', async () => {
    const escalation = await request('overdue');
    await approve(escalation);
    await escalation.done('escalations.deliver-document');
    await escalation.open('acknowledge-escalation');
    await county.publish('escalation.ground', escalation.escalationId, { rungId: 'interview' });
    await escalation.open('approve-escalation');
    expect(await escalation.variable('rung')).toMatchObject({ id: 'interview', level: 2, wait: 'P10D' });
  });

  it('is lifted when its cause is settled', async () => {
    const escalation = await request('overdue');
    await approve(escalation);
    await escalation.done('escalations.deliver-document');
    await escalation.done('acknowledge-escalation');
    await escalation.open('reply-escalation');
    await county.publish('escalation.resolved', escalation.escalationId);
    await escalation.done('escalations.lift');
    await escalation.ended('escalation', 'lifted');
  });

  it('goes on during an appeal, and is withdrawn when the appeal is upheld', async () => {
    const escalation = await request('overdue');
    await approve(escalation);
    await escalation.done('escalations.deliver-document');
    await escalation.open('acknowledge-escalation');
    await county.publish('escalation.appealed', escalation.escalationId);
    await escalation.open('acknowledge-escalation', 'decide-appeal');
    expect((await escalation.task('decide-appeal')).groups).toEqual(['group-head']);
    await escalation.done('decide-appeal', { upheld: false });
    await escalation.open('acknowledge-escalation');
    await county.publish('escalation.appealed', escalation.escalationId);
    await escalation.done('decide-appeal', { upheld: true });
    await escalation.done('escalations.withdraw');
    await escalation.ended('escalation', 'withdrawn');
  });

  it('follows a changed ladder from its next rung on, with an action deployed meanwhile', async () => {
    const escalation = await request('overdue');
    await approve(escalation);
    await escalation.done('escalations.deliver-document');
    await escalation.open('acknowledge-escalation');
    const [ladder] = modelFiles('ladder.dmn');
    const [reminder] = modelFiles('act-reminder.bpmn');
    await county.deploy({
      'act-visit.bpmn': reminder!.text.replaceAll('actReminder', 'actVisit').replace('value="reminder"', 'value="circular"'),
      'ladder.dmn': ladder!.text.replace('["actCircular"]', '["actCircular","actVisit"]').replace('"P7D"', '"P9D"'),
    });
    await county.pass(3.1);
    await escalation.done('escalations.raise-rung');
    await approve(escalation);
    await circulated(escalation);
    expect((await escalation.done('escalations.deliver-document')).process).toBe('actVisit');
    await escalation.open('acknowledge-escalation');
    expect(await escalation.variable('rung')).toMatchObject({ id: 'circular', wait: 'P9D' });
    await county.deploy({ 'ladder.dmn': ladder!.text });
  });
});
