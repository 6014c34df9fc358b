// What becomes of every row of the demo ledger: one word a row, in the proportions a county has late in its campaign.
import type { IssueRow } from '#contracts/issues.ts';

export const unitIds = [
  'county-hospital',
  'maternal-hospital',
  'yanghe-hospital',
  'lijun-hospital',
  'wangyuan-hospital',
  'wanghong-hospital',
  'minning-hospital',
  'shengli-hospital',
] as const;

const endings = {
  /** Fixed, verified, struck off. */ done: 'struckOff',
  doneAfterReturn: 'struckOff',
  doneAfterFalse: 'struckOff',
  doneAfterProposal: 'struckOff',
  /** Struck off early; the look-back found it relapsed and raised a new row. */ relapsed: 'struckOff',
  relapsedAgainFixing: 'struckOff',
  watching: 'watching',
  rectifying: 'rectifying',
  returned: 'rectifying',
  returnedTwice: 'rectifying',
  upward: 'rectifying',
  extensionAsked: 'rectifying',
  extensionEndorsed: 'rectifying',
  extensionGranted: 'rectifying',
  overdueProposed: 'rectifying',
  overdueDelivered: 'rectifying',
  overdueAnswered: 'rectifying',
  overdueCircular: 'rectifying',
  lateToSign: 'toVerify',
  lateToVerify: 'toVerify',
  lateToApprove: 'toVerify',
  toVerify: 'toVerify',
  toApprove: 'toVerify',
  toRegister: 'notStarted',
  toConfirm: 'notStarted',
} as const satisfies Readonly<Record<string, IssueRow['status']>>;
export type Fate = keyof typeof endings;
export const statusAtTheEnd = (fate: Fate): IssueRow['status'] => endings[fate];

/** One row a unit for each problem of the plan, in the order of the units. */
export const problemFates: Readonly<Record<number, readonly Fate[]>> = {
  1: ['watching', 'watching', 'relapsedAgainFixing', 'relapsed', 'watching', 'watching', 'watching', 'watching'],
  2: ['done', 'done', 'done', 'extensionGranted', 'overdueCircular', 'toVerify', 'overdueProposed', 'done'],
  3: ['done', 'done', 'rectifying', 'rectifying', 'rectifying', 'rectifying', 'rectifying', 'rectifying'],
  4: ['done', 'done', 'done', 'returnedTwice', 'lateToApprove', 'doneAfterFalse', 'extensionAsked', 'done'],
  5: ['done', 'done', 'lateToVerify', 'overdueDelivered', 'done', 'done', 'doneAfterReturn', 'overdueAnswered'],
  6: ['done', 'doneAfterProposal', 'done', 'done', 'toApprove', 'upward', 'done', 'done'],
  7: ['done', 'done', 'extensionEndorsed', 'lateToSign', 'done', 'toVerify', 'done', 'doneAfterReturn'],
};

/** What the clinics' own sheets brought up: the item that failed, what was counted. */
export const clinicFindings = [
  { siteId: 'lijun-clinic-1', itemId: 'drug-essential-village', count: 41, fate: 'returned' },
  { siteId: 'wanghong-clinic-1', itemId: 'drug-essential-village', count: 44, fate: 'done' },
  { siteId: 'wangyuan-clinic-1', itemId: 'drug-nonessential-village', count: 11, fate: 'rectifying' },
  { siteId: 'minning-clinic-2', itemId: 'drug-nonessential-village', count: 12, fate: 'toVerify' },
] as const satisfies readonly { siteId: string; itemId: string; count: number; fate: Fate }[];

/** What the teams found: one row had been signed as clean. */
const inspectionFate = (siteId: string | null): Fate => (siteId === null ? 'toConfirm' : 'toRegister');
export const inspectionSource = '县级督查';

/** Null for rows that only the look-back raised. */
export const fateOf = (
  row: Pick<IssueRow, 'problemNo' | 'unitId' | 'siteId' | 'source' | 'relapseOf'>,
): Fate | null => {
  if (row.relapseOf !== null) return null;
  if (row.source === inspectionSource) return inspectionFate(row.siteId);
  if (row.siteId !== null) return clinicFindings.find(({ siteId }) => siteId === row.siteId)?.fate ?? null;
  return problemFates[row.problemNo ?? 0]?.[unitIds.findIndex((id) => id === row.unitId)] ?? null;
};

export const isDone = (fate: Fate): boolean => statusAtTheEnd(fate) === 'struckOff' || fate === 'watching';
const early: readonly Fate[] = ['relapsed', 'relapsedAgainFixing'];
export const isEarly = (fate: Fate): boolean => early.includes(fate);
/** Due days that the section set earlier, counted back from today. */
export const earlyDue: Readonly<Partial<Record<Fate, number>>> = {
  overdueCircular: 9,
  extensionGranted: 6,
  overdueDelivered: 4,
  overdueAnswered: 4,
  lateToSign: 3,
  lateToVerify: 3,
  lateToApprove: 3,
  overdueProposed: 2,
};
