// What every control of a task form is given.
import type { TaskDetail } from '#contracts/tasks.ts';
import type { Values } from './answer.ts';
import type { Field } from './form-schema.ts';

export type ControlProps = {
  readonly field: Field;
  readonly value: unknown;
  readonly values: Values;
  readonly detail: TaskDetail;
  readonly disabled: boolean;
  readonly inputId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly onChange: (value: unknown) => void;
};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
export const recordsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
    : [];
