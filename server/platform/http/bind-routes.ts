// Binds the slices' handlers to the route table: authenticate → validate → handler → answer; refusals leave by one door.
import type { Request as ExpressRequest, RequestHandler, Response, Router } from 'express';
import { routes, type Route, type RouteKey } from '#contracts/http.ts';
import type { Problem } from '#contracts/problem.ts';
import type { z } from 'zod';
import { problemOf, statusOf } from '../problem-texts.ts';
import { refuse, type Refusal, type Result } from '../result.ts';
import { anonymousActor } from '../slice.ts';
import type { Actor, FileAnswer, RouteHandlers, SessionCookie, Upload } from '../slice.ts';
import { faultWords } from './fault-words.ts';
import { readUpload } from './read-upload.ts';

export type Authenticate = (request: ExpressRequest) => Promise<Result<Actor>>;
export type CookieOf = (request: ExpressRequest, response: Response) => SessionCookie;
type LooseHandler = (request: {
  actor: Actor;
  params: Record<string, string>;
  query: unknown;
  body: unknown;
  upload?: Upload;
  cookie: SessionCookie;
}) => Promise<Result<unknown>>;

const anonymous = (request: ExpressRequest): Actor => ({ ...anonymousActor, ip: request.ip ?? '' });

export const sendRefusal = (response: Response, refusal: Refusal): void => {
  const problem: Problem = problemOf(refusal);
  response.status(statusOf(refusal.code)).set('Cache-Control', 'no-store').json(problem);
};

const invalid = (error: z.ZodError): Result<never> =>
  refuse('invalid_form', {
    fields: error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: faultWords(issue),
    })),
  });

const parse = (schema: z.ZodType | undefined, input: unknown): Result<unknown> => {
  if (schema === undefined) return { ok: true, value: undefined };
  const parsed = schema.safeParse(input);
  return parsed.success ? { ok: true, value: parsed.data } : invalid(parsed.error);
};

const sendFile = (response: Response, file: FileAnswer): void => {
  response.set('Content-Type', file.mime).set('X-Content-Type-Options', 'nosniff');
  response.set('Cache-Control', file.immutable === true ? 'private, max-age=31536000, immutable' : 'no-store');
  if (file.name !== undefined)
    response.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  if (Buffer.isBuffer(file.body)) response.send(file.body);
  else file.body.pipe(response);
};

const serve =
  (route: Route, handler: LooseHandler, authenticate: Authenticate, cookieOf: CookieOf): RequestHandler =>
  async (request, response) => {
    const signedIn = await authenticate(request);
    if (!signedIn.ok && route.open !== true) return sendRefusal(response, signedIn.refusal);
    const actor = signedIn.ok ? signedIn.value : anonymous(request);
    const query = parse(route.query, request.query);
    if (!query.ok) return sendRefusal(response, query.refusal);
    const upload = route.multipart === true ? await readUpload(request) : null;
    if (upload !== null && !upload.ok) return sendRefusal(response, upload.refusal);
    const body = parse(route.body, request.body ?? {});
    if (!body.ok) return sendRefusal(response, body.refusal);
    const params = Object.fromEntries(Object.entries(request.params).map(([key, value]) => [key, String(value)]));
    const result = await handler({
      actor,
      params,
      query: query.value,
      body: body.value,
      cookie: cookieOf(request, response),
      ...(upload === null ? {} : { upload: upload.value }),
    });
    if (!result.ok) return sendRefusal(response, result.refusal);
    if (route.file === true) return sendFile(response, result.value as FileAnswer);
    response.set('Cache-Control', 'no-store').json(result.value);
  };

/** Routes of the table without a handler are returned, so that start-up can refuse to run half a product. */
export const bindRoutes = (
  router: Router,
  handlers: RouteHandlers,
  authenticate: Authenticate,
  cookieOf: CookieOf,
): readonly RouteKey[] => {
  const missing: RouteKey[] = [];
  for (const key of Object.keys(routes) as RouteKey[]) {
    const handler = handlers[key];
    if (handler === undefined) {
      missing.push(key);
      continue;
    }
    const [method, path] = key.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
    const chain = serve(routes[key] as Route, handler as unknown as LooseHandler, authenticate, cookieOf);
    if (method === 'GET') router.get(path, chain);
    else if (method === 'POST') router.post(path, chain);
    else if (method === 'PUT') router.put(path, chain);
    else router.delete(path, chain);
  }
  return missing;
};
