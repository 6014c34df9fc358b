// Calls to the server: refusals, lost lines, lost sessions.
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ProblemError,
  call,
  followReach,
  installSessionGate,
  isPassing,
} from '../../../client/src/shared/api/index.ts';

const real = globalThis.fetch;
const reply = (status: number, body: unknown): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
const serve = (...answers: (() => Response)[]): string[] => {
  const asked: string[] = [];
  globalThis.fetch = (async (url: string | URL | Request, init?: RequestInit) => {
    asked.push(`${init?.method} ${String(url)}`);
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('no network');
    return answer();
  }) as typeof fetch;
  return asked;
};
const problem = { code: 'task_held', message: { zh: '已改派', en: 'reassigned' }, details: { holder: 'second team' } };
const failure = async (work: Promise<unknown>): Promise<ProblemError> => {
  const error = await work.catch((refusal: unknown) => refusal);
  if (!(error instanceof ProblemError)) throw new Error('Expected a refusal');
  return error;
};

afterEach(() => {
  globalThis.fetch = real;
  installSessionGate(null);
});

describe('a call', () => {
  it('answers with what the server says', async () => {
    serve(() => reply(200, []));
    expect(await call('GET /api/views')).toEqual([]);
  });
  it('carries the refusal in both languages with its details', async () => {
    serve(() => reply(409, problem));
    const error = await failure(call('POST /api/tasks/:key/claim', { params: { key: '1' } }));
    expect([error.code, error.text?.zh, error.details['holder']]).toEqual(['task_held', '已改派', 'second team']);
    expect(isPassing(error)).toBe(false);
  });
  it('tells an unreachable server from an unreadable answer', async () => {
    serve();
    expect((await failure(call('GET /api/views'))).code).toBe('unreachable');
    serve(() => reply(502, '<html>'));
    const proxy = await failure(call('GET /api/views'));
    expect([proxy.code, isPassing(proxy)]).toEqual(['unreadable', true]);
  });
  it('tries again by itself while the system is starting or its store is away', async () => {
    for (const code of ['engine_unavailable', 'store_unavailable']) {
      serve(() => reply(503, { code, message: { zh: '', en: '' } }));
      expect(isPassing(await failure(call('GET /api/views')))).toBe(true);
    }
  });
  it('tells whoever listens whether it arrived', async () => {
    const told: boolean[] = [];
    const stop = followReach((arrived) => told.push(arrived));
    for (const status of [200, 409, 502, 503]) {
      serve(() => reply(status, problem));
      await call('GET /api/views').catch(() => undefined);
    }
    serve();
    await failure(call('GET /api/views'));
    stop();
    expect(told).toEqual([true, true, false, false, false]);
  });
  it('waits for the password when the session has ended, then goes on by itself', async () => {
    const lost = { code: 'session_expired', message: { zh: '', en: '' } };
    const asked = serve(
      () => reply(401, lost),
      () => reply(401, lost),
      () => reply(200, []),
      () => reply(200, []),
    );
    let questions = 0;
    installSessionGate(async () => {
      questions += 1;
    });
    expect(await Promise.all([call('GET /api/views'), call('GET /api/notifications')])).toEqual([[], []]);
    expect(questions).toBe(1);
    expect(asked).toHaveLength(4);
  });
  it('refuses at once where nobody can be asked for the password', async () => {
    serve(() => reply(401, { code: 'session_expired', message: { zh: '登录已过期', en: 'expired' } }));
    expect((await failure(call('GET /api/views'))).code).toBe('session_expired');
  });
  it('does not ask for a password because a password was wrong', async () => {
    installSessionGate(async () => {
      throw new Error('Expected no question');
    });
    serve(() => reply(401, { code: 'wrong_credentials', message: { zh: '不对', en: 'wrong' } }));
    expect((await failure(call('POST /api/session', { body: { username: 'a', password: 'b' } }))).code).toBe(
      'wrong_credentials',
    );
  });
});
