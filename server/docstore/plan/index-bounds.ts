// What a filter says about the fields of one index: the stretches to read, and how much of the filter they settle.
import type { Predicate } from '../query/predicate.ts';
import type { Index, IndexField } from '../storage/collection.ts';
import { arrayIndex } from '../values/document.ts';
import type { Stretch } from './access.ts';
import { KEPT_OF_LONG_KEY } from '../values/key-encoding.ts';
import { asBytes, behind, intersect, mirrored } from './bound.ts';
import type { Interval } from './bound.ts';
import { boundsOf } from './test-bounds.ts';

/** More combinations of several `$in` lists than this are not worth separate seeks. */
const MAX_STRETCHES = 500;

export interface IndexBounds {
  index: Index;
  stretches: Stretch[];
  /** How many leading fields are held to single values in every stretch. */
  points: number;
  /** How many leading fields are bounded at all. */
  bounded: number;
  /** Positions of fields held to one and the same value throughout. */
  constant: boolean[];
  covered: boolean;
  /** Bounds longer than a key were widened; their order says nothing. */
  cut: boolean;
}

interface FieldBounds {
  intervals: Interval[];
  /** Filter parts these intervals settle completely. */
  settled: Predicate[];
}

export function boundIndex(index: Index, parts: Predicate[]): IndexBounds | undefined {
  if (index.fields.some((field) => field.parts.some((part) => arrayIndex(part) !== undefined))) return undefined;
  const fields = index.fields.map((field, i) => (mayBound(index, i) ? boundField(index, field, i, parts) : undefined));
  const settled: Predicate[] = [];
  let prefixes: Stretch[] = [{ from: Buffer.alloc(0), to: Buffer.alloc(0), fixed: 0 }];
  const constant = index.fields.map(() => false);
  let at = 0;
  let points = 0;
  for (; at < fields.length; at++) {
    const field = fields[at];
    const lists = prefixes.length > 1;
    if (!field || (lists && prefixes.length * field.intervals.length > MAX_STRETCHES)) break;
    const descending = index.fields[at]?.descending ?? false;
    const intervals = descending ? field.intervals.map(mirrored).reverse() : field.intervals;
    const allPoints = intervals.every((one) => one.point);
    settled.push(...field.settled);
    prefixes = prefixes.flatMap((prefix) => intervals.map((interval) => extend(prefix, interval, allPoints)));
    if (!allPoints) {
      at++;
      break;
    }
    points++;
    constant[at] = intervals.length === 1 && !index.multikey[at];
  }
  const open = points === at;
  const full = prefixes.map((one) => (open ? { ...one, to: asBytes(behind(one.from)) } : one));
  const stretches = full.map(widened);
  const cut = stretches.some((one, i) => one !== full[i]);
  const covered =
    !cut && settled.length === parts.length && parts.every((part) => settled.includes(part)) && coverable(index, at);
  return {
    index,
    stretches,
    points: cut ? 0 : points,
    bounded: at,
    constant: cut ? constant.map(() => false) : constant,
    covered,
    cut,
  };
}

/** Keys keep only their head beyond a length, so bounds can say no more. */
function widened(stretch: Stretch): Stretch {
  if (stretch.from.length <= KEPT_OF_LONG_KEY && stretch.to.length <= KEPT_OF_LONG_KEY) return stretch;
  const head = (bytes: Buffer): Buffer => bytes.subarray(0, KEPT_OF_LONG_KEY);
  const to = stretch.to.length <= KEPT_OF_LONG_KEY ? stretch.to : asBytes(behind(head(stretch.to)));
  return { from: head(stretch.from), to, fixed: 0 };
}

/** Fields under one array belong to different elements; only the first of them may narrow. */
function mayBound(index: Index, at: number): boolean {
  if (!index.multikey[at]) return true;
  const root = index.fields[at]?.parts[0];
  return !index.fields.some((field, i) => i < at && index.multikey[i] && field.parts[0] === root);
}

/** One document may reach a multikey index several times, and a sparse or partial one not at all. */
function coverable(index: Index, bounded: number): boolean {
  return bounded > 0 && !index.multikey.some(Boolean) && !index.sparse;
}

function extend(prefix: Stretch, interval: Interval, isPoint: boolean): Stretch {
  const from = Buffer.concat([prefix.from, asBytes(interval.from)]);
  if (isPoint) return { from, to: from, fixed: from.length };
  return { from, to: Buffer.concat([prefix.from, asBytes(interval.to)]), fixed: prefix.fixed };
}

function boundField(index: Index, field: IndexField, at: number, parts: Predicate[]): FieldBounds | undefined {
  let found: FieldBounds | undefined;
  for (const part of parts) {
    if (part.kind !== 'field' || part.path !== field.path) continue;
    const bounds = boundsOf(part.test);
    if (!bounds) continue;
    const settled = bounds.exact ? [part] : [];
    if (!found) found = { intervals: bounds.intervals, settled };
    else if (!index.multikey[at])
      found = { intervals: intersect(found.intervals, bounds.intervals), settled: [...found.settled, ...settled] };
    // different elements may satisfy different tests: keep the tighter one alone
    else if (isTighter(bounds.intervals, found.intervals)) found = { intervals: bounds.intervals, settled };
  }
  return found;
}

function isTighter(a: Interval[], b: Interval[]): boolean {
  return a.every((one) => one.point) && (!b.every((one) => one.point) || a.length < b.length);
}

export function wholeStretch(): Stretch {
  return { from: Buffer.alloc(0), to: Buffer.from([0xff]), fixed: 0 };
}
