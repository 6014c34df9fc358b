// Pure judgements on a row: who may not judge it, which dates hold, whether a count meets the standard.
import type { MeasuredItem } from '#contracts/issues.ts';
import type { Text } from '#contracts/problem.ts';
import { inBoth } from '../../platform/in-both.ts';
import { ok, refuse, type Refusal, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { addDays, dayOf, dueAt, type Day } from '../calendar/index.ts';
import type { IssueRecord, Person, Round } from './issue.record.ts';

export const personOf = (actor: Actor): Person => ({ id: actor.userId, name: actor.title || actor.name });
export const lastRound = (issue: Pick<IssueRecord, 'rounds'>): Round | null => issue.rounds.at(-1) ?? null;

export const isOwnUnit = (actor: Actor, issue: Pick<IssueRecord, 'unitId' | 'siteId'>): boolean =>
  actor.orgId === issue.unitId ||
  (issue.siteId !== null && actor.orgId === issue.siteId) ||
  actor.unitIds.includes(issue.unitId) ||
  (issue.siteId !== null && actor.siteIds.includes(issue.siteId));

/** Nobody verifies or strikes off for their own unit. */
export const otherUnit = (actor: Actor, issue: Pick<IssueRecord, 'unitId' | 'siteId'>): Result<null> =>
  isOwnUnit(actor, issue) ? refuse('own_unit') : ok(null);

/** One person may not both do and judge. */
export const otherPerson = (actor: Actor, ...before: readonly (Person | null | undefined)[]): Result<null> =>
  before.some((person) => person?.id === actor.userId) ? refuse('four_eyes') : ok(null);

export const allOf = (...checks: readonly Result<null>[]): Result<null> =>
  checks.find((check) => !check.ok) ?? ok(null);

export const fieldRefusal = (path: string, zh: string, en: string, code: Refusal['code'] = 'invalid_form') =>
  refuse(code, { fields: [{ path, message: { zh, en } }], message: { zh, en } });

type DueBounds = { readonly now: Date; readonly latest: Date | null; readonly inclusive: boolean };

/** A returned row always gets a date that still lies ahead, or it would be overdue at once. */
export const dueAfterReturn = (
  issue: Pick<IssueRecord, 'dueAt'>,
  asked: Day | undefined,
  bounds: DueBounds,
  fallback: Date,
): Result<Date> => {
  if (asked === undefined) return ok(issue.dueAt.getTime() > bounds.now.getTime() ? issue.dueAt : fallback);
  const date = dueAt(asked.slice(0, 10), bounds.inclusive);
  if (date.getTime() <= bounds.now.getTime())
    return fieldRefusal('newDue', '新的整改时限要在今天以后', 'The new deadline must lie ahead');
  if (bounds.latest !== null && date.getTime() > bounds.latest.getTime())
    return fieldRefusal(
      'newDue',
      `不能晚于${dayOf(bounds.latest)}`,
      `Not later than ${dayOf(bounds.latest)}`,
      'rule_refused',
    );
  return ok(date);
};

/** The section sets the date when it confirms a row: earlier is fine, later is an extension. */
export const dueAtConfirmation = (
  issue: Pick<IssueRecord, 'dueAt'>,
  asked: Day | undefined,
  now: Date,
  inclusive: boolean,
): Result<Date> => {
  if (asked === undefined) return ok(issue.dueAt);
  const date = dueAt(asked.slice(0, 10), inclusive);
  if (date.getTime() <= now.getTime())
    return fieldRefusal('due', '整改时限要在今天以后', 'The deadline must lie ahead');
  if (date.getTime() > issue.dueAt.getTime() && issue.dueAt.getTime() > now.getTime())
    return fieldRefusal(
      'due',
      `不能晚于原定的${dayOf(issue.dueAt)}；要推后请走延期`,
      `Not later than ${dayOf(issue.dueAt)}; to move it back, use an extension`,
      'rule_refused',
    );
  return ok(date);
};

const meets = (item: MeasuredItem, value: number): boolean => {
  if (item.op === '>=') return value >= item.standard;
  return item.op === '<=' ? value <= item.standard : value === item.standard;
};

type Count = { readonly code: string; readonly value: number };
export const withCounts = (
  items: readonly MeasuredItem[],
  field: 'declared' | 'counted',
  counts: readonly Count[],
): MeasuredItem[] =>
  items.map((item) => ({ ...item, [field]: counts.find(({ code }) => code === item.code)?.value ?? item[field] }));

/** What was counted on the site falls short of the standard, in words. */
export const shortfalls = (items: readonly MeasuredItem[]): string[] =>
  items
    .filter((item) => item.counted !== null && !meets(item, item.counted))
    .map((item) => `${item.label}清点${item.counted}${item.unit}，标准${item.standard}${item.unit}`);
export const uncounted = (items: readonly MeasuredItem[]): MeasuredItem[] =>
  items.filter((item) => item.counted === null);
export const nothingCounted = (items: readonly MeasuredItem[]): MeasuredItem[] =>
  items.map((item) => ({ ...item, counted: null }));

type Ticks = { readonly photosMatch: boolean; readonly recordsMatch: boolean; readonly noOldPhotos: boolean };
/** A pass says three things about the evidence; all must have been confirmed. */
export const unconfirmed = (ticks: Ticks): { path: string; message: { zh: string; en: string } }[] => [
  ...(ticks.photosMatch
    ? []
    : [{ path: 'photosMatch', message: { zh: '请确认照片与现场一致', en: 'Confirm that photos match the site' } }]),
  ...(ticks.recordsMatch
    ? []
    : [{ path: 'recordsMatch', message: { zh: '请确认台账与实物一致', en: 'Confirm that records match' } }]),
  ...(ticks.noOldPhotos
    ? []
    : [{ path: 'noOldPhotos', message: { zh: '请确认没有旧照片', en: 'Confirm that no old photos were used' } }]),
];

/** Strike-off stands on: evidence handed in, the head's signature, another unit's verification. Nothing is assumed. */
export const strikeOffGround = (
  issue: Pick<IssueRecord, 'rounds'>,
): Result<{
  readonly signedBy: Person;
  readonly verifiedBy: Person;
  readonly verifiedAt: Date;
  readonly appliedAt: Date;
}> => {
  const round = lastRound(issue);
  if (round === null || round.signedBy === null || round.signedAt === null)
    return refuse('rule_refused', {
      message: { zh: '还没有单位负责人签字，不能销号。', en: 'The unit head has not signed; it cannot be struck off.' },
    });
  if (round.verdict !== 'passed' || round.verifiedBy === null || round.verifiedAt === null)
    return refuse('rule_refused', {
      message: { zh: '核查还没有通过，不能销号。', en: 'It has not passed verification.' },
    });
  return ok({
    signedBy: round.signedBy,
    verifiedBy: round.verifiedBy,
    verifiedAt: round.verifiedAt,
    appliedAt: round.signedAt,
  });
};

/** Extensions: how many are left, how far they may reach. */
export const extensionRule = (
  issue: Pick<IssueRecord, 'state' | 'extensions' | 'sectionName' | 'dueAt'>,
  settings: { readonly maxExtensions: number; readonly outerDue: string | null },
) => {
  const used = issue.extensions.filter(({ state }) => state !== 'refused').length;
  const left = Math.max(0, settings.maxExtensions - used);
  const latest = settings.outerDue;
  const pending = issue.extensions.some(({ state }) => state === 'asked' || state === 'endorsed');
  const judge = (): Text | null => {
    if (issue.state !== 'rectifying')
      return { zh: '只有整改中的问题可以申请延期', en: 'Only a problem being rectified can be extended' };
    if (pending) return { zh: '已有一份延期申请在办', en: 'An extension is asked for already' };
    if (left === 0)
      return {
        zh: `最多延期${settings.maxExtensions}次，已经用完`,
        en: `No more extensions: ${settings.maxExtensions} at most`,
      };
    return latest !== null && addDays(dayOf(issue.dueAt), 1) > latest
      ? { zh: `已到最晚时限${latest}`, en: `Due on the last possible day already, ${latest}` }
      : null;
  };
  const reason = judge();
  const receiver: Text =
    issue.sectionName === ''
      ? { zh: '卫健局医改办', en: 'the health reform office of the health bureau' }
      : inBoth(issue.sectionName);
  return { allowed: reason === null, reason, latest, left, receiver };
};
