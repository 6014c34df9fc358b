// What a handled task answers: the model's variables and the sentence the person reads, once the step is taken.
import type { Text } from '#contracts/problem.ts';
import { ok, type Result } from './result.ts';
import type { TaskDone, Variables } from './slice.ts';

export const done = (step: Result<unknown>, variables: Variables, message: Text): Result<TaskDone> =>
  step.ok ? ok({ variables, message }) : step;
