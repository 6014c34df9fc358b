// A county in small for slice tests: one store, a few people, tables answered as the deployed ones answer.
import { createAccess } from '../../../../server/domain/access/index.ts';
import { createEvidence } from '../../../../server/domain/evidence/index.ts';
import { createIssues, type CampaignFacts, type Settled } from '../../../../server/domain/issues/index.ts';
import { dueAt } from '../../../../server/domain/calendar/index.ts';
import type { Organisations } from '../../../../server/domain/organisations/index.ts';
import type { Teams } from '../../../../server/domain/teams/index.ts';
import { prepareIndexes } from '../../../../server/platform/mongo/connection.ts';
import { createTransact, type Recorded } from '../../../../server/platform/mongo/transact.ts';
import { outboxModel } from '../../../../server/platform/mongo/outbox.ts';
import type { Result } from '../../../../server/platform/result.ts';
import {
  systemActor,
  type Actor,
  type ChangeNews,
  type Decide,
  type Job,
  type JobWorker,
  type Json,
  type OpenTask,
  type OutboxEntry,
  type Slice,
  type Variables,
} from '../../../../server/platform/slice.ts';
import type { TaskType } from '../../../../server/contracts/task-answers.ts';
import { taskAnswers } from '../../../../server/contracts/task-answers.ts';
import type { Organisation } from '../../../../server/contracts/administration.ts';
import type { Role } from '../../../../server/contracts/roles.ts';
import { groupOf } from '../../../../server/contracts/roles.ts';
import { countedIds, fixedClock, startStore } from '../../../support/store.ts';

const org = (id: string, name: string, type: Organisation['type'], parentId: string | null): Organisation => ({
  id,
  name,
  type,
  parentId,
  townId: type === 'clinic' || type === 'townshipHospital' ? 'lijun' : null,
  active: true,
  pinyin: '',
});
const county = [
  org('county', '永宁县', 'county', null),
  org('bureau', '永宁县卫生健康局', 'bureau', 'county'),
  org('business', '业务科', 'section', 'bureau'),
  org('hospital', '李俊镇卫生院', 'townshipHospital', 'county'),
  org('clinic', '宁化村卫生室', 'clinic', 'hospital'),
  org('other', '望洪镇卫生院', 'townshipHospital', 'county'),
];
const byId = async (id: string) => county.find((one) => one.id === id) ?? null;
export const organisations = {
  byId,
  names: async (ids: readonly string[]) =>
    new Map(county.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
  unitOf: async (id: string) => {
    const found = await byId(id);
    return found?.type === 'clinic' ? byId(found.parentId ?? '') : found?.type === 'townshipHospital' ? found : null;
  },
  root: async () => byId('county'),
  bureau: async () => byId('bureau'),
} as unknown as Organisations;
export const teams = {
  teamOfUnit: async (unitId: string) =>
    unitId === 'hospital' ? { _id: 'team1', name: '第一督查组', unitIds: ['hospital'], active: true } : null,
  byId: async (id: string) =>
    id === 'team1'
      ? {
          id,
          name: '第一督查组',
          headId: 'leader',
          memberIds: ['member', 'insider'],
          unitIds: ['hospital'],
          active: true,
        }
      : null,
} as unknown as Teams;

type Scopes = {
  unitIds?: string[];
  siteIds?: string[];
  teamIds?: string[];
  teamUnitIds?: string[];
  sectionIds?: string[];
};
const actor = (
  userId: string,
  title: string,
  role: Role,
  scopeId: string | undefined,
  orgId: string,
  more: Scopes,
): Actor => {
  const memberships = [scopeId === undefined ? { role } : { role, scopeId }];
  return { ...systemActor, userId, name: title, title, memberships, groups: memberships.map(groupOf), orgId, ...more };
};
const own = { unitIds: ['hospital'], siteIds: ['clinic'] };
const team = { teamIds: ['team1'], teamUnitIds: ['hospital'] };
export const people = {
  office: actor('office', '医改办主任', 'office', undefined, 'bureau', {}),
  deputy: actor('deputy', '医改办副主任', 'office', undefined, 'bureau', {}),
  groupHead: actor('groupHead', '领导小组组长', 'groupHead', undefined, 'bureau', {}),
  section: actor('section', '业务科科长', 'section', 'business', 'business', { sectionIds: ['business'] }),
  clerk: actor('clerk', '卫生院公卫科科长', 'unitClerk', 'hospital', 'hospital', own),
  head: actor('head', '卫生院院长', 'unitHead', 'hospital', 'hospital', own),
  clinic: actor('clinic', '卫生室负责人', 'clinic', 'clinic', 'clinic', { siteIds: ['clinic'] }),
  leader: actor('leader', '第一督查组组长', 'teamLeader', 'team1', 'other', team),
  member: actor('member', '督查员', 'teamMember', 'team1', 'other', team),
  insider: actor('insider', '本院督查员', 'teamMember', 'team1', 'hospital', team),
  discipline: actor('discipline', '派驻纪检组长', 'discipline', undefined, 'bureau', {}),
  admin: actor('admin', '系统管理员', 'admin', undefined, 'bureau', {}),
} as const;

export const facts: CampaignFacts = {
  id: 'campaign',
  title: '健康扶贫问题集中整改',
  leadUnit: '永宁县卫生健康局',
  sources: [
    { body: '中央巡视反馈', round: '', onSiteFrom: null, onSiteTo: null, feedbackAt: '2019-02-01', documentNo: '' },
  ],
  problems: [
    {
      no: 4,
      code: 'drug_shortage',
      category: '药品',
      title: '药品品种数量不足',
      goals: ['村：基药50种、非基药15种'],
      measures: ['按月补货', '登记出入库'],
      references: [],
      owners: [],
      allUnits: true,
      sectionId: 'business',
      due: '2019-07-31',
      dueText: '2019年7月底',
      continuing: true,
      standard: '基药≥50种',
      note: '',
    },
  ],
  settings: {
    deadlineInclusive: true,
    registerDays: 3,
    signDays: 2,
    verifyDays: 5,
    maxExtensions: 2,
    outerDue: '2019-08-31',
    lookBackPeriod: 'P6M',
    approvalDays: 3,
    planDays: 10,
    selfCheckDays: 10,
    closingDays: 5,
    summaryDays: 10,
    returnDays: 5,
    findingDays: 15,
    relapseDays: 20,
    openMonths: 12,
    publicProgress: false,
  },
  campaignEnd: '2019-08-01',
};

const missing = (evidence: Record<string, unknown>): Json =>
  [
    evidence['photoCount'] === 0 && evidence['documents'] === 0 ? '至少一张照片或一份证明材料' : '',
    evidence['photoCount'] !== 0 && evidence['hasAfter'] === false ? '整改后照片' : '',
  ].filter((word) => word !== '');

export const ladderRows: Readonly<Record<string, Json>> = {
  reminder: {
    id: 'reminder',
    level: 0,
    approver: 'office',
    actions: ['actReminder'],
    wait: 'P3D',
    next: 'circular',
    audience: 'unit',
  },
  circular: {
    id: 'circular',
    level: 1,
    approver: 'group-head',
    actions: ['actCircular'],
    wait: 'P7D',
    next: 'interview',
    audience: 'county',
  },
  interview: {
    id: 'interview',
    level: 2,
    approver: 'group-head',
    actions: ['actInterview'],
    wait: 'P10D',
    next: 'accountability',
    audience: 'unit',
  },
  accountability: {
    id: 'accountability',
    level: 3,
    approver: 'group-head',
    actions: ['actBacktrack'],
    wait: 'P30D',
    next: 'exposure',
    audience: 'restricted',
  },
  exposure: {
    id: 'exposure',
    level: 4,
    approver: 'group-head',
    actions: ['actExposure'],
    wait: 'P30D',
    next: null,
    audience: 'public',
  },
};
const levels: Readonly<Record<string, readonly [number, string, string]>> = {
  overdue: [0, 'reminder', '整改逾期：催办'],
  false_rectification: [2, 'interview', '虚假整改：约谈'],
  missed_in_self_check: [3, 'accountability', '自查签了字却被查出：倒查问责'],
  fraud: [4, 'exposure', '弄虚作假骗取：查处曝光'],
};
export const decide: Decide = async (decisionId, variables) => {
  const value = ((): Json => {
    switch (decisionId) {
      case 'evidenceCompleteness':
        return missing(variables['evidence'] as Record<string, unknown>);
      case 'strikeOffEligibility':
        return { allow: variables['standardMet'] === true && variables['sameUnit'] === false, reason: '' };
      case 'ladder':
        return ladderRows[String(variables['rungId'])] ?? null;
      case 'escalationLevel': {
        const [level, rung, source] = levels[String(variables['trigger'])] ?? [0, 'reminder', '其他情形：催办'];
        return [{ level, rung, source }];
      }
      default:
        return null;
    }
  })();
  return { ok: true, value };
};

export const startWorld = async (at: string) => {
  const clock = fixedClock(at);
  const store = await startStore(clock);
  const ids = countedIds();
  const { connection } = store;
  const news: ChangeNews[] = [];
  const records: Recorded[] = [];
  const transact = createTransact({
    connection,
    clock,
    ids,
    record: async (recorded) => void records.push(recorded),
    committed: ({ changes }) => void news.push(...changes),
  });
  const access = createAccess(clock);
  const late: { hidden: (actor: Actor) => Promise<readonly string[]> } = { hidden: async () => [] };
  const settled: Settled[] = [];
  const evidence = createEvidence({
    connection,
    clock,
    ids,
    transact,
    access,
    organisations,
    scopeOf: async (who, refs) =>
      refs.issueId === undefined ? { ok: false, refusal: { code: 'forbidden' } } : issues.scopeOf(who, refs.issueId),
    hiddenInspections: (who) => late.hidden(who),
  });
  const issues = createIssues({
    connection,
    clock,
    ids,
    transact,
    decide,
    access,
    organisations,
    teams,
    evidence,
    campaignFacts: async (id) => (id === facts.id ? facts : null),
    afterSettled: async (_work, one) => void settled.push(one),
    processOf: async () => ({ processInstanceKey: null, openTaskKey: null }),
  });

  const task = (type: TaskType, refs: OpenTask['refs'], variables: Variables = {}): OpenTask => ({
    key: '1',
    type,
    refs,
    variables,
    groups: [],
    dueAt: null,
    processInstanceKey: '1',
    createdAt: new Date(clock.now()),
  });
  /** As the inbox does it: the answer parsed, the handler inside one transaction. */
  const complete = async (
    slice: Slice,
    who: Actor,
    type: TaskType,
    refs: OpenTask['refs'],
    answer: unknown,
    variables: Variables = {},
  ): Promise<Result<{ readonly variables: Variables; readonly message: string }>> => {
    const handler = slice.tasks?.[type] as
      | {
          complete(
            task: OpenTask,
            answer: unknown,
            work: unknown,
          ): Promise<Result<{ variables: Variables; message: string }>>;
        }
      | undefined;
    if (handler === undefined) throw new Error(`Expected a handler of ${type}`);
    const parsed = taskAnswers[type].parse(answer);
    return transact(who, (work) => handler.complete(task(type, refs, variables), parsed, work));
  };
  const view = async (slice: Slice, who: Actor, type: TaskType, refs: OpenTask['refs'], variables: Variables = {}) => {
    const handler = slice.tasks?.[type];
    if (handler === undefined) throw new Error(`Expected a handler of ${type}`);
    return handler.view(task(type, refs, variables), who);
  };
  const work = async (slice: Slice, type: string, variables: Variables, headers: Record<string, string> = {}) => {
    const worker: JobWorker | undefined = slice.workers?.[type];
    if (worker === undefined) throw new Error(`Expected a worker of ${type}`);
    const job: Job = {
      key: '1',
      type,
      variables,
      headers,
      processInstanceKey: '1',
      elementInstanceKey: '1',
      elementId: type,
    };
    const ran = await transact(systemActor, async (inside) => ({
      ok: true as const,
      value: await worker(job, inside),
    }));
    if (!ran.ok) throw new Error('Expected the worker to run');
    return ran.value;
  };
  const raise = async (more: Partial<Parameters<typeof issues.raiseIssues>[1][number]> = {}) => {
    const raised = await transact(systemActor, (inside) =>
      issues.raiseIssues(inside, [
        {
          key: 'finding:1',
          campaignId: 'campaign',
          problemNo: 4,
          unitId: 'hospital',
          siteId: 'clinic',
          source: '县级督查',
          description: '基药 38/50 种，非基药 9/15 种',
          dueAt: dueAt('2019-07-31', true),
          foundBy: '第一督查组',
          ...more,
        },
      ]),
    );
    if (!raised.ok) throw new Error('Expected the row to be raised');
    return raised.value[0]!;
  };
  const outbox = async (): Promise<OutboxEntry[]> =>
    (await outboxModel(connection).find().sort({ createdAt: 1, order: 1 }).lean<{ entry: OutboxEntry }[]>()).map(
      ({ entry }) => entry,
    );
  const messages = async (name: string) =>
    (await outbox()).flatMap((entry) => (entry.kind === 'publishMessage' && entry.name === name ? [entry] : []));
  const ready = () => prepareIndexes(connection);
  return {
    clock,
    connection,
    ids,
    transact,
    access,
    evidence,
    issues,
    settled,
    news,
    records,
    late,
    complete,
    view,
    work,
    raise,
    messages,
    ready,
    stop: store.stop,
  };
};
export type World = Awaited<ReturnType<typeof startWorld>>;
