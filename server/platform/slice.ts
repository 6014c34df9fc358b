// What a slice of the domain offers the server: routes, job workers, task handlers, descriptions.
import type { ClientSession } from 'mongoose';
import type { BodyOf, QueryOf, ResponseOf, RouteKey, Routes } from '#contracts/http.ts';
import type { Text } from '#contracts/problem.ts';
import type { Membership } from '#contracts/roles.ts';
import type { TaskAnswer, TaskType } from '#contracts/task-answers.ts';
import type { TaskDetail, TaskRow } from '#contracts/tasks.ts';
import type { Change } from '#contracts/realtime.ts';
import type { z } from 'zod';
import type { Result } from './result.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Variables = Readonly<Record<string, Json>>;

/** Who acts; scopes are resolved at sign-in and on every change of memberships. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly title: string;
  readonly memberships: readonly Membership[];
  readonly groups: readonly string[];
  /** Units whose content this person may see as their own (own organisation and below). */
  readonly unitIds: readonly string[];
  readonly siteIds: readonly string[];
  /** Units assigned to this person's teams. */
  readonly teamUnitIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly sectionIds: readonly string[];
  readonly orgId: string | null;
  readonly ip: string;
};
/** Workers, timers and the seed act as the system. */
export const systemActor: Actor = {
  userId: 'system',
  name: '系统',
  title: '',
  memberships: [],
  groups: [],
  unitIds: [],
  siteIds: [],
  teamUnitIds: [],
  teamIds: [],
  sectionIds: [],
  orgId: null,
  ip: '',
};

/** Nobody signed in: open routes only. */
export const anonymousActor: Actor = { ...systemActor, userId: '', name: '' };

export type OutboxEntry =
  | { readonly kind: 'completeJob'; readonly jobKey: string; readonly variables: Variables }
  | { readonly kind: 'throwError'; readonly jobKey: string; readonly errorCode: string; readonly message: string }
  | {
      readonly kind: 'publishMessage';
      readonly name: string;
      readonly correlationKey: string;
      readonly messageId: string;
      readonly timeToLiveMs?: number;
      readonly variables: Variables;
    }
  | {
      readonly kind: 'migrateInstance';
      readonly instanceKey: string;
      readonly targetKey: string;
      readonly mapping: readonly ElementMapping[];
    };
/** Which element of the old version continues as which of the new one. */
export type ElementMapping = { readonly from: string; readonly to: string };

export type AuditFact = {
  readonly action: string;
  readonly object: string;
  readonly objectId: string;
  readonly summary: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Organisations whose people must not read of it, whatever post they hold. */
  readonly barred?: readonly string[];
};
/** Who hears of a change: group strings, or `user:<id>`; only ids travel. */
export type ChangeNews = Change & {
  readonly to: readonly string[];
  /** Organisations whose people must not hear of it, whatever post they hold. */
  readonly except?: readonly string[];
};
export type NoticeTo = {
  readonly groups: readonly string[];
  readonly title: string;
  readonly detail: string;
  readonly link: string;
};

/** One transaction: everything in it happens, or nothing. Side effects leave after the commit. */
export type Work = {
  readonly session: ClientSession;
  readonly actor: Actor;
  /** Business time of this transaction. */
  readonly now: Date;
  send(entry: OutboxEntry): void;
  audit(fact: AuditFact): void;
  change(news: ChangeNews): void;
  notify(notice: NoticeTo): void;
};
/** A refusal aborts the transaction; write conflicts are retried, so `run` must have no effect outside `work`. */
export type Transact = <T>(actor: Actor, run: (work: Work) => Promise<Result<T>>) => Promise<Result<T>>;

type Query<K extends RouteKey> = Routes[K] extends { readonly query: infer Q extends z.ZodType }
  ? z.output<Q>
  : undefined;
type Body<K extends RouteKey> = Routes[K] extends { readonly body: infer B extends z.ZodType }
  ? z.output<B>
  : undefined;
/** The session cookie of this request; only signing in and out touch it. */
export type SessionCookie = {
  readonly token: string | null;
  open(token: string, expiresAt: Date): void;
  close(): void;
};
export type Request<K extends RouteKey> = {
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query<K>;
  readonly body: Body<K>;
};
/** File answers: bytes with their type; `immutable` allows long private caching. */
export type FileAnswer = {
  readonly mime: string;
  readonly name?: string;
  readonly immutable?: boolean;
  readonly body: Buffer | NodeJS.ReadableStream;
};
export type Upload = {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly bytes: Buffer };
};
type Answer<K extends RouteKey> = Routes[K] extends { readonly file: true } ? FileAnswer : ResponseOf<K>;
/** Only signing in and out touch the cookie. */
type CookieRoute = 'POST /api/session' | 'DELETE /api/session' | 'POST /api/setup';
type Input<K extends RouteKey> = Request<K> &
  (Routes[K] extends { readonly multipart: true } ? { readonly upload: Upload } : unknown) &
  (K extends CookieRoute ? { readonly cookie: SessionCookie } : unknown);
/** `open` routes get the anonymous actor (userId ''). */
export type RouteHandlers = { readonly [K in RouteKey]?: (request: Input<K>) => Promise<Result<Answer<K>>> };
export type { BodyOf, QueryOf, ResponseOf };

export type Job = {
  readonly key: string;
  readonly type: string;
  readonly variables: Variables;
  readonly headers: Readonly<Record<string, string>>;
  readonly processInstanceKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
};
/** Runs inside one transaction that also remembers the job key and queues its completion: at least once becomes exactly once. */
export type JobWorker = {
  (job: Job, work: Work): Promise<Variables | { readonly error: { readonly code: string; readonly message: string } }>;
  /** What the job is certain to change together with others: such jobs run in turn, more at once only collide. */
  readonly sharing?: (job: Job) => string;
};

/** References a task inherits from its process variables. */
export type TaskRefs = {
  readonly campaignId?: string;
  readonly issueId?: string;
  readonly caseId?: string;
  readonly inspectionId?: string;
  readonly escalationId?: string;
  readonly extensionId?: string;
  readonly targetId?: string;
};
export type OpenTask = {
  readonly key: string;
  readonly type: TaskType;
  readonly refs: TaskRefs;
  readonly variables: Variables;
  readonly groups: readonly string[];
  readonly dueAt: Date | null;
  readonly processInstanceKey: string;
  readonly createdAt: Date;
};

/** The inbox row's words; asked when the task appears, whenever its matter changes, and after a start. */
export type TaskWords = Pick<
  TaskRow,
  'refNo' | 'unitId' | 'unitName' | 'siteName' | 'subject' | 'rung' | 'returned' | 'returnReason' | 'secret'
> & {
  /** Organisations whose people must not know of the task, whatever post they hold. */
  readonly barred?: readonly string[];
};
export type TaskView = Partial<
  Pick<TaskDetail, 'issue' | 'case' | 'inspection' | 'escalation' | 'campaign' | 'options' | 'recallSeconds'>
> & { readonly values?: Record<string, unknown>; readonly whyNot?: Text };

/** What the model needs, and what the person reads: what happens next. */
export type TaskDone = { readonly variables: Variables; readonly message: Text };

export type TaskHandler<T extends TaskType> = {
  describe(task: OpenTask): Promise<TaskWords>;
  /** The case beside the form, prefilled values, and why this person may not act (four eyes, own unit) if so. */
  view(task: OpenTask, actor: Actor): Promise<TaskView>;
  /** Checks the rules, changes the domain, returns the variables the model needs. */
  complete(task: OpenTask, answer: TaskAnswer<T>, work: Work): Promise<Result<TaskDone>>;
};
/** The words and the case beside a task a county added to a matter of this kind. */
export type MatterDesk = {
  readonly ref: keyof TaskRefs;
  describe(task: OpenTask): Promise<TaskWords>;
  view(task: OpenTask, actor: Actor): Promise<TaskView>;
};
export type TaskHandlers = { readonly [T in TaskType]?: TaskHandler<T> };
export type JobWorkers = Readonly<Record<string, JobWorker>>;

export type Slice = {
  readonly routes?: RouteHandlers;
  readonly workers?: JobWorkers;
  readonly tasks?: TaskHandlers;
  readonly matter?: MatterDesk;
};

/** FEEL tables are asked in the engine, so that what an administrator changed counts at once. */
export type Decide = (decisionId: string, variables: Variables) => Promise<Result<Json>>;
