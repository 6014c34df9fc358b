// A task as people read it: its words come from the slice of its matter, or it stays hidden until somebody can give them.
import type { TaskType } from '#contracts/task-answers.ts';
import { isStoreAway } from '../../platform/mongo/store-away.ts';
import type { OpenTask, TaskHandlers, TaskWords } from '../../platform/slice.ts';
import type { TaskDoc } from './task.model.ts';
import { describeOwn, type Matters } from './task.own-form.ts';

const unknownWords: TaskWords = {
  refNo: '',
  unitId: null,
  unitName: '',
  siteName: '',
  subject: '',
  rung: null,
  returned: false,
  returnReason: '',
  secret: false,
  barred: [],
};
const described = ({
  barred = [],
  ...words
}: TaskWords): Omit<TaskWords, 'barred'> & { barred: readonly string[] } => ({
  ...words,
  barred,
});

export const searchText = (words: TaskWords, title: string): string =>
  [words.refNo, words.unitName, words.siteName, words.subject, title].join(' ').toLowerCase();

export const roomsOf = (task: Pick<TaskDoc, 'groups' | 'assigneeId'>): string[] => [
  ...task.groups,
  ...(task.assigneeId === null ? [] : [`user:${task.assigneeId}`]),
];

export const openTaskOf = (
  task: Pick<TaskDoc, '_id' | 'type' | 'refs' | 'variables' | 'groups' | 'dueAt' | 'instanceKey' | 'createdAt'>,
): OpenTask => ({
  key: task._id,
  type: task.type as TaskType,
  refs: task.refs,
  variables: task.variables,
  groups: task.groups,
  dueAt: task.dueAt,
  processInstanceKey: task.instanceKey,
  createdAt: task.createdAt,
});

type Described = ReturnType<typeof described>;
export type Describing = {
  /** Of all slices; asked late, since slices are made after the inbox. */
  readonly handlers: () => TaskHandlers;
  readonly matters: Matters;
  readonly failed: (error: unknown, taskKey: string) => void;
};
const describe = async ({ handlers, matters }: Describing, task: OpenTask): Promise<Described> => {
  const handler = handlers()[task.type];
  return described(
    handler === undefined ? ((await describeOwn(matters, task)) ?? unknownWords) : await handler.describe(task),
  );
};

/** The given words where a handler stumbles: a task without words is still a task. An outage throws, to be tried again. */
export const describeOr = async (deps: Describing, task: OpenTask, words: Described): Promise<Described> => {
  try {
    return await describe(deps, task);
  } catch (error) {
    if (isStoreAway(error)) throw error;
    deps.failed(error, task.key);
    return words;
  }
};
/** Nobody knows yet whose secret it is. */
export const hidden = described({ ...unknownWords, secret: true });
const wordNames = Object.keys(hidden) as (keyof Described)[];
export const wordsOf = (task: TaskDoc): Described =>
  Object.fromEntries(wordNames.map((name) => [name, task[name]])) as Described;
