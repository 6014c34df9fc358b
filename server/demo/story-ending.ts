// The last ten days on the ledger: overdue rows and their rungs, extensions, a proposal upward, relapses, what still waits.
import type { Cast } from './cast.ts';
import { leaderOf, clerkOf, sectionOf } from './cast.ts';
import { createLadderActs, type LadderActs } from './ladder-acts.ts';
import type { Ledger } from './ledger.ts';
import { createRowActs, type Row, type RowActs } from './row-acts.ts';
import { scene, type Scene } from './scene.ts';
import { sideBySide } from './side-by-side.ts';
import type { Fate } from './story-rows.ts';
import { propose } from './story-rectification.ts';

type Parts = { readonly cast: Cast; readonly ledger: Ledger; readonly acts: RowActs; readonly ladder: LadderActs };
/** Just after midnight, when a missed day is told. */
const night = 0.05;

export const endingScenes = (cast: Cast, campaignId: string, ledger: Ledger): Scene[] => {
  const parts = { cast, ledger, acts: createRowActs(cast), ladder: createLadderActs(cast, campaignId) };
  return [
    ...overdueScenes(parts),
    ...manualScenes(parts),
    ...extensionScenes(parts),
    ...waitingScenes(parts),
    ...relapseScenes(parts),
  ];
};

const overdueScenes = ({ cast: { driver, dates }, ledger, acts, ladder }: Parts): Scene[] => {
  const { ago } = dates;
  const told = async (...fates: readonly Fate[]): Promise<void> =>
    sideBySide(await ledger.withFate(...fates), async ({ id }) => void (await ladder.ofRow(id)));
  const remind = async (...fates: readonly Fate[]): Promise<void> =>
    sideBySide(await ledger.withFate(...fates), async ({ id }) => {
      const escalationId = await ladder.proposedFor(id);
      await ladder.approve('office', escalationId);
      // the days to answer count from the delivery: it must be done before the clock moves on
      await driver.openTask('acknowledge-escalation', { escalationId });
    });
  const it = async (fate: Fate): Promise<string> => ladder.ofRow((await ledger.one(fate)).id);
  const late = ['lateToSign', 'lateToVerify', 'lateToApprove'] as const;
  return [
    scene(ago(8, night), () => told('overdueCircular')),
    scene(ago(8, 9), () => remind('overdueCircular')),
    // three days without an answer: the next rung asks the head
    scene(ago(5, 9.5), async () =>
      driver.openTask('approve-escalation', { escalationId: await it('overdueCircular') }),
    ),
    scene(ago(3, night), () => told('overdueDelivered', 'overdueAnswered')),
    scene(ago(2, night), () => told(...late)),
    scene(ago(2, 9), () => remind('overdueDelivered', 'overdueAnswered', ...late)),
    scene(ago(2, 14), async () => {
      await driver.openTask('acknowledge-escalation', { escalationId: await it('overdueDelivered') });
      await ladder.answer('shengli-hospital', await it('overdueAnswered'), '已安排下乡服务，本周内提交佐证');
    }),
    scene(ago(1, night), () => told('overdueProposed')),
    scene(ago(1, 9), async () => sideBySide(await ledger.withFate(...late), acts.handIn)),
    scene(ago(1, 11), async () => sideBySide(await ledger.withFate('lateToVerify', 'lateToApprove'), acts.sign)),
    scene(ago(1, 15), async () => acts.pass(await ledger.one('lateToApprove'))),
  ];
};

const rowOf = async (ledger: Ledger, problemNo: number, unitId: string): Promise<Row> => {
  const [row] = await ledger.where(
    (_fate, known) => known.problemNo === problemNo && known.unitId === unitId && known.siteId === null,
  );
  if (row === undefined) throw new Error(`Expected a row of problem ${problemNo} in ${unitId}`);
  return row;
};

const manualScenes = ({ cast: { driver, dates }, ledger, ladder }: Parts): Scene[] => {
  const { ago } = dates;
  const facility = 3;
  const it = async (unitId: string): Promise<string> => ladder.ofRow((await rowOf(ledger, facility, unitId)).id);
  const stubborn = async (): Promise<Row> => ledger.one('returnedTwice');
  return [
    scene(ago(5, 11), async () => {
      const row = await stubborn();
      await ladder.propose(leaderOf(row), row.id, 'weak_rectification', '两次核查都不通过，药品仍未补齐');
    }),
    scene(ago(4, 9), async () => {
      const escalationId = await ladder.proposedFor((await stubborn()).id);
      await ladder.approve('head', escalationId);
      await ladder.issuePaper(escalationId);
      await driver.openTask('record-interview', { escalationId });
    }),
    scene(ago(5, 11), async () => {
      const slow = await rowOf(ledger, facility, 'wanghong-hospital');
      const unhappy = await rowOf(ledger, facility, 'minning-hospital');
      await ladder.propose('office', slow.id, 'slow_progress', '设施改造三个月没有进展');
      await ladder.propose('building', unhappy.id, 'low_satisfaction', '群众反映诊室条件差');
    }),
    scene(ago(4, 9), async () => {
      for (const unitId of ['wanghong-hospital', 'minning-hospital'])
        await ladder.approve('head', await ladder.proposedFor((await rowOf(ledger, facility, unitId)).id));
    }),
    scene(ago(4, 14), async () => ladder.issuePaper(await it('minning-hospital'))),
    scene(ago(3, 10), async () =>
      ladder.answer('minning-hospital', await it('minning-hospital'), '诊室已开始粉刷，月底前完成'),
    ),
  ];
};

const extensionScenes = ({ cast: { driver, dates }, ledger }: Parts): Scene[] => {
  const { ago, dayAgo } = dates;
  const ask = async (fate: Fate, newDue: string, reason: string): Promise<void> => {
    const row = await ledger.one(fate);
    await driver.call(clerkOf(row), 'POST /api/issues/:id/extension', {
      params: { id: row.id },
      body: { newDue, reason, done: '前期工作已完成一半', idempotencyKey: `story-extension-${row.id}` },
    });
    await driver.openTask('endorse-extension', { issueId: row.id });
  };
  const endorse = async (fate: Fate): Promise<void> => {
    const row = await ledger.one(fate);
    await driver.does(
      sectionOf(row),
      'endorse-extension',
      { issueId: row.id },
      { endorsed: true, opinion: '情况属实' },
    );
    await driver.openTask('decide-extension', { issueId: row.id });
  };
  return [
    scene(ago(8, 9), () => ask('extensionGranted', dayAgo(-9), '招聘面试已排定，人员下周到岗')),
    scene(ago(8, 14), () => endorse('extensionGranted')),
    scene(ago(7, 9.5), async () =>
      driver.does(
        'office',
        'decide-extension',
        { issueId: (await ledger.one('extensionGranted')).id },
        {
          granted: true,
          opinion: '同意延期一次',
        },
      ),
    ),
    scene(ago(3, 10), () => ask('extensionEndorsed', dayAgo(-21), '宣传栏制作排期延后')),
    scene(ago(2, 9), () => endorse('extensionEndorsed')),
    scene(ago(2, 14), () => ask('extensionAsked', dayAgo(-23), '省级平台缺货，供货商答复下旬到货')),
  ];
};

const waitingScenes = ({ cast, ledger, acts }: Parts): Scene[] => {
  const { driver, dates } = cast;
  const { ago } = dates;
  const handedIn = (): Promise<Row[]> => ledger.withFate('toVerify', 'toApprove');
  return [
    scene(ago(9, 9), async () => {
      const row = await ledger.one('upward');
      await acts.register(row);
      await acts.confirm(row, { needsPolicy: true });
    }),
    scene(ago(8, 14), async () => {
      const row = await ledger.one('upward');
      await propose(cast, row);
      await driver.openTask('decide-proposal', { issueId: row.id });
    }),
    scene(ago(6, 14), async () => {
      const row = await ledger.one('returned');
      await acts.handIn(row);
      await acts.sign(row);
    }),
    scene(ago(4, 14), async () => acts.fail(await ledger.one('returned'), '清点只有46种，还差4种，请补齐后再报')),
    scene(ago(2, 9), async () => sideBySide(await handedIn(), acts.handIn)),
    scene(ago(2, 14), async () => sideBySide(await handedIn(), acts.sign)),
    scene(ago(1, 11), async () => acts.pass(await ledger.one('toApprove'))),
    scene(ago(1, 11), async () => {
      // the other rows stay with their groups: an inbox shows what is held and what may be claimed
      const [taken] = await ledger.where((fate, { unitId }) => fate === 'toVerify' && unitId === 'wanghong-hospital');
      if (taken !== undefined) await acts.claimVerification(taken);
    }),
  ];
};

const relapseScenes = ({ cast: { driver, dates }, ledger, acts }: Parts): Scene[] => {
  const { ago } = dates;
  const raised = 2;
  return [
    scene(ago(3, 15), async () => {
      for (const row of await ledger.withFate('relapsed', 'relapsedAgainFixing'))
        await driver.does(
          leaderOf(row),
          'look-back',
          { issueId: row.id },
          {
            relapsed: true,
            opinion: '入户抽查三户，都说不出签约医生是谁',
          },
        );
      await driver.eventually('the relapse rows', async () =>
        (await ledger.relapses()).length === raised ? true : null,
      );
    }),
    scene(ago(2, 14), async () => {
      const again = await ledger.one('relapsedAgainFixing');
      const row = (await ledger.relapses()).find(({ relapseOf }) => relapseOf?.id === again.id);
      if (row === undefined) throw new Error('Expected the relapse row');
      await acts.register(row);
      await acts.confirm(row);
      await driver.openTask('rectify', { issueId: row.id });
    }),
  ];
};
