// Applies exported records to the read model: one transaction a batch, idempotent by (partition, position).
import type { ClientSession, Connection } from 'mongoose';
import { asMade } from '../../platform/mongo/as-made.ts';
import { inTransaction } from '../../platform/mongo/transaction.ts';
import type { EngineRecord } from '../../platform/records/record.ts';
import type { TaskRefs, Variables } from '../../platform/slice.ts';
import { text } from './record-text.ts';
import { instanceModels, type ElementEntry, type InstanceDoc } from './instances.model.ts';
import { applyDefinition, isDefinition } from './definition.projection.ts';

/** What a projector of another slice sees while a batch is applied. */
export type Batch = {
  readonly session: ClientSession;
  instance(key: string): Promise<InstanceDoc | null>;
  variablesAt(instance: InstanceDoc, scopeKey: string): Variables;
  afterCommit(run: () => void): void;
};
export type Projector = {
  /** Whether the record would change anything; others are only counted. */
  readonly concerns: (record: EngineRecord) => boolean;
  readonly begin: (records: readonly EngineRecord[], batch: Batch) => Promise<BatchRun>;
};
/** The records of one batch in their order, then what they come to. */
export type BatchRun = {
  readonly apply: (record: EngineRecord) => Promise<void>;
  readonly finish: () => Promise<void>;
};

const refNames = ['campaignId', 'issueId', 'caseId', 'inspectionId', 'escalationId', 'extensionId'] as const;
const keyOrNull = (value: unknown): string | null => (Number(value) > 0 ? text(value) : null);

const newInstance = (record: EngineRecord): InstanceDoc => ({
  _id: text(record.value['processInstanceKey']),
  processId: text(record.value['bpmnProcessId']),
  version: Number(record.value['version'] ?? 0),
  definitionKey: text(record.value['processDefinitionKey']),
  parentKey: keyOrNull(record.value['parentProcessInstanceKey']),
  state: 'active',
  startedAt: new Date(record.timestamp),
  endedAt: null,
  refs: {},
  variables: {},
  scopes: {},
  elements: [],
  flows: {},
  incidents: 0,
});

/** Only the process's own record knows these: a variable may have come before it, a migration changes them. */
const applyVersion = (instance: InstanceDoc, { value }: EngineRecord): void => {
  instance.processId = text(value['bpmnProcessId']);
  instance.version = Number(value['version'] ?? 0);
  instance.definitionKey = text(value['processDefinitionKey']);
  instance.parentKey = keyOrNull(value['parentProcessInstanceKey']);
};

const applyElement = (instance: InstanceDoc, record: EngineRecord): void => {
  const { intent, value } = record;
  const elementId = text(value['elementId']);
  if (intent === 'SEQUENCE_FLOW_TAKEN') {
    instance.flows[elementId] = (instance.flows[elementId] ?? 0) + 1;
    return;
  }
  const type = text(value['bpmnElementType']);
  if (type === 'PROCESS') {
    applyVersion(instance, record);
    if (intent !== 'ELEMENT_COMPLETED' && intent !== 'ELEMENT_TERMINATED') return;
    instance.state = intent === 'ELEMENT_COMPLETED' ? 'completed' : 'terminated';
    instance.endedAt = new Date(record.timestamp);
    instance.scopes = {};
    return;
  }
  const entry = instance.elements.find((known) => known.k === record.key);
  if (intent === 'ELEMENT_MIGRATED') {
    if (entry !== undefined) entry.e = elementId;
    return;
  }
  // from the first record on: an element can get stuck while it is being entered
  if ((intent === 'ELEMENT_ACTIVATING' || intent === 'ELEMENT_ACTIVATED') && entry === undefined) {
    const added: ElementEntry = {
      k: record.key,
      e: elementId,
      t: type,
      f: text(value['flowScopeKey']),
      s: 'active',
      a: record.timestamp,
      l: null,
    };
    instance.elements.push(added);
  } else if (entry !== undefined && (intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED')) {
    entry.s = intent === 'ELEMENT_COMPLETED' ? 'completed' : 'terminated';
    entry.l = record.timestamp;
    delete instance.scopes[record.key];
  }
};

const parseJson = (json: string): Variables[string] => {
  try {
    return JSON.parse(json) as Variables[string];
  } catch {
    return json;
  }
};

const applyVariable = (instance: InstanceDoc, record: EngineRecord): void => {
  // it moves with its case, its value stays
  if (record.intent === 'MIGRATED') return;
  const name = text(record.value['name']);
  const value = parseJson(text(record.value['value']));
  const scopeKey = text(record.value['scopeKey']);
  if (scopeKey !== instance._id) {
    instance.scopes[scopeKey] = { ...instance.scopes[scopeKey], [name]: value };
    return;
  }
  instance.variables = { ...instance.variables, [name]: value };
  if (typeof value === 'string' && (refNames as readonly string[]).includes(name))
    instance.refs = { ...instance.refs, [name]: value } as TaskRefs;
};

const ownTypes: ReadonlySet<string> = new Set([
  'PROCESS_INSTANCE',
  'VARIABLE',
  'PROCESS',
  'DECISION_REQUIREMENTS',
  'FORM',
  'INCIDENT',
]);
const isOwn = ({ valueType, recordType }: EngineRecord): boolean => recordType === 'EVENT' && ownTypes.has(valueType);
type Applied = { readonly after: readonly (() => void)[]; readonly instances: ReadonlyMap<string, InstanceDoc> };
/** An instance's records come close together; beyond this many it is cheaper to read again than to keep. */
const mostKept = 64;
const newestOf = (instances: ReadonlyMap<string, InstanceDoc>, touched: ReadonlySet<string>) =>
  new Map(
    [
      ...[...instances].filter(([key]) => !touched.has(key)),
      ...[...instances].filter(([key, { state }]) => touched.has(key) && state === 'active'),
    ].slice(-mostKept),
  );
const lastPositions = (records: readonly EngineRecord[]): Map<number, number> =>
  new Map(records.map(({ partitionId, position }) => [partitionId, position]));

export const createProjection = (deps: { connection: Connection; projectors: readonly Projector[] }) => {
  const models = instanceModels(deps.connection);

  // one writer: what it has committed it need not read again
  let reached: ReadonlyMap<number, number> | null = null;
  let recent: ReadonlyMap<string, InstanceDoc> = new Map();
  const storedPositions = async (): Promise<ReadonlyMap<number, number>> =>
    new Map((await models.positions.find({}).lean()).map((row) => [row._id, row.position]));

  const read = async (keys: readonly string[], session: ClientSession): Promise<readonly InstanceDoc[]> =>
    keys.length === 0
      ? []
      : await models.instances.find({ _id: { $in: keys } }, null, { session }).lean<InstanceDoc[]>();

  const applyOnce = async (records: readonly EngineRecord[], session: ClientSession): Promise<Applied> => {
    const keys = new Set(records.map(({ value }) => text(value['processInstanceKey'])).filter((key) => key !== ''));
    const cache = new Map(recent);
    // changed from here on: only a commit makes them known again
    recent = new Map();
    const unread = [...keys].filter((key) => !cache.has(key));
    for (const stored of await read(unread, session)) cache.set(stored._id, stored);
    const unknown = new Set(unread.filter((key) => !cache.has(key)));
    const touched = new Set<string>();
    const after: (() => void)[] = [];
    const load = async (key: string): Promise<InstanceDoc | null> => {
      const known = cache.get(key);
      if (known !== undefined) return known;
      if (unknown.has(key)) return null;
      const stored = await models.instances.findById(key).session(session).lean<InstanceDoc>();
      if (stored !== null) cache.set(key, stored);
      return stored;
    };
    const batch: Batch = {
      session,
      instance: load,
      variablesAt: (instance, scopeKey) => {
        const chain: Variables[] = [];
        let key: string | null = scopeKey;
        while (key !== null && key !== instance._id) {
          chain.unshift(instance.scopes[key] ?? {});
          key = instance.elements.find((entry) => entry.k === key)?.f ?? null;
        }
        return Object.assign({}, instance.variables, ...chain) as Variables;
      },
      afterCommit: (run) => void after.push(run),
    };
    const ofInstance = async (record: EngineRecord): Promise<InstanceDoc | null> => {
      const key = text(record.value['processInstanceKey']);
      const known = await load(key);
      if (known !== null) touched.add(key);
      return known;
    };
    const applyInstanceRecord = async (record: EngineRecord): Promise<void> => {
      const key = text(record.value['processInstanceKey']);
      let instance = await load(key);
      if (instance === null) {
        instance = newInstance(record);
        cache.set(key, instance);
      }
      touched.add(key);
      applyElement(instance, record);
    };
    const apply = async (record: EngineRecord): Promise<void> => {
      const { valueType } = record;
      const at = new Date(record.timestamp);
      if (valueType === 'PROCESS_INSTANCE' && record.recordType === 'EVENT') await applyInstanceRecord(record);
      else if (valueType === 'VARIABLE') {
        const instance = await ofInstance(record);
        // a process variable may come before the instance's first element record
        if (instance === null) {
          const early = newInstance(record);
          cache.set(early._id, early);
          touched.add(early._id);
          applyVariable(early, record);
        } else applyVariable(instance, record);
      } else if (isDefinition(record)) await applyDefinition(models, record, session);
      else if (valueType === 'INCIDENT') await applyIncident(record, at);
    };
    const applyIncident = async (record: EngineRecord, at: Date): Promise<void> => {
      const { value, intent } = record;
      const instance = await ofInstance(record);
      if (intent === 'CREATED') {
        if (instance !== null) instance.incidents += 1;
        await models.incidents.updateOne(
          { _id: record.key },
          {
            $set: {
              instanceKey: text(value['processInstanceKey']),
              processId: text(value['bpmnProcessId']),
              definitionKey: text(value['processDefinitionKey']),
              elementId: text(value['elementId']),
              type: text(value['errorType']),
              message: text(value['errorMessage']),
              jobKey: keyOrNull(value['jobKey']),
              at,
              resolvedAt: null,
            },
          },
          { upsert: true, session },
        );
      } else if (intent === 'RESOLVED') {
        if (instance !== null) instance.incidents = Math.max(0, instance.incidents - 1);
        await models.incidents.updateOne({ _id: record.key }, { $set: { resolvedAt: at } }, { session });
      }
    };

    const runs = await Promise.all(
      deps.projectors.map(async (projector) => ({
        concerns: projector.concerns,
        run: await projector.begin(records.filter(projector.concerns), batch),
      })),
    );
    for (const record of records) {
      if (isOwn(record)) await apply(record);
      for (const { concerns, run } of runs) if (concerns(record)) await run.apply(record);
    }
    for (const { run } of runs) await run.finish();
    if (touched.size > 0)
      await models.instances.collection.bulkWrite(
        [...touched].flatMap((key) => {
          const document = cache.get(key);
          return document === undefined
            ? []
            : [{ replaceOne: { filter: { _id: key as never }, replacement: document, upsert: true } }];
        }),
        { session, ...asMade },
      );
    for (const [partition, position] of lastPositions(records))
      await models.positions.collection.updateOne(
        { _id: partition as never },
        { $set: { position } },
        { upsert: true, session },
      );
    return { after, instances: newestOf(cache, touched) };
  };

  return {
    accept: async (records: readonly EngineRecord[]): Promise<void> => {
      const before = reached ?? (await storedPositions());
      const fresh = records.filter((record) => record.position > (before.get(record.partitionId) ?? -1));
      const telling = fresh.filter(
        (record) => isOwn(record) || deps.projectors.some(({ concerns }) => concerns(record)),
      );
      let applied: Applied = { after: [], instances: recent };
      if (telling.length > 0) {
        // a failed commit leaves open what is stored
        reached = null;
        await inTransaction(deps.connection, async (session) => {
          applied = await applyOnce(telling, session);
        });
        recent = applied.instances;
      }
      reached = new Map([...before, ...lastPositions(fresh)]);
      for (const run of applied.after) run();
    },
  };
};
