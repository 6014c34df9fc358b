// Ends of key ranges: a place just before or just after everything that begins with some bytes.
import { inverted } from '../values/key-encoding.ts';

export interface Bound {
  bytes: Buffer;
  after: boolean;
}

/** All keys from one place to another; `point` when it is one value. */
export interface Interval {
  from: Bound;
  to: Bound;
  point: boolean;
}

/** Above every continuation of a key part, below nothing that follows it. */
const ABOVE = Buffer.from([0xff]);

export const before = (bytes: Buffer): Bound => ({ bytes, after: false });
export const behind = (bytes: Buffer): Bound => ({ bytes, after: true });

export function asBytes(bound: Bound): Buffer {
  return bound.after ? Buffer.concat([bound.bytes, ABOVE]) : bound.bytes;
}

export function compareBounds(a: Bound, b: Bound): number {
  return Buffer.compare(asBytes(a), asBytes(b));
}

export const point = (bytes: Buffer): Interval => ({ from: before(bytes), to: behind(bytes), point: true });

/** A descending field stores inverted bytes: the ends change places. */
export function mirrored(interval: Interval): Interval {
  return { from: flip(interval.to), to: flip(interval.from), point: interval.point };
}

function flip(bound: Bound): Bound {
  return { bytes: inverted(bound.bytes), after: !bound.after };
}

/** What both lists allow; both sorted and without overlap. */
export function intersect(left: Interval[], right: Interval[]): Interval[] {
  const out: Interval[] = [];
  for (const a of left) {
    for (const b of right) {
      const from = compareBounds(a.from, b.from) >= 0 ? a.from : b.from;
      const to = compareBounds(a.to, b.to) <= 0 ? a.to : b.to;
      if (compareBounds(from, to) < 0) out.push({ from, to, point: a.point || b.point });
    }
  }
  return sorted(out);
}

/** Sorted, overlaps joined. */
export function sorted(intervals: Interval[]): Interval[] {
  const out: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => compareBounds(a.from, b.from))) {
    const last = out.at(-1);
    if (!last || compareBounds(last.to, next.from) < 0) out.push(next);
    else if (compareBounds(last.to, next.to) < 0) out[out.length - 1] = { from: last.from, to: next.to, point: false };
  }
  return out;
}
