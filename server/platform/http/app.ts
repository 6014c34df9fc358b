// The express application: headers, body limits, same-origin guard, API, static client, last error door.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { RouteKey } from '#contracts/http.ts';
import type { Logger } from '../logger.ts';
import { isStoreAway } from '../mongo/store-away.ts';
import { refuse } from '../result.ts';
import type { RouteHandlers } from '../slice.ts';
import { bindRoutes, sendRefusal, type Authenticate, type CookieOf } from './bind-routes.ts';

type Deps = {
  readonly handlers: RouteHandlers;
  readonly authenticate: Authenticate;
  readonly cookieOf: CookieOf;
  readonly logger: Logger;
  readonly clientDir: string;
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => Promise<{ type: string; text: string }>;
  /** Adds server-rendered pages (the public list) before the static files. */
  readonly pages?: (app: Express) => void;
};

// cookies are SameSite=Lax; this refuses what still comes from elsewhere
const sameOrigin: RequestHandler = (request, response, next) => {
  const origin = request.headers.origin;
  if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return next();
  if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return next();
  sendRefusal(
    response,
    refuse('forbidden', { message: { zh: '请求来自别的网站，已拒绝。', en: 'Cross-site request refused.' } }).refusal,
  );
};

const isLoopback = (ip: string | undefined): boolean => /^(::ffff:)?127\.|^::1$/.test(ip ?? '');

const bodyTooLarge = refuse('too_large', {
  message: { zh: '提交的内容太多，请删减后再提交。', en: 'This is too much at once; shorten it and submit again.' },
});

const lastDoor =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    if (status === 413) return sendRefusal(response, bodyTooLarge.refusal);
    // broken JSON or path, an encoding nobody speaks
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendRefusal(response, refuse('bad_request').refusal);
    if (isStoreAway(error)) {
      logger.warn({ err: error, path: request.path }, 'the store is away');
      return sendRefusal(response, refuse('store_unavailable').refusal);
    }
    logger.error({ err: error, path: request.path }, 'request failed');
    sendRefusal(response, refuse('internal').refusal);
  };

const staticClient = (app: Express, clientDir: string): void => {
  const assets = { index: false, immutable: true, maxAge: '1y' } as const;
  app.use('/assets', express.static(join(clientDir, 'assets'), assets));
  // an old worker would keep an old phone entry alive
  const worker = { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } } as const;
  app.get('/m-worker.js', (_request, response, next) =>
    response.sendFile(join(clientDir, 'm-worker.js'), worker, (error) => void (error == null ? undefined : next())),
  );
  app.use(express.static(clientDir, { index: false, maxAge: 0 }));
  const send =
    (file: string): RequestHandler =>
    (_request, response) => {
      const path = join(clientDir, file);
      if (!existsSync(path))
        response
          .status(503)
          .type('text/plain')
          .send('界面还没有构建，请运行 npm run build。/ The client is not built: run npm run build.');
      else response.set('Cache-Control', 'no-cache').sendFile(path);
    };
  app.get(['/m', '/m/*rest'], send('m.html'));
  app.get(['/public', '/public/*rest'], send('public.html'));
  app.get(/^\/(?!api\/|live\/|assets\/).*/, send('index.html'));
};

export const createApp = (deps: Deps): { readonly app: Express; readonly missing: readonly RouteKey[] } => {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          workerSrc: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_request, response) => {
    const ready = await deps.ready();
    response.status(ready ? 200 : 503).json({ ready });
  });
  app.get('/metrics', async (request, response, next) => {
    // a collector runs beside the product or beside its proxy; the network has no use for it
    if (!isLoopback(request.ip)) return next();
    const { type, text } = await deps.metrics();
    response.type(type).send(text);
  });
  app.use(compression());
  app.use(sameOrigin);
  app.use('/api', express.json({ limit: '3mb' }));
  const missing = bindRoutes(app, deps.handlers, deps.authenticate, deps.cookieOf);
  app.use('/api', (_request, response) => sendRefusal(response, refuse('not_found').refusal));
  deps.pages?.(app);
  staticClient(app, deps.clientDir);
  app.use(lastDoor(deps.logger));
  return { app, missing };
};
