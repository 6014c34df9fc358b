// The accumulators of $group that need only a running state.
import { compare } from '../values/compare.ts';
import { encodeValue } from '../values/key-encoding.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { numeric } from '../values/number.ts';

export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

export const accumulators = {
  $sum: () => folding(0, (sum, value) => sum + asNumber(value)),
  $count: () => folding(0, (count) => count + 1),
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => keeping(false),
  $last: () => keeping(true),
  $push: () => {
    const values: unknown[] = [];
    return { add: (value) => void (value !== undefined && values.push(value)), result: () => values };
  },
  $addToSet: distinctValues,
  $mergeObjects: () => {
    const merged: Doc = {};
    return { add: (value) => void (isDoc(value) && Object.assign(merged, value)), result: () => merged };
  },
} satisfies Record<string, () => Accumulator>;

export function isAccumulator(name: string): name is keyof typeof accumulators {
  return Object.hasOwn(accumulators, name);
}

const asNumber = (value: unknown): number => Number(numeric(value) ?? 0);

function folding(start: number, next: (sum: number, value: unknown) => number): Accumulator {
  let state = start;
  return { add: (value) => void (state = next(state, value)), result: () => state };
}

function average(): Accumulator {
  let [sum, count] = [0, 0];
  return {
    add: (value) => {
      if (numeric(value) === undefined) return;
      sum += asNumber(value);
      count++;
    },
    result: () => (count === 0 ? null : sum / count),
  };
}

/** null and missing do not count. */
function extreme(sign: 1 | -1): Accumulator {
  let best: unknown = null;
  return {
    add: (value) => {
      if (value != null && (best === null || compare(value, best) * sign > 0)) best = value;
    },
    result: () => best,
  };
}

function keeping(last: boolean): Accumulator {
  let kept: { value: unknown } | undefined;
  return {
    add: (value) => {
      if (last || !kept) kept = { value };
    },
    result: () => kept?.value ?? null,
  };
}

function distinctValues(): Accumulator {
  const values = new Map<string, unknown>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = encodeValue(value).toString('latin1');
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}
