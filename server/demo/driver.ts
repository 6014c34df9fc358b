// Drives the product as its people do: their routes, their tasks, on a clock that is moved.
import { setTimeout as pause } from 'node:timers/promises';
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { BodyOf, QueryOf, ResponseOf, RouteKey } from '#contracts/http.ts';
import type { IssueDetail } from '#contracts/issues.ts';
import type { TaskAnswer, TaskType } from '#contracts/task-answers.ts';
import type { Product } from '../compose.ts';
import type { Result } from '../platform/result.ts';
import type { Actor, SessionCookie, Upload } from '../platform/slice.ts';
import type { TaskRefs } from '../platform/slice.ts';
import type { TimeControl } from '../time-control.ts';
import { createTaskBoard } from './task-board.ts';
import type { z } from 'zod';
import type { taskAnswers } from '#contracts/task-answers.ts';

type Values<T extends TaskType> = z.input<(typeof taskAnswers)[T]>;
type Input<K extends RouteKey> = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: QueryOf<K>;
  readonly body?: BodyOf<K>;
};
type AnyHandler = (request: {
  actor: Actor;
  cookie: SessionCookie;
  params: Readonly<Record<string, string>>;
  query: unknown;
  body: unknown;
  upload?: unknown;
}) => Promise<Result<unknown>>;
export type { TaskAnswer };

const noCookie: SessionCookie = { token: null, open: () => undefined, close: () => undefined };
const pollMs = 40;
const patienceMs = 60_000;
const slowestPollMs = 400;
const calmLooks = 3;
const breathMs = 4;

export class StoryBroken extends Error {}

type Deps = {
  readonly product: Product;
  readonly timeControl: TimeControl;
  readonly workersIdle: () => boolean;
  readonly userIds: ReadonlyMap<string, string>;
};

export const createDriver = ({ product, timeControl, workersIdle, userIds }: Deps) => {
  // nobody's rights change while the story is played
  const known = new Map<string, Promise<Actor>>();
  const actor = (username: string): Promise<Actor> => {
    const before = known.get(username) ?? actorOf(username);
    known.set(username, before);
    return before;
  };
  const actorOf = async (username: string): Promise<Actor> => {
    const found = await product.users.actorFor(userIds.get(username) ?? '', '127.0.0.1');
    if (found === null) throw new StoryBroken(`Expected the account ${username}`);
    return found;
  };
  const unwrap = <T>(result: Result<T>, what: string): T => {
    if (!result.ok) throw new StoryBroken(`Expected ${what} to succeed, but: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
  const board = createTaskBoard(product.tasks.models.tasks);
  // what comes next is told, so that looking again is rarely needed
  let listening: (() => void)[] = [];
  let stirred = false;
  product.onChange((changes) => {
    stirred = true;
    for (const { topic, what, id } of changes) if (topic === 'task') board.hear(id, what);
    // what one waits for is a task or a matter on the ladder; all else would make every lane look for nothing
    if (!changes.some(({ topic, what }) => topic === 'escalation' || (topic === 'task' && what === 'created'))) return;
    const told = listening;
    listening = [];
    for (const wake of told) wake();
  });
  const news = (): Promise<void> => new Promise((resolve) => void listening.push(resolve));
  const eventually = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
    let waitedMs = 0;
    for (let poll = pollMs; waitedMs < patienceMs; poll = Math.min(poll * 1.5, slowestPollMs)) {
      const found = await look();
      if (found !== null) return found;
      await Promise.race([pause(poll), news()]);
      waitedMs += poll;
    }
    throw new StoryBroken(`Expected ${what}, but it did not come`);
  };
  const call = async <K extends RouteKey>(
    username: string,
    key: K,
    input: Input<K> = {},
    more: { readonly upload?: unknown } = {},
  ): Promise<ResponseOf<K>> => {
    const handler = product.handlers[key] as unknown as AnyHandler | undefined;
    if (handler === undefined) throw new StoryBroken(`Expected a handler for ${key}`);
    return unwrap(
      await handler({
        actor: await actor(username),
        cookie: noCookie,
        params: input.params ?? {},
        query: input.query ?? {},
        body: input.body,
        ...more,
      }),
      `${key} by ${username}`,
    ) as ResponseOf<K>;
  };
  const openTask = (type: TaskType, refs: TaskRefs): Promise<string> =>
    eventually(`the task ${type} of ${JSON.stringify(refs)}`, () => board.find(type, refs));
  const upload = async (
    username: string,
    fields: Readonly<Record<string, string>>,
    file: Upload['file'],
  ): Promise<EvidenceItem> => call(username, 'POST /api/evidence', {}, { upload: { fields, file } });
  /** No job is at work and nothing on its way to the engine for a few of its answers, which come later the busier it is: the clock may move. */
  const quiet = async (): Promise<void> => {
    for (let calm = 0, look = 0; calm < calmLooks && look < patienceMs / breathMs; look += 1) {
      const still = product.dispatcher.idle() && workersIdle() && !stirred;
      calm = still ? calm + 1 : 0;
      stirred = false;
      // asking a busy engine tells nothing and costs it time
      if (still) await product.engine.reachable(patienceMs);
      await pause(breathMs);
    }
  };
  let acts = 0;
  let pictures = 0;
  return {
    call,
    rowsIn: (campaignId: string): Promise<number> =>
      product.connection.collection('issues').countDocuments({ campaignId }),
    /** The open escalation that fits, once it is there. */
    escalation: (what: string, filter: Readonly<Record<string, string | null>>): Promise<string> =>
      eventually(`an escalation of ${what}`, async () => {
        const found = await product.connection
          .collection<{ _id: string }>('escalations')
          .findOne({ ...filter, open: true }, { projection: { _id: 1 }, sort: { level: 1, respondBy: 1, seq: 1 } });
        return found?._id ?? null;
      }),
    /** One count for the whole story: a repeated client id would hand in another row's picture. */
    nextPicture: (): number => (pictures += 1),
    /** What the row is measured by; its values are only known once it is declared. */
    measuredIn: async (issueId: string): Promise<IssueDetail['measured']> => {
      const found = await product.connection
        .collection<{ _id: string; measured: IssueDetail['measured'] }>('issues')
        .findOne({ _id: issueId }, { projection: { measured: 1 } });
      return found?.measured ?? [];
    },
    upload,
    quiet,
    openTask,
    eventually,
    /** Waits for the task, then hands in the answer as this person. */
    does: async <T extends TaskType>(username: string, type: T, refs: TaskRefs, values: Values<T>): Promise<void> => {
      const key = await openTask(type, refs);
      acts += 1;
      unwrap(
        await product.tasks.complete(
          await actor(username),
          key,
          values as Record<string, unknown>,
          `story-${acts}-${key}`,
        ),
        `${type} by ${username}`,
      );
    },
    /** Forward only: a moment already passed stays where it is. */
    to: async (at: Date): Promise<void> => {
      if (at.getTime() > timeControl.now()) await timeControl.to(at.getTime());
    },
  };
};
export type Driver = ReturnType<typeof createDriver>;
