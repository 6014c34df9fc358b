// A parsed filter: a small tree that the matcher walks and the planner reads.
import type { TypeName } from '../values/type-of.ts';

export type Predicate =
  | { kind: 'and' | 'or' | 'nor'; of: Predicate[] }
  | { kind: 'not'; of: Predicate }
  | { kind: 'field'; path: string; parts: string[]; test: Test }
  | { kind: 'expression'; expression: unknown }
  | { kind: 'constant'; value: boolean };

export type Comparison = 'gt' | 'gte' | 'lt' | 'lte';

/** What is asked of the values at one path. */
export type Test =
  | { kind: 'eq'; value: unknown }
  | { kind: 'in'; values: unknown[]; patterns: RegExp[] }
  | { kind: 'compare'; op: Comparison; value: unknown }
  | { kind: 'exists' }
  | { kind: 'regex'; pattern: RegExp }
  | { kind: 'type'; types: TypeName[] }
  | { kind: 'size'; size: number }
  | { kind: 'mod'; divisor: number; remainder: number }
  | { kind: 'bits'; want: 'allSet' | 'allClear' | 'anySet' | 'anyClear'; mask: bigint }
  | { kind: 'elemMatchDoc'; of: Predicate }
  | { kind: 'elemMatchValue'; of: Predicate };

export const ALWAYS: Predicate = { kind: 'constant', value: true };

export function and(of: Predicate[]): Predicate {
  const flat = of.flatMap((one) => (one.kind === 'and' ? one.of : [one])).filter((one) => one !== ALWAYS);
  const [only] = flat;
  if (!only) return ALWAYS;
  return flat.length === 1 ? only : { kind: 'and', of: flat };
}

/** The parts that must all hold. */
export function conjuncts(predicate: Predicate): Predicate[] {
  if (predicate.kind === 'and') return predicate.of;
  return predicate === ALWAYS ? [] : [predicate];
}
