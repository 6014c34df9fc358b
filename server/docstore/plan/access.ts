// The ways to reach documents that the planner chooses between.
import type { Index } from '../storage/collection.ts';

/** One stretch of an index; keys inside share their first `fixed` bytes. */
export interface Stretch {
  from: Buffer;
  to: Buffer;
  fixed: number;
}

export type Access =
  | { kind: 'all'; reverse: boolean }
  | { kind: 'index'; index: Index; stretches: Stretch[]; reverse: boolean; merge: boolean }
  | { kind: 'union'; of: Access[] }
  | { kind: 'nothing' };

export interface Plan {
  access: Access;
  /** Records come in the order asked for. */
  ordered: boolean;
  /** Every record reached satisfies the filter, and is reached once. */
  covered: boolean;
}
