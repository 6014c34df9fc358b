// A whole product in this process on a clock that stands still, so that two of them can be compared byte by byte.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { io, type Socket } from 'socket.io-client';
import { compose } from '../../../server/compose.ts';
import { buildCounty } from '../../../server/demo/county.ts';
import { deployModels } from '../../../server/deploy-models.ts';
import { startDocstore } from '../../../server/docstore/index.ts';
import { startEngine } from '../../../server/engine/index.ts';
import { shiftableClock, systemClock } from '../../../server/platform/clock.ts';
import { readConfig } from '../../../server/platform/config.ts';
import { createApp } from '../../../server/platform/http/app.ts';
import { createCookies } from '../../../server/platform/http/session-cookie.ts';
import { connectStore, prepareIndexes } from '../../../server/platform/mongo/connection.ts';
import { outboxModel } from '../../../server/platform/mongo/outbox.ts';
import { startNews } from '../../../server/platform/realtime/news.ts';
import { startBulkEndpoint } from '../../../server/platform/records/bulk-endpoint.ts';
import { ok, refuse } from '../../../server/platform/result.ts';
import { createEngineClient } from '../../../server/platform/workflow/engine-client.ts';
import { createWorkerHost } from '../../../server/platform/workflow/worker-host.ts';
import { publicPages } from '../../../server/public-pages.ts';
import { createTimeControl } from '../../../server/time-control.ts';
import { signIn, type Person } from '../../support/api.ts';
import type { County } from '../../support/scene.ts';
import { countedIds } from '../../support/store.ts';

/** Only what must never happen is told. */
const silent = pino({ level: 'error' });
const root = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..', '..');
const password = 'the same in both';
const records = { username: 'records', password: 'records-password-of-tests' };
const begin = Date.parse('2026-03-02T09:00:00+08:00');
/** Elements that wait for a worker or a table, not for a person or a date. */
const busyTypes = ['SERVICE_TASK', 'SEND_TASK', 'BUSINESS_RULE_TASK', 'SCRIPT_TASK'];

export type World = County & {
  /** Everything asked for so far has happened, and its records have arrived. */
  quiet(): Promise<void>;
  pass(milliseconds: number): Promise<void>;
  listen(username: string): Promise<void>;
  /** News heard so far over the socket. */
  heard(username: string): readonly { readonly topic: string; readonly id: string; readonly what: string }[];
  stop(): Promise<void>;
};

export const startWorld = async (): Promise<World> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'world-'));
  const clock = shiftableClock({ now: () => begin });
  const ids = countedIds();
  const store = await startDocstore({ dataDir: join(dataDir, 'docstore'), port: 0, clock, logger: silent });
  const connection = await connectStore(`mongodb://127.0.0.1:${String(store.port)}/world?directConnection=true`);
  const arrived = new Set<string>();
  const late: { accept: Product['accept'] | null } = { accept: null };
  const endpoint = await startBulkEndpoint({
    host: '127.0.0.1',
    port: 0,
    ...records,
    logger: silent,
    accept: async (batch) => {
      if (late.accept === null) throw new Error('not ready for records yet');
      await late.accept(batch);
      for (const { valueType, intent, value } of batch)
        if (valueType === 'MESSAGE' && intent === 'EXPIRED') arrived.add(String(value['name']));
    },
  });
  const engine = await startEngine({
    dataDir: join(dataDir, 'engine'),
    host: '127.0.0.1',
    port: 0,
    managementPort: 0,
    clock: { now: () => begin },
    controlledClock: true,
    logger: silent,
    exporter: { url: `http://127.0.0.1:${endpoint.port}`, ...records },
  });
  const client = createEngineClient({ address: `127.0.0.1:${engine.port}`, logger: silent });
  const time = createTimeControl({
    clock,
    engineManagementUrl: () => `http://127.0.0.1:${engine.managementPort}`,
    enabled: true,
  });
  const read = readConfig({ DATA_DIR: dataDir, SEED: 'none', CLOCK_CONTROLLED: 'true' });
  if (!read.ok) throw new Error(read.sentences.join());
  const product = compose({
    config: read.config,
    connection,
    engine: client,
    clock,
    ids,
    logger: silent,
    demoAccounts: async () => [],
    signedOut: () => undefined,
    rightsChanged: () => undefined,
  });
  await prepareIndexes(connection);
  late.accept = product.accept;
  const cookies = createCookies('secret of the worlds', clock);
  const { app } = createApp({
    handlers: product.handlers,
    logger: silent,
    clientDir: join(root, 'dist', 'client'),
    cookieOf: cookies.cookieOf,
    authenticate: async (request) => {
      const found = await product.session.actorOf(cookies.tokenOf(request.headers.cookie), request.ip ?? '');
      return found.kind === 'actor' ? ok(found.actor) : refuse('not_signed_in');
    },
    ready: async () => true,
    metrics: async () => ({ type: 'text/plain', text: '' }),
    pages: publicPages(join(root, 'dist', 'client'), () => product.handlers),
  });
  const http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const news = startNews(http, async (cookie, ip) => {
    const found = await product.session.actorOf(cookies.tokenOf(cookie), ip);
    return found.kind === 'actor' ? found.actor : null;
  });
  product.onChange((changes) => news.tell(changes));
  product.dispatcher.start();
  createWorkerHost({
    connection,
    transact: product.transact,
    engine: client,
    logger: silent,
    storeClock: systemClock,
  }).start(product.workers);
  await deployModels({
    connection,
    engine: client,
    logger: silent,
    folder: join(root, 'processes'),
    latestContent: product.latestContent,
  });
  await buildCounty(product, password);

  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const known = new Map<string, Promise<Person>>();
  const as = (username: string): Promise<Person> => {
    const person = known.get(username) ?? signIn(url, username, password);
    known.set(username, person);
    return person;
  };
  let marks = 0;
  /** A mark sent last comes out last. */
  const exported = async (): Promise<void> => {
    const name = `mark-${(marks += 1)}`;
    await client.client.publishMessage({ name, correlationKey: 'mark', timeToLive: 0, variables: {} });
    while (!arrived.has(name)) await pause(5);
  };
  const calm = async (): Promise<boolean> => {
    await exported();
    const waiting = await outboxModel(connection).countDocuments({ state: 'waiting' });
    const busy = await product.instances.models.instances.countDocuments({
      state: 'active',
      incidents: 0,
      elements: { $elemMatch: { s: 'active', t: { $in: busyTypes } } },
    });
    return waiting + busy === 0;
  };
  const quiet = async (): Promise<void> => {
    for (let looks = 0; looks < 3;) looks = (await calm()) ? looks + 1 : 0;
  };
  const sockets = new Map<string, { socket: Socket; heard: { topic: string; id: string; what: string }[] }>();

  return {
    password,
    as,
    quiet,
    product: {
      url,
      dataDir,
      pid: process.pid,
      output: [],
      now: async () => clock.now(),
      addTime: async (milliseconds) => void (await time.add(milliseconds)),
      kill: async () => undefined,
      stop: async () => undefined,
    },
    pass: async (milliseconds) => {
      await quiet();
      await time.add(milliseconds);
      await quiet();
    },
    listen: async (username) => {
      const heard: { topic: string; id: string; what: string }[] = [];
      const socket = io(url, { path: '/live', extraHeaders: { cookie: (await as(username)).cookie } });
      socket.on('change', (change: (typeof heard)[number]) => void heard.push(change));
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', () => resolve());
        socket.once('connect_error', reject);
      });
      sockets.set(username, { socket, heard });
    },
    heard: (username) => sockets.get(username)?.heard ?? [],
    stop: async () => {
      for (const { socket } of sockets.values()) socket.close();
      await product.dispatcher.stop();
      await news.stop();
      http.closeAllConnections();
      await client.close();
      await engine.stop();
      await endpoint.stop();
      await connection.close();
      await store.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
type Product = ReturnType<typeof compose>;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
