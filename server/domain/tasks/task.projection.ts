// Turns JOB records of user tasks into inbox rows; cancelled jobs leave the inbox by the same stream.
import { asMade } from '../../platform/mongo/as-made.ts';
import type { EngineRecord } from '../../platform/records/record.ts';
import type { ChangeNews, TaskRefs } from '../../platform/slice.ts';
import type { Batch, BatchRun, Instances, Projector } from '../instances/index.ts';
import { clearKept, endOfTime, userTaskJobType, type TaskDoc, type TaskModels, type TaskState } from './task.model.ts';
import { dueOf, groupsOf, header } from './task.record.ts';
import { describeOr, hidden, openTaskOf, roomsOf, searchText, wordsOf, type Describing } from './task.words.ts';

/** What the engine's record says of a task, before anybody has put it into words. */
type Job = Pick<
  TaskDoc,
  | '_id'
  | 'type'
  | 'title'
  | 'process'
  | 'processId'
  | 'instanceKey'
  | 'elementInstanceKey'
  | 'definitionKey'
  | 'formKey'
  | 'groups'
  | 'refs'
  | 'variables'
  | 'dueAt'
  | 'createdAt'
>;

type Deps = Describing & {
  readonly models: TaskModels;
  readonly instances: Instances;
  /** Active members of the groups; a task for exactly one person is theirs at once. */
  readonly membersOf: (
    groups: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly name: string; readonly orgId?: string | null }[]>;
  readonly tell: (changes: readonly ChangeNews[]) => void;
};

export const createTaskProjector = (deps: Deps): Projector => {
  const { tasks } = deps.models;
  /** People who acted in the same matter; never for secret or disciplinary tasks. */
  const involvedIn = async (refs: TaskRefs, groups: readonly string[], secret: boolean): Promise<string[]> => {
    const ref = (['issueId', 'escalationId', 'caseId'] as const).find((name) => refs[name] !== undefined);
    if (ref === undefined || secret || groups.includes('discipline')) return [];
    const earlier = await tasks
      .find({ [`refs.${ref}`]: refs[ref], state: { $in: ['completing', 'completed'] } }, { completedById: 1 })
      .lean<TaskDoc[]>();
    return [...new Set(earlier.map((task) => task.completedById).filter((id): id is string => id !== null))];
  };

  /** As the variables are when the record comes; its words, read beside the transaction, are not waited for. */
  const made = async (record: EngineRecord, batch: Batch): Promise<{ readonly task: Promise<TaskDoc> }> => {
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
    const task = inWords({
      ...base,
      title: outline?.names.get(elementId) ?? elementId,
      process: outline?.name ?? '',
      processId: String(value['bpmnProcessId']),
      elementInstanceKey,
      definitionKey: String(value['processDefinitionKey']),
      formKey: header(record, 'formKey'),
    });
    // awaited when the batch is written
    task.catch(() => undefined);
    return { task };
  };

  const inWords = async (job: Job): Promise<TaskDoc> => {
    const { groups, title, dueAt } = job;
    const [words, members] = await Promise.all([describeOr(deps, openTaskOf(job), hidden), deps.membersOf(groups)]);
    const only = members.filter(({ orgId }) => !words.barred.includes(orgId ?? ''));
    const sole = only.length === 1 ? only[0] : undefined;
    return {
      ...job,
      ...words,
      state: 'open',
      assigneeId: sole?.id ?? null,
      assigneeName: sole?.name ?? '',
      dueSort: dueAt ?? endOfTime,
      endedAt: null,
      completedById: null,
      completedByName: '',
      completionKey: null,
      involved: await involvedIn(job.refs, groups, words.secret),
      urgedAt: null,
      kept: false,
      search: searchText(words, title),
    };
  };

  const tellOf = (task: TaskDoc, what: ChangeNews['what'], batch: Batch): void =>
    batch.afterCommit(() =>
      deps.tell([{ topic: 'task', id: task._id, what, to: roomsOf(task), except: task.barred ?? [] }]),
    );

  /** Null: it had ended before. What was handed in and recorded before the process took another way stays that person's doing. */
  const endOf = (task: TaskDoc, { intent, timestamp }: EngineRecord): Partial<TaskDoc> | null => {
    if (task.state === 'completing') return { state: 'completed' };
    if (task.state !== 'open') return null;
    return { state: intent === 'COMPLETED' ? 'completed' : 'cancelled', endedAt: new Date(timestamp) };
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
    tellOf(task, 'changed', batch);
  };

  const knownBefore = async (records: readonly EngineRecord[], { session }: Batch): Promise<Map<string, TaskDoc>> => {
    const keys = records.filter(({ intent }) => intent !== 'CREATED').map(({ key }) => key);
    if (keys.length === 0) return new Map();
    const found = await tasks
      .find({ _id: { $in: keys } })
      .session(session)
      .lean<TaskDoc[]>();
    return new Map(found.map((task) => [task._id, task]));
  };

  const begin = async (records: readonly EngineRecord[], batch: Batch): Promise<BatchRun> => {
    const known = await knownBefore(records, batch);
    let fresh = new Map<string, Promise<TaskDoc>>();
    let ends: { readonly key: string; readonly from: TaskState; readonly $set: Partial<TaskDoc> }[] = [];

    const write = async (): Promise<void> => {
      const created = await Promise.all(fresh.values());
      const operations = [
        ...created.map((task) => ({
          replaceOne: { filter: { _id: task._id as never }, replacement: task, upsert: true },
        })),
        ...ends.map(({ key, from, $set }) => ({
          updateOne: { filter: { _id: key as never, state: from }, update: { $set } },
        })),
      ];
      fresh = new Map();
      ends = [];
      if (operations.length > 0) await tasks.collection.bulkWrite(operations, { session: batch.session, ...asMade });
      for (const task of created) {
        known.set(task._id, task);
        tellOf(task, 'created', batch);
      }
    };
    const end = async (record: EngineRecord): Promise<void> => {
      if (fresh.has(record.key)) await write();
      const task = known.get(record.key);
      const $set = task === undefined ? null : endOf(task, record);
      if (task === undefined || $set === null) return;
      ends.push({ key: task._id, from: task.state, $set });
      known.set(task._id, { ...task, ...$set });
      // what was handed in has cleared them itself
      if (task.state === 'open') await clearKept(deps.models, task, batch.session);
      tellOf(task, 'ended', batch);
    };
    return {
      apply: async (record) => {
        if (record.intent === 'CREATED') fresh.set(record.key, (await made(record, batch)).task);
        else if (record.intent !== 'MIGRATED') await end(record);
        else {
          await write();
          await moved(record, batch);
        }
      },
      finish: write,
    };
  };

  return {
    concerns: ({ valueType, recordType, intent, value }) =>
      valueType === 'JOB' &&
      recordType === 'EVENT' &&
      value['type'] === userTaskJobType &&
      (intent === 'CREATED' || intent === 'COMPLETED' || intent === 'CANCELED' || intent === 'MIGRATED'),
    begin,
  };
};
