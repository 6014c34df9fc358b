// Starts every part in order and says what it is doing; each expected failure ends in one plain sentence.
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { Product } from './compose.ts';
import { keptSecret } from './data-directory.ts';
import { demoOf } from './demo/index.ts';
import { startEngine, startStore, type Engine, type Store } from './parts.ts';
import type { Config } from './platform/config.ts';
import { shiftableClock, systemClock } from './platform/clock.ts';
import { starting } from './platform/http/starting.ts';
import { randomIds } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import { connectStore, prepareIndexes } from './platform/mongo/connection.ts';
import { startBulkEndpoint, type BulkEndpoint } from './platform/records/bulk-endpoint.ts';
import { refuse, ok } from './platform/result.ts';
import { createTimeControl } from './time-control.ts';

type Deps = {
  readonly config: Config;
  readonly logger: Logger;
  readonly root: string;
  readonly say: (line: string) => void;
};
export type Started =
  | { readonly ok: true; readonly port: number; stop(): Promise<void> }
  | { readonly ok: false; readonly sentence: string };

class StartFailure extends Error {}
const orSentence = <T>(promise: Promise<T>, sentence: (error: unknown) => string): Promise<T> =>
  promise.catch((error: unknown) => {
    throw new StartFailure(sentence(error));
  });
/** A failure to start is told where the start is awaited. */
const begun = <T>(starting: Promise<T>): Promise<T> => {
  starting.catch(() => undefined);
  return starting;
};
const stopped = async (starting: Promise<Pick<Engine, 'part'>>): Promise<void> =>
  (await starting.catch(() => null))?.part?.stop();
const isFresh = async (connection: Connection): Promise<boolean> =>
  (await connection.collection('users').countDocuments({}, { limit: 1 })) === 0;
/** What is printed is read by others. */
const withoutPassword = (uri: string | null): string | null => uri?.replace(/\/\/[^@/]*@/, '//…@') ?? null;
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new StartFailure(
          error.code === 'EADDRINUSE'
            ? `端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 换一个端口。/ Port ${port} is busy: stop what uses it or set PORT.`
            : `无法监听 ${host}:${port}：${error.message} / Cannot listen on ${host}:${port}.`,
        ),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

export const runProduct = async ({ config, logger, root, say }: Deps): Promise<Started> => {
  const closing: (() => Promise<unknown> | unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.reverse())
      await Promise.resolve(close()).catch((error: unknown) =>
        logger.error({ err: error }, 'a part did not stop cleanly'),
      );
  };
  try {
    const port = await start(closing);
    return { ok: true, port, stop };
  } catch (error) {
    await stop();
    if (error instanceof StartFailure) return { ok: false, sentence: error.message };
    logger.error({ err: error }, 'start failed');
    return { ok: false, sentence: `启动失败：${words(error)} / Start failed: ${words(error)}` };
  }

  async function start(toClose: typeof closing): Promise<number> {
    const ids = randomIds;
    const clock = shiftableClock();
    const handlerSlot: {
      accept: ((records: Parameters<Product['accept']>[0]) => Promise<void>) | null;
    } = { accept: null };

    // the port is taken before anything slow, so that a busy one is told at once
    let serve: RequestListener = starting;
    const http = createServer((request, response) => serve(request, response));
    const boundPort = await listen(http, config.port, config.host);
    toClose.push(
      () =>
        new Promise((resolve) => {
          http.closeAllConnections();
          http.close(resolve);
        }),
    );

    const demo = demoOf({ config, logger });
    const cleared = demo.clearHalfBuilt();
    if (cleared === 'notOurs')
      throw new StartFailure(
        `演示县没有建完就中断了：请清空 MONGODB_URI 和 ZEEBE_ADDRESS 所指的数据，再删除 ${join(config.dataDir, 'demo.state')}。/ Building the demo county was interrupted: empty the database and engine named by MONGODB_URI and ZEEBE_ADDRESS, then delete that file.`,
      );
    if (cleared === 'cleared')
      say('上次建立演示县时中断，重新开始… / The demo county was left half-built; beginning again …');

    say('正在启动数据存储… / Starting the store …');
    const storing: Promise<Store> = begun(
      orSentence(
        startStore(config, logger),
        (error) => `数据存储没有启动：${words(error)} / The embedded store did not start.`,
      ),
    );
    toClose.push(() => stopped(storing));

    const timeControl = createTimeControl({
      clock,
      engineManagementUrl: () => engine.managementUrl,
      enabled: config.clockControlled,
    });
    const password = config.recordsPassword ?? keptSecret(config.dataDir, 'records');
    const records: BulkEndpoint = await orSentence(
      startBulkEndpoint({
        host: '127.0.0.1',
        port: config.recordsPort,
        username: config.recordsUsername,
        password,
        logger,
        manage: timeControl.manage,
        accept: async (batch) => {
          if (handlerSlot.accept === null) throw new Error('not ready for records yet');
          await handlerSlot.accept(batch);
        },
      }),
      (error) =>
        `记录接收端口 ${config.recordsPort} 打不开：请用 RECORDS_PORT 换一个。/ The records port cannot be opened: set RECORDS_PORT. ${words(error)}`,
    );
    toClose.push(() => records.stop());

    say('正在启动流程引擎… / Starting the process engine …');
    const begin = (controlledClock: boolean): Promise<Engine> => {
      const beginning = begun(
        orSentence(
          startEngine(
            config,
            logger,
            { url: `http://127.0.0.1:${records.port}`, username: config.recordsUsername, password },
            controlledClock,
          ),
          (error) => `流程引擎没有启动：${words(error)} / The embedded engine did not start.`,
        ),
      );
      toClose.push(() => stopped(beginning));
      return beginning;
    };
    const controlled = config.clockControlled || demo.unbuilt();
    // both parts and our own modules come up side by side
    const beginning = begin(controlled);
    const loading = begun(import('./served.ts'));
    const store = await storing;
    const connection = await orSentence(
      connectStore(store.uri),
      (error) =>
        `连不上 MongoDB（${withoutPassword(config.mongodbUri) ?? '内置存储'}）：请检查 MONGODB_URI 和网络。/ Cannot reach MongoDB: check MONGODB_URI and the network. ${words(error)}`,
    );
    toClose.push(() => connection.close());
    const seeding = await demo.wanted(connection);
    // the database was emptied since: its county is played anew, on a clock that can be moved
    if (seeding && !controlled) await stopped(beginning);
    const engine = await (seeding && !controlled ? begin(true) : beginning);
    const served = await loading;
    const client = served.createEngineClient({ address: engine.address, logger });
    toClose.push(() => client.close());
    if (!(await client.reachable(config.zeebeAddress === null ? 15_000 : 10_000)))
      throw new StartFailure(
        `连不上 Zeebe（${engine.address}）：请检查 ZEEBE_ADDRESS、网络和 Zeebe 是否已启动。/ Cannot reach Zeebe at ${engine.address}: check ZEEBE_ADDRESS, the network and that it runs.`,
      );
    await timeControl.follow();
    if (config.clockStart !== null && (await isFresh(connection))) await timeControl.to(config.clockStart.getTime());

    const news: { current: ReturnType<typeof served.startNews> | null } = { current: null };
    const product = served.compose({
      config,
      connection,
      engine: client,
      clock,
      ids,
      logger,
      demoAccounts: () => demo.accounts(connection),
      signedOut: (userId) => news.current?.signedOut(userId),
      rightsChanged: () =>
        void news.current
          ?.rightsChanged()
          .catch((error: unknown) => logger.error({ err: error }, 'open lines keep their old rights')),
    });
    await prepareIndexes(connection);
    handlerSlot.accept = product.accept;

    const secret = config.sessionSecret ?? keptSecret(config.dataDir, 'session');
    const cookies = served.createCookies(secret, systemClock);
    const registry = new served.Registry();
    served.collectDefaultMetrics({ register: registry });
    let ready = false;
    const { app, missing } = served.createApp({
      handlers: product.handlers,
      logger,
      clientDir: join(root, 'dist', 'client'),
      cookieOf: cookies.cookieOf,
      authenticate: async (request) => {
        const found = await product.session.actorOf(cookies.tokenOf(request.headers.cookie), request.ip ?? '');
        return found.kind === 'actor'
          ? ok(found.actor)
          : refuse(found.kind === 'expired' ? 'session_expired' : 'not_signed_in');
      },
      ready: async () => ready && (await client.reachable(250)),
      metrics: async () => ({ type: registry.contentType, text: await registry.metrics() }),
      pages: served.publicPages(join(root, 'dist', 'client'), () => product.handlers),
    });
    if (missing.length > 0) logger.warn({ missing }, 'routes of the contract without a handler');
    news.current = served.startNews(http, async (cookieHeader, ip) => {
      const found = await product.session.actorOf(cookies.tokenOf(cookieHeader), ip);
      return found.kind === 'actor' ? found.actor : null;
    });
    product.onChange((changes) => news.current?.tell(changes));
    toClose.push(() => news.current?.stop());

    product.dispatcher.start();
    toClose.push(() => product.dispatcher.stop());
    const workers = served.createWorkerHost({
      connection,
      transact: product.transact,
      engine: client,
      logger,
      storeClock: systemClock,
    });
    workers.start(product.workers);
    say('正在部署流程模型… / Deploying the models …');
    const [userIds] = await Promise.all([
      seeding ? demo.build({ product, say }) : null,
      served.deployModels({
        connection,
        engine: client,
        logger,
        folder: join(root, 'processes'),
        latestContent: product.latestContent,
      }),
    ]);
    toClose.push(product.startModels());
    if (userIds !== null)
      await demo.play({ product, connection, timeControl, workersIdle: workers.idle, say }, userIds);
    ready = true;
    serve = app;
    product.catchUp();
    toClose.push(product.stopDescribing);
    say(`已就绪 / Ready: http://${config.loopback ? 'localhost' : config.host}:${boundPort}`);
    for (const account of config.demo ? await demo.accounts(connection) : [])
      say(`  ${account.role}: ${account.username} / ${account.password}`);
    return boundPort;
  }
};
