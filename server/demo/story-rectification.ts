// January to early July: rows are registered, fixed, verified and struck off in waves; some come back, one was false.
import type { Cast } from './cast.ts';
import type { Ledger } from './ledger.ts';
import { createLadderActs } from './ladder-acts.ts';
import { createRowActs, type Row } from './row-acts.ts';
import { scene, type Scene } from './scene.ts';
import { sideBySide } from './side-by-side.ts';
import { earlyDue, isEarly, type Fate } from './story-rows.ts';

const sharedRows = 56;
const withClinicRows = 60;
/** First days of the waves; the second day verifies, the third strikes off. */
const waves: readonly (readonly [string, string, string])[] = [
  ['2019-05-08', '2019-05-09', '2019-05-10'],
  ['2019-05-14', '2019-05-15', '2019-05-16'],
  ['2019-05-28', '2019-05-29', '2019-05-30'],
  ['2019-06-12', '2019-06-13', '2019-06-14'],
  ['2019-06-25', '2019-06-26', '2019-06-27'],
];
const firstTry: Readonly<Partial<Record<Fate, number>>> = { doneAfterFalse: 1, doneAfterReturn: 2, returnedTwice: 2 };
const lastTry: Readonly<Partial<Record<Fate, number>>> = {
  doneAfterReturn: 3,
  doneAfterFalse: 4,
  doneAfterProposal: 4,
  returnedTwice: 4,
};
type Outcome = 'passed' | 'failed' | 'false';
type Attempt = { readonly row: Row; readonly outcome: Outcome };

const attemptsOf = async (ledger: Ledger, wave: number): Promise<Attempt[]> => {
  const plain = await ledger.withFate('done', 'watching');
  const first = await ledger.where((fate) => firstTry[fate] === wave);
  const last = await ledger.where((fate) => lastTry[fate] === wave);
  const falseRows = await ledger.withFate('doneAfterFalse');
  const stubborn = await ledger.withFate('returnedTwice');
  const has = (rows: readonly Row[], row: Row): boolean => rows.some(({ id }) => id === row.id);
  return [
    ...plain.filter((_row, at) => at % waves.length === wave).map((row): Attempt => ({ row, outcome: 'passed' })),
    ...first.map((row): Attempt => ({ row, outcome: has(falseRows, row) ? 'false' : 'failed' })),
    ...last.map((row): Attempt => ({ row, outcome: has(stubborn, row) ? 'failed' : 'passed' })),
  ];
};

export const rectificationScenes = (cast: Cast, campaignId: string, ledger: Ledger): Scene[] => {
  const { driver, dates } = cast;
  const acts = createRowActs(cast);
  const ladder = createLadderActs(cast, campaignId);
  const planned = dates.planned;

  const judge = ({ row, outcome }: Attempt): Promise<void> => {
    if (outcome === 'passed') return acts.pass(row);
    return outcome === 'false'
      ? acts.fail(row, '照片是别处拍的，现场药架仍然空缺', 'false')
      : acts.fail(row, '现场情况与佐证不一致，退回重办');
  };
  const confirmed = async (fate: Fate, row: Row): Promise<void> => {
    const days = earlyDue[fate];
    if (fate === 'upward') return acts.giveBack(row, '先摸清会诊设备和资金缺口，再补充措施');
    return acts.confirm(row, {
      ...(days === undefined ? {} : { due: dates.dayAgo(days) }),
      needsPolicy: fate === 'doneAfterProposal',
    });
  };
  const confirmAll = async (fits: (fate: Fate, row: Row) => boolean): Promise<void> => {
    const pairs: { fate: Fate; row: Row }[] = [];
    await ledger.where((fate, row) => {
      if (fits(fate, row)) pairs.push({ fate, row });
      return false;
    });
    await sideBySide(pairs, ({ fate, row }) => confirmed(fate, row));
  };
  const registerAll = async (fits: (fate: Fate, row: Row) => boolean): Promise<void> =>
    sideBySide(await ledger.where(fits), acts.register);
  const each = async (rows: Promise<readonly Row[]>, act: (row: Row) => Promise<void>): Promise<void> =>
    sideBySide(await rows, act);
  const earlyRows = (): Promise<Row[]> => ledger.where(isEarly);
  const waveScenes = waves.flatMap(([handIn, verify, strikeOff], wave) => {
    const known: { attempts: Attempt[] } = { attempts: [] };
    return [
      scene(planned(handIn, 9), async () => {
        known.attempts = await attemptsOf(ledger, wave);
        await sideBySide(known.attempts, ({ row }) => acts.handInSigned(row));
      }),
      scene(planned(verify, 9), () => sideBySide(known.attempts, judge)),
      scene(planned(strikeOff, 9), () =>
        sideBySide(
          known.attempts.filter(({ outcome }) => outcome === 'passed'),
          ({ row }) => acts.approve(row),
        ),
      ),
    ];
  });

  return [
    scene(planned('2019-01-10', 9), async () => {
      await ledger.arrived(sharedRows);
      await registerAll(isEarly);
      await confirmAll(isEarly);
    }),
    scene(planned('2019-01-11', 10), () => registerAll((fate) => !isEarly(fate))),
    scene(planned('2019-01-11', 10), () => each(earlyRows(), acts.handInSigned)),
    scene(planned('2019-01-14', 9), () => each(earlyRows(), acts.pass)),
    scene(planned('2019-01-14', 11), () => each(earlyRows(), acts.approve)),
    scene(planned('2019-04-16', 15), () => confirmAll((fate) => !isEarly(fate))),
    scene(planned('2019-04-25', 9), async () => {
      await ledger.arrived(withClinicRows);
      await registerAll((_fate, { siteId }) => siteId !== null);
    }),
    scene(planned('2019-04-26', 9), () => confirmAll((_fate, { siteId }) => siteId !== null)),
    scene(planned('2019-05-06', 10), async () => propose(cast, await ledger.one('doneAfterProposal'))),
    scene(planned('2019-05-20', 9), async () =>
      driver.does(
        'superior',
        'decide-proposal',
        { issueId: (await ledger.one('doneAfterProposal')).id },
        {
          agreed: true,
          opinion: '同意列入市级远程医疗项目',
        },
      ),
    ),
    ...waveScenes,
    ...falseScenes(cast, ledger, ladder),
  ];
};

export const propose = async ({ driver }: Cast, row: Row): Promise<void> =>
  driver.does(
    'office',
    'draft-proposal',
    { issueId: row.id },
    {
      title: `关于${row.unitName}远程会诊设备配置的请示`,
      body: `${row.description}。所需设备和资金超出本级权限，请予研究。`,
      to: '市卫生健康委',
    },
  );

/** Criticism before the whole county, the signers traced back, and lifted once the unit has answered. */
const falseScenes = (
  { dates: { planned } }: Cast,
  ledger: Ledger,
  ladder: ReturnType<typeof createLadderActs>,
): Scene[] => {
  const it = async (): Promise<string> => ladder.ofRow((await ledger.one('doneAfterFalse')).id);
  return [
    scene(planned('2019-05-16', 9), async () =>
      ladder.approve('head', await ladder.proposedFor((await ledger.one('doneAfterFalse')).id)),
    ),
    scene(planned('2019-05-16', 14), async () => ladder.issuePaper(await it())),
    scene(planned('2019-05-17', 9), async () => ladder.traceBack(await it(), false, '已批评教育，本次不再提出问责')),
    scene(planned('2019-05-20', 9), async () =>
      ladder.answer('wanghong-hospital', await it(), '已重新清点补齐药品，经办人作了检查'),
    ),
    scene(planned('2019-05-21', 9), async () => ladder.lift(await it())),
  ];
};
