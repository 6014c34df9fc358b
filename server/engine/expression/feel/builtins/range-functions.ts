// Allen's relations between points and ranges.
import { compare, within } from '../compare.ts';
import type { FeelRange } from '../value.ts';
import { type Value } from '../value.ts';
import { define, point, range, type Builtin } from './define.ts';

const less = (a: Value, b: Value): boolean => (compare(a, b) ?? 1) < 0;
const same = (a: Value, b: Value): boolean => compare(a, b) === 0;
const endsBefore = (a: FeelRange, b: FeelRange): boolean =>
  less(a.end, b.start) || (same(a.end, b.start) && !(a.endIncluded && b.startIncluded));
const meets = (a: FeelRange, b: FeelRange): boolean => a.endIncluded && b.startIncluded && same(a.end, b.start);
const overlaps = (a: FeelRange, b: FeelRange): boolean => !endsBefore(a, b) && !endsBefore(b, a);
const startsNoLater = (a: FeelRange, b: FeelRange): boolean =>
  less(a.start, b.start) || (same(a.start, b.start) && (a.startIncluded || !b.startIncluded));
const endsNoEarlier = (a: FeelRange, b: FeelRange): boolean =>
  less(b.end, a.end) || (same(a.end, b.end) && (a.endIncluded || !b.endIncluded));
const includes = (a: FeelRange, b: FeelRange): boolean => startsNoLater(a, b) && endsNoEarlier(a, b);
const sameStart = (a: FeelRange, b: FeelRange): boolean =>
  same(a.start, b.start) && a.startIncluded === b.startIncluded;
const sameEnd = (a: FeelRange, b: FeelRange): boolean => same(a.end, b.end) && a.endIncluded === b.endIncluded;
const overlapsBefore = (a: FeelRange, b: FeelRange): boolean =>
  overlaps(a, b) && !startsNoLater(b, a) && !endsNoEarlier(a, b);

const points = (test: (a: Value, b: Value) => boolean): Builtin =>
  define([point('point1'), point('point2')], (_, a, b) => (compare(a, b) === null ? undefined : test(a, b)));
const ranges = (test: (a: FeelRange, b: FeelRange) => boolean): Builtin =>
  define([range('range1'), range('range2')], (_, a, b) => test(a, b));
const pointRange = (test: (a: Value, b: FeelRange) => boolean): Builtin =>
  define([point('point'), range('range')], (_, a, b) => test(a, b));
const rangePoint = (test: (a: FeelRange, b: Value) => boolean): Builtin =>
  define([range('range'), point('point')], (_, a, b) => test(a, b));

const startsAt = (at: Value, of: FeelRange): boolean => of.startIncluded && same(at, of.start);
const endsAt = (at: Value, of: FeelRange): boolean => of.endIncluded && same(at, of.end);
const beforeRange = (at: Value, of: FeelRange): boolean =>
  less(at, of.start) || (same(at, of.start) && !of.startIncluded);
const afterRange = (at: Value, of: FeelRange): boolean => less(of.end, at) || (same(at, of.end) && !of.endIncluded);

export const rangeFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  before: [points(less), pointRange(beforeRange), rangePoint((a, b) => afterRange(b, a)), ranges(endsBefore)],
  after: [
    points((a, b) => less(b, a)),
    pointRange(afterRange),
    rangePoint((a, b) => beforeRange(b, a)),
    ranges((a, b) => endsBefore(b, a)),
  ],
  meets: [ranges(meets)],
  'met by': [ranges((a, b) => meets(b, a))],
  overlaps: [ranges(overlaps)],
  'overlaps before': [ranges(overlapsBefore)],
  'overlaps after': [ranges((a, b) => overlapsBefore(b, a))],
  finishes: [pointRange(endsAt), ranges((a, b) => sameEnd(a, b) && includes(b, a))],
  'finished by': [rangePoint((a, b) => endsAt(b, a)), ranges((a, b) => sameEnd(a, b) && includes(a, b))],
  includes: [rangePoint((a, b) => within(b, a) === true), ranges(includes)],
  during: [pointRange((a, b) => within(a, b) === true), ranges((a, b) => includes(b, a))],
  starts: [pointRange(startsAt), ranges((a, b) => sameStart(a, b) && includes(b, a))],
  'started by': [rangePoint((a, b) => startsAt(b, a)), ranges((a, b) => sameStart(a, b) && includes(a, b))],
  coincides: [points(same), ranges((a, b) => sameStart(a, b) && sameEnd(a, b))],
};
