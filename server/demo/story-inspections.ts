// The last ten days' inspections: one open, one unannounced that belies a self-check, some under way, two still secret.
import type { Cast } from './cast.ts';
import { createInspectionActs } from './inspection-acts.ts';
import type { Ledger } from './ledger.ts';
import { createLadderActs } from './ladder-acts.ts';
import { createRowActs } from './row-acts.ts';
import { scene, type Scene } from './scene.ts';

type Acts = ReturnType<typeof createInspectionActs>;
type Made = { readonly id: () => string; readonly plan: () => Promise<void> };

/** Planned in one scene, spoken of in later ones. */
const later = (plan: () => Promise<string>): Made => {
  let id = '';
  return {
    id: () => id,
    plan: async () => {
      id = await plan();
    },
  };
};

export const inspectionScenes = (cast: Cast, campaignId: string, ledger: Ledger): Scene[] => {
  const { dates } = cast;
  const { ago, dayAgo } = dates;
  const acts = createInspectionActs(cast, campaignId);
  const ladder = createLadderActs(cast, campaignId);
  const rows = createRowActs(cast);
  const open = later(() =>
    acts.plan({
      team: 2,
      mode: 'open',
      targetOrgId: 'yanghe-hospital',
      plannedFor: dayAgo(7),
      checklistId: 'six-checks-ten-looks',
      purpose: '集中整改阶段例行督查',
    }),
  );
  const unannounced = later(() =>
    acts.plan({
      team: 1,
      mode: 'unannounced',
      targetOrgId: 'lijun-clinic-2',
      plannedFor: dayAgo(6),
      checklistId: 'county-self-check-village',
      purpose: '药品配备抽查',
    }),
  );
  return [
    scene(ago(10, 9), () => Promise.all([open.plan(), unannounced.plan()])),
    scene(ago(10, 15), () => Promise.all([acts.approve(open.id()), acts.approve(unannounced.id())])),
    scene(ago(7, 9.5), async () => {
      await acts.start(2, open.id());
      await acts.inspect(2, open.id(), {
        itemId: 'six-ten-05',
        what: '上季度有三户重点人群没有随访记录',
        due: dayAgo(-20),
      });
    }),
    scene(ago(7, 16), () => acts.giveOpinion(2, open.id(), '随访工作有漏项，请补齐上季度随访并建立台账。')),
    scene(ago(6, 9), () => acts.sign('yanghe-hospital', open.id())),
    scene(ago(6, 9), async () => {
      await acts.start(1, unannounced.id());
      await acts.inspect(1, unannounced.id(), {
        itemId: 'drug-nonessential-village',
        what: '非基本药物只有9种，自查填报达标',
        count: 9,
        due: dayAgo(-12),
      });
      await acts.giveOpinion(1, unannounced.id(), '非基本药物品种不足，自查填报与现场不符，请限期补齐。');
    }),
    scene(ago(6, 14), () => acts.publish(open.id())),
    scene(ago(6, 16), () => acts.sign('lijun-hospital', unannounced.id())),
    scene(ago(5, 9.5), () => acts.publish(unannounced.id())),
    scene(ago(5, 11), async () => rows.register(await ledger.one('toConfirm'))),
    scene(ago(4, 9), async () => ladder.approve('head', await ladder.proposedFor((await ledger.one('toRegister')).id))),
    scene(ago(4, 14), async () =>
      ladder.traceBack(
        await ladder.ofRow((await ledger.one('toRegister')).id),
        true,
        '包保人和排查人签字前没有到现场清点，建议问责',
      ),
    ),
    ...underWay(acts, cast),
    ...stillSecret(acts, cast),
  ];
};

const underWay = (acts: Acts, { dates: { ago, dayAgo } }: Cast): Scene[] => {
  const target = { mode: 'open', checklistId: 'six-checks-ten-looks', purpose: '集中整改收尾督查' } as const;
  const minning = later(() =>
    acts.plan({ ...target, team: 3, targetOrgId: 'minning-hospital', plannedFor: dayAgo(2) }),
  );
  const county = later(() => acts.plan({ ...target, team: 4, targetOrgId: 'county-hospital', plannedFor: dayAgo(1) }));
  return [
    scene(ago(4, 9), () => Promise.all([minning.plan(), county.plan()])),
    scene(ago(4, 14), () => Promise.all([acts.approve(minning.id()), acts.approve(county.id())])),
    scene(ago(2, 9), async () => {
      await acts.start(3, minning.id());
      await acts.inspect(3, minning.id(), null);
    }),
    scene(ago(2, 14), () => acts.giveOpinion(3, minning.id(), '各项记录基本齐全，请继续保持。')),
    scene(ago(1, 9), () => acts.start(4, county.id())),
  ];
};

const stillSecret = (acts: Acts, { dates: { ago, dayAgo } }: Cast): Scene[] => {
  const target = { mode: 'unannounced', checklistId: 'county-self-check-village', purpose: '抽查' } as const;
  const approved = later(() =>
    acts.plan({ ...target, team: 1, targetOrgId: 'wanghong-clinic-2', plannedFor: dayAgo(-2) }),
  );
  const waiting = later(() =>
    acts.plan({ ...target, team: 2, targetOrgId: 'wangyuan-clinic-2', plannedFor: dayAgo(-3) }),
  );
  return [
    scene(ago(2, 9), approved.plan),
    scene(ago(2, 14), () => acts.approve(approved.id())),
    scene(ago(1, 9), waiting.plan),
  ];
};
