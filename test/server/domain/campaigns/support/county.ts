// A small county on an embedded store: real slices from organisations to disclosure, the engine replaced by its messages.
import { countedIds, fixedClock, startStore } from '../../../../support/store.ts';
import { createAccess } from '../../../../../server/domain/access/index.ts';
import { createCampaigns, type Campaigns } from '../../../../../server/domain/campaigns/index.ts';
import { createCases } from '../../../../../server/domain/cases/index.ts';
import { createDisclosure, type Exposure } from '../../../../../server/domain/disclosure/index.ts';
import { createEvidence } from '../../../../../server/domain/evidence/index.ts';
import { createIssues } from '../../../../../server/domain/issues/index.ts';
import { createOrganisations } from '../../../../../server/domain/organisations/index.ts';
import { createTeams, type Teams } from '../../../../../server/domain/teams/index.ts';
import { createUsers } from '../../../../../server/domain/users/index.ts';
import { prepareIndexes } from '../../../../../server/platform/mongo/connection.ts';
import { outboxModel } from '../../../../../server/platform/mongo/outbox.ts';
import { createTransact } from '../../../../../server/platform/mongo/transact.ts';
import { ok, type Result } from '../../../../../server/platform/result.ts';
import {
  systemActor,
  type Actor,
  type AuditFact,
  type ChangeNews,
  type OpenTask,
  type Slice,
  type Variables,
  type Work,
} from '../../../../../server/platform/slice.ts';
import type { ResponseOf, RouteKey } from '../../../../../server/contracts/http.ts';
import type { Membership } from '../../../../../server/contracts/roles.ts';
import type { TaskAnswer, TaskType } from '../../../../../server/contracts/task-answers.ts';

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

export type Given = { readonly params?: Record<string, string>; readonly query?: unknown; readonly body?: unknown };
/** Calls a route as the platform does, after validation. */
export const call = <K extends RouteKey>(
  slice: Slice,
  actor: Actor,
  key: K,
  given: Given = {},
): Promise<Result<ResponseOf<K>>> => {
  const handler = slice.routes?.[key] as ((request: object) => Promise<Result<ResponseOf<K>>>) | undefined;
  if (handler === undefined) throw new Error(`no route ${key}`);
  return handler({ actor, params: {}, query: {}, body: undefined, ...given });
};

export const startCounty = async (today: string) => {
  const clock = fixedClock(today);
  const store = await startStore(clock);
  const { connection } = store;
  const ids = countedIds();
  const facts: AuditFact[] = [];
  const news: ChangeNews[] = [];
  const transact = createTransact({
    connection,
    clock,
    ids,
    record: async (recorded) => void facts.push(...recorded.facts),
    committed: ({ changes }) => void news.push(...changes),
  });
  const access = createAccess(clock);
  const organisations = createOrganisations({ connection, ids, transact, access });
  const late: { teams: Teams | null; campaigns: Campaigns | null } = { teams: null, campaigns: null };
  const users = createUsers({
    connection,
    ids,
    transact,
    access,
    organisations,
    sessionClock: clock,
    teams: {
      teamNames: async (keys, session) => (await late.teams?.teamNames(keys, session ?? null)) ?? new Map(),
      unitsOfTeams: async (keys, session) => (await late.teams?.unitsOfTeams(keys, session ?? null)) ?? [],
    },
  });
  const teams = createTeams({ connection, ids, transact, access, organisations, users });
  late.teams = teams;
  const evidence = createEvidence({
    connection,
    clock,
    ids,
    transact,
    access,
    organisations,
    scopeOf: async () => ({ ok: false, refusal: { code: 'not_found' } }),
    hiddenInspections: async () => [],
  });
  const noProcess = async () => ({ processInstanceKey: null, openTaskKey: null });
  const campaignFacts = async (id: string) => (await late.campaigns?.facts(id)) ?? null;
  const issues = createIssues({
    connection,
    clock,
    ids,
    transact,
    decide: async () => ok(null),
    access,
    organisations,
    teams,
    evidence,
    campaignFacts,
    afterSettled: async (work, { campaignId }) => void (await late.campaigns?.afterRowClosed(work, campaignId)),
    processOf: noProcess,
  });
  const cases = createCases({
    connection,
    clock,
    ids,
    transact,
    access,
    organisations,
    users,
    teams,
    evidence,
    issues,
    campaignFacts,
    inspectionReadings: async () => ({ readings: [], lastInspectedAt: new Map() }),
    processOf: noProcess,
  });
  const campaigns = createCampaigns({
    connection,
    clock,
    ids,
    transact,
    access,
    organisations,
    teams,
    cases,
    issues,
    evidence,
    escalationsOf: async () => [],
    ladderCounts: async () => [],
    openInspections: async () => 0,
    decisions: async () => [],
    processOf: noProcess,
  });
  late.campaigns = campaigns;
  const exposures: Exposure[] = [];
  const disclosure = createDisclosure({ clock, campaigns, cases, organisations, exposures: async () => exposures });
  await prepareIndexes(connection);

  const slices: readonly Slice[] = [
    organisations.slice,
    users.slice,
    teams.slice,
    cases.slice,
    campaigns.slice,
    disclosure.slice,
  ];
  const outbox = outboxModel(connection);
  const system = <T>(run: (work: Work) => Promise<Result<T>>): Promise<T> => transact(systemActor, run).then(must);

  const addUser = async (username: string, memberships: Membership[], orgId: string | null = null): Promise<Actor> => {
    const user = await system((work) =>
      users.create(work, {
        username,
        name: username,
        title: username,
        orgId,
        memberships,
        password: 'a long password',
      }),
    );
    const actor = await users.actorFor(user._id, '127.0.0.1');
    if (actor === null) throw new Error('no actor');
    return actor;
  };

  const openTask = (type: TaskType, refs: OpenTask['refs'], variables: Variables = {}): OpenTask => ({
    key: 'task',
    type,
    refs,
    variables,
    groups: [],
    dueAt: null,
    processInstanceKey: '1',
    createdAt: new Date(clock.now()),
  });
  const handlerOf = <T extends TaskType>(type: T) => {
    const handler = slices.flatMap((slice) => slice.tasks?.[type] ?? [])[0];
    if (handler === undefined) throw new Error(`no handler for ${type}`);
    return handler;
  };

  return {
    clock,
    connection,
    facts,
    news,
    access,
    organisations,
    users,
    teams,
    issues,
    cases,
    campaigns,
    disclosure,
    exposures,
    transact,
    system,
    addUser,
    stop: store.stop,
    addOrganisation: (
      name: string,
      type: Parameters<typeof organisations.add>[1]['type'],
      parentId: string | null,
      townId?: string,
    ) => system((work) => organisations.add(work, { name, type, parentId, townId })),
    messages: async (name: string) =>
      (await outbox.find({ 'entry.name': name }).lean())
        .map(({ entry }) => entry)
        .filter((entry) => entry.kind === 'publishMessage'),
    /** What the engine's job would do. */
    work: (type: string, variables: Variables): Promise<Variables> =>
      system(async (work) => {
        const worker = slices.flatMap((slice) => slice.workers?.[type] ?? [])[0];
        if (worker === undefined) throw new Error(`no worker ${type}`);
        const answer = await worker(
          { key: '1', type, variables, headers: {}, processInstanceKey: '1', elementInstanceKey: '1', elementId: '' },
          work,
        );
        return ok(answer as Variables);
      }),
    complete: <T extends TaskType>(actor: Actor, type: T, refs: OpenTask['refs'], answer: TaskAnswer<T>) =>
      transact(actor, (work) => handlerOf(type).complete(openTask(type, refs), answer as never, work)),
    view: (actor: Actor, type: TaskType, refs: OpenTask['refs']) => handlerOf(type).view(openTask(type, refs), actor),
    describe: (type: TaskType, refs: OpenTask['refs']) => handlerOf(type).describe(openTask(type, refs)),
  };
};
export type County = Awaited<ReturnType<typeof startCounty>>;
