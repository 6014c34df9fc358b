// Turns JOB records of user tasks into inbox rows; cancelled jobs leave the inbox by the same stream.
import { isStoreAway } from '../../platform/mongo/store-away.ts';
import { asMade } from '../../platform/mongo/as-made.ts';
import type { EngineRecord } from '../../platform/records/record.ts';
import type { ChangeNews, OpenTask, TaskHandlers, TaskRefs, TaskWords } from '../../platform/slice.ts';
import type { TaskType } from '#contracts/task-answers.ts';
import type { Batch, Instances, Projector } from '../instances/index.ts';
import { describeOwn, type Matters } from './task.own-form.ts';
import { clearKept, endOfTime, userTaskJobType, type TaskDoc, type TaskModels, type TaskState } from './task.model.ts';

const header = (record: EngineRecord, name: string): string => {
  const headers = record.value['customHeaders'];
  const value =
    typeof headers === 'object' && headers !== null
      ? (headers as Record<string, unknown>)[`io.camunda.zeebe:${name}`]
      : undefined;
  return typeof value === 'string' ? value : '';
};
const groupsOf = (record: EngineRecord): string[] => {
  const json = header(record, 'candidateGroups');
  if (json === '') return [];
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((group): group is string => typeof group === 'string') : [];
};
const dueOf = (record: EngineRecord): Date | null => {
  const text = header(record, 'dueDate');
  // Java prints zones as `+08:00[Asia/Shanghai]`
  const at = text === '' ? Number.NaN : Date.parse(text.replace(/\[.*\]$/, ''));
  return Number.isNaN(at) ? null : new Date(at);
};

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

type Deps = {
  readonly models: TaskModels;
  readonly instances: Instances;
  readonly handlers: () => TaskHandlers;
  readonly matters: Matters;
  /** Active members of the groups; a task for exactly one person is theirs at once. */
  readonly membersOf: (
    groups: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly name: string; readonly orgId?: string | null }[]>;
  readonly tell: (changes: readonly ChangeNews[]) => void;
  readonly failed: (error: unknown, taskKey: string) => void;
};

type Described = ReturnType<typeof described>;
type Describing = Pick<Deps, 'handlers' | 'matters' | 'failed'>;
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
const hidden = described({ ...unknownWords, secret: true });
const wordNames = Object.keys(hidden) as (keyof Described)[];
export const wordsOf = (task: TaskDoc): Described =>
  Object.fromEntries(wordNames.map((name) => [name, task[name]])) as Described;

export const createTaskProjector = (deps: Deps): Projector => {
  const { tasks } = deps.models;
  /** People who acted in the same matter; never for secret or disciplinary tasks. */
  const involvedIn = async (
    refs: TaskRefs,
    groups: readonly string[],
    secret: boolean,
    batch: Batch,
  ): Promise<string[]> => {
    const ref = (['issueId', 'escalationId', 'caseId'] as const).find((name) => refs[name] !== undefined);
    if (ref === undefined || secret || groups.includes('discipline')) return [];
    const earlier = await tasks
      .find({ [`refs.${ref}`]: refs[ref], state: { $in: ['completing', 'completed'] } }, { completedById: 1 })
      .session(batch.session)
      .lean<TaskDoc[]>();
    return [...new Set(earlier.map((task) => task.completedById).filter((id): id is string => id !== null))];
  };

  const created = async (record: EngineRecord, batch: Batch): Promise<void> => {
    const { value } = record;
    const instance = await batch.instance(String(value['processInstanceKey']));
    const elementId = String(value['elementId']);
    const outline = await deps.instances.outline(String(value['processDefinitionKey']));
    const elementInstanceKey = String(value['elementInstanceKey']);
    const scopeKey = instance?.elements.find((entry) => entry.k === elementInstanceKey)?.f ?? '';
    const variables =
      instance === null
        ? {}
        : {
            ...batch.variablesAt(instance, scopeKey === '' ? instance._id : scopeKey),
            ...instance.scopes[elementInstanceKey],
          };
    const target = variables['target'];
    const targetId =
      typeof target === 'object' && target !== null && !Array.isArray(target) && 'targetId' in target
        ? String(target.targetId)
        : undefined;
    const refs: TaskRefs = { ...instance?.refs, ...(targetId === undefined ? {} : { targetId }) };
    const groups = groupsOf(record);
    const dueAt = dueOf(record);
    const createdAt = new Date(record.timestamp);
    const base = {
      _id: record.key,
      type: elementId,
      refs,
      variables,
      groups,
      dueAt,
      instanceKey: String(value['processInstanceKey']),
      createdAt,
    };
    const [words, members] = await Promise.all([describeOr(deps, openTaskOf(base), hidden), deps.membersOf(groups)]);
    const only = members.filter(({ orgId }) => !words.barred.includes(orgId ?? ''));
    const sole = only.length === 1 ? only[0] : undefined;
    const title = outline?.names.get(elementId) ?? elementId;
    const task: TaskDoc = {
      ...base,
      ...words,
      title,
      process: outline?.name ?? '',
      processId: String(value['bpmnProcessId']),
      elementInstanceKey,
      definitionKey: String(value['processDefinitionKey']),
      formKey: header(record, 'formKey'),
      state: 'open',
      assigneeId: sole?.id ?? null,
      assigneeName: sole?.name ?? '',
      dueSort: dueAt ?? endOfTime,
      endedAt: null,
      completedById: null,
      completedByName: '',
      completionKey: null,
      involved: await involvedIn(refs, groups, words.secret, batch),
      urgedAt: null,
      kept: false,
      search: searchText(words, title),
    };
    await tasks.collection.replaceOne({ _id: task._id as never }, task, {
      upsert: true,
      session: batch.session,
      ...asMade,
    });
    batch.afterCommit(() =>
      deps.tell([{ topic: 'task', id: task._id, what: 'created', to: roomsOf(task), except: task.barred ?? [] }]),
    );
  };

  const ended = async (record: EngineRecord, state: 'completed' | 'cancelled', batch: Batch): Promise<void> => {
    const end = (from: TaskState, $set: Partial<TaskDoc>): Promise<TaskDoc | null> =>
      tasks.findOneAndUpdate({ _id: record.key, state: from }, { $set }, { session: batch.session }).lean<TaskDoc>();
    // handed in and recorded before the process took another way: it stays that person's doing
    const handedIn = await end('completing', { state: 'completed' });
    const task = handedIn ?? (await end('open', { state, endedAt: new Date(record.timestamp) }));
    if (task === null) return;
    // what was handed in has cleared them itself
    if (handedIn === null) await clearKept(deps.models, task, batch.session);
    batch.afterCommit(() =>
      deps.tell([{ topic: 'task', id: record.key, what: 'ended', to: roomsOf(task), except: task.barred ?? [] }]),
    );
  };

  /** The step of another version: named as it is there; groups, form and date stay those the job was made with. */
  const moved = async (record: EngineRecord, batch: Batch): Promise<void> => {
    const task = await tasks.findById(record.key).session(batch.session).lean<TaskDoc>();
    if (task === null) return;
    const { value } = record;
    const type = String(value['elementId']);
    const definitionKey = String(value['processDefinitionKey']);
    const outline = await deps.instances.outline(definitionKey);
    const title = outline?.names.get(type) ?? task.title;
    const words = await describeOr(deps, openTaskOf({ ...task, type }), wordsOf(task));
    await tasks.updateOne(
      { _id: record.key },
      {
        $set: {
          ...words,
          type,
          title,
          definitionKey,
          process: outline?.name ?? task.process,
          processId: String(value['bpmnProcessId']),
          search: searchText(words, title),
        },
      },
      { session: batch.session },
    );
    batch.afterCommit(() =>
      deps.tell([{ topic: 'task', id: task._id, what: 'changed', to: roomsOf(task), except: task.barred ?? [] }]),
    );
  };

  return {
    concerns: ({ valueType, recordType, intent, value }) =>
      valueType === 'JOB' &&
      recordType === 'EVENT' &&
      value['type'] === userTaskJobType &&
      (intent === 'CREATED' || intent === 'COMPLETED' || intent === 'CANCELED' || intent === 'MIGRATED'),
    apply: async (record, batch) => {
      if (record.intent === 'CREATED') await created(record, batch);
      else if (record.intent === 'MIGRATED') await moved(record, batch);
      else await ended(record, record.intent === 'COMPLETED' ? 'completed' : 'cancelled', batch);
    },
  };
};
