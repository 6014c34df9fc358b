// A signature whose effect waits: until it leaves, only whoever signed knows, and may take it back.
import { Duration } from 'luxon';
import type { TaskAnswer } from '#contracts/task-answers.ts';
import type { Json } from '../../platform/slice.ts';
import type { Person } from './escalation.record.ts';
import type { RungRow } from './ladder.ts';

export const signingTasks = [
  'approve-escalation',
  'approve-document',
  'approve-exposure',
  'approve-accountability',
] as const;
export type SigningTask = (typeof signingTasks)[number];

export type Signing<T extends SigningTask = SigningTask> = {
  readonly id: string;
  readonly task: T;
  readonly by: Person;
  readonly at: Date;
  readonly leavesAt: Date;
  readonly answer: TaskAnswer<T>;
  /** What the deployed ladder said when the model asked it. */
  readonly rung: RungRow | null;
  /** The deadline of the step, so that others see no change while it waits. */
  readonly stepDue: Date | null;
  readonly state: 'waiting' | 'recalled' | 'left';
};

/** Zero where the county's table names no time, or an older model knows none: what is signed leaves at once. */
export const windowMs = (recall: Json | undefined): number => {
  const length = typeof recall === 'string' ? Duration.fromISO(recall) : null;
  return length === null || !length.isValid ? 0 : Math.max(0, length.toMillis());
};

export const isWaiting = (signing: Signing | null | undefined): signing is Signing => signing?.state === 'waiting';
export const mayRecall = (signing: Signing | null | undefined, userId: string, now: Date): signing is Signing =>
  isWaiting(signing) && signing.by.id === userId && now.getTime() < signing.leavesAt.getTime();
