// A signed-in person talking to the API, typed by the route table, for arranging what a browser test then looks at.
import type { BodyOf, QueryOf, ResponseOf, RouteKey } from '../../server/contracts/http.ts';
import type { TaskRow } from '../../server/contracts/tasks.ts';
import { randomUUID } from 'node:crypto';

type Call = {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
};
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: { code: string; message: { zh: string }; fields?: unknown; details?: unknown },
  ) {
    super(
      `${status} ${problem.code}: ${problem.message?.zh} ${JSON.stringify(problem.fields ?? problem.details ?? '')}`,
    );
  }
}

export type Person = {
  readonly username: string;
  readonly cookie: string;
  call<K extends RouteKey>(
    key: K,
    input?: { params?: Record<string, string>; query?: QueryOf<K>; body?: BodyOf<K> },
  ): Promise<ResponseOf<K>>;
  /** The answer as bytes: for comparing what two worlds let someone obtain. */
  raw(method: string, path: string): Promise<{ status: number; text: string }>;
  upload(
    fields: Record<string, string>,
    bytes: Buffer,
    name: string,
    type: string,
  ): Promise<ResponseOf<'GET /api/evidence/:id'>>;
  /** Waits until a task of this type (and matter) is in the inbox, mine or claimable. */
  task(type: string, matches?: (task: TaskRow) => boolean): Promise<TaskRow>;
  tasks(): Promise<readonly TaskRow[]>;
  complete(task: TaskRow, values: Record<string, unknown>): Promise<void>;
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Polls until the value is there; the error names what was waited for. */
export const eventually = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  attempts = 200,
): Promise<T> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    await pause(50);
  }
  throw new Error(`Expected ${what}, but it did not come`);
};

export const signIn = async (url: string, username: string, password: string): Promise<Person> => {
  const entered = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!entered.ok) throw new ApiProblem(entered.status, (await entered.json()) as ApiProblem['problem']);
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const send = async (key: string, { params = {}, query, body }: Call): Promise<unknown> => {
    const [method = 'GET', pattern = ''] = key.split(' ');
    const path = pattern.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
    const search =
      query === undefined
        ? ''
        : `?${new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString()}`;
    const response = await fetch(`${url}${path}${search}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new ApiProblem(response.status, answer as ApiProblem['problem']);
    return answer;
  };
  const tasks = async (): Promise<readonly TaskRow[]> => {
    const lists = await Promise.all(
      (['mine', 'claimable'] as const).map(
        (view) => send('GET /api/tasks', { query: { view, limit: 100 } }) as Promise<{ items: TaskRow[] }>,
      ),
    );
    return lists.flatMap((list) => list.items);
  };
  return {
    username,
    cookie,
    tasks,
    call: async (key, input = {}) => (await send(key, input as Call)) as never,
    raw: async (method, path) => {
      const response = await fetch(`${url}${path}`, { method, headers: { cookie } });
      return { status: response.status, text: await response.text() };
    },
    upload: async (fields, bytes, name, type) => {
      const form = new FormData();
      for (const [field, value] of Object.entries({ clientId: randomUUID(), ...fields })) form.append(field, value);
      form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
      const response = await fetch(`${url}/api/evidence`, { method: 'POST', headers: { cookie }, body: form });
      const answer: unknown = await response.json();
      if (!response.ok) throw new ApiProblem(response.status, answer as ApiProblem['problem']);
      return answer as ResponseOf<'GET /api/evidence/:id'>;
    },
    task: (type, matches = () => true) =>
      eventually(`a task ${type} for ${username}`, async () =>
        (await tasks()).find((task) => task.type === type && matches(task)),
      ),
    complete: async (task, values) => {
      await send('POST /api/tasks/:key/complete', {
        params: { key: task.key },
        body: { values, idempotencyKey: randomUUID() },
      });
    },
  };
};
