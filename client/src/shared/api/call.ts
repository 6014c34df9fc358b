// The one way to the server: a typed call by route key that answers with data or throws a ProblemError.
import type { BodyOf, ResponseOf, RouteKey } from '#contracts/http.ts';
import { ProblemError, problemFrom } from './problem-error.ts';
import { isArrival, tellReach } from './reach.ts';
import { passSessionGate } from './session-gate.ts';
import { looseUrl, methodOf } from './route-path.ts';
import type { Address } from './route-path.ts';

type BodyPart<K extends RouteKey> = [BodyOf<K>] extends [never] ? { body?: never } : { body: BodyOf<K> };
export type CallOptions<K extends RouteKey> = Address<K> & BodyPart<K> & { signal?: AbortSignal | undefined };
/** The second argument may be left out where nothing is required. */
export type CallArguments<K extends RouteKey> =
  Record<never, never> extends CallOptions<K> ? [options?: CallOptions<K>] : [options: CallOptions<K>];
export type LooseOptions = {
  params?: Readonly<Record<string, string>> | undefined;
  query?: unknown;
  body?: unknown;
  signal?: AbortSignal | undefined;
};

export const call = <K extends RouteKey>(key: K, ...rest: CallArguments<K>): Promise<ResponseOf<K>> =>
  looseCall(key, rest[0] ?? {});

/** For callers that carry a route key as data; types are the caller's promise. */
export const looseCall = async <K extends RouteKey>(key: K, options: LooseOptions): Promise<ResponseOf<K>> => {
  const answer = await send(key, options);
  if (answer.status !== 401 || key === 'POST /api/session') return read(answer);
  const refusal = await read(answer.clone()).catch((error: unknown) => error);
  if (!(await passSessionGate())) throw refusal;
  return read(await send(key, options));
};

const send = async (key: RouteKey, options: LooseOptions): Promise<Response> => {
  const init: RequestInit = { method: methodOf(key), credentials: 'same-origin', headers: headersOf(options) };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal !== undefined) init.signal = options.signal;
  try {
    const answer = await fetch(looseUrl(key, options), init);
    tellReach(isArrival(answer.status));
    return answer;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    tellReach(false);
    throw new ProblemError('unreachable', 0);
  }
};

const headersOf = (options: LooseOptions): Record<string, string> => ({
  accept: 'application/json',
  ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
});

// A parse boundary: the server validates its replies against the same contract.
const read = async <T>(answer: Response): Promise<T> => {
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw problemFrom(answer.status, body);
  if (body === undefined) throw new ProblemError('unreadable', answer.status);
  return body as T;
};
