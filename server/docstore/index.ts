// The door: starts an embedded document store that the stock MongoDB driver can talk to.
import { rmSync } from 'node:fs';
import type { Clock, Log } from './clock.ts';
import { createAnswerer } from './commands/answer.ts';
import { lockDirectory } from './directory-lock.ts';
import type { DirectoryLock } from './directory-lock.ts';
import { startMaintenance } from './maintenance.ts';
import { sweepGarbage } from './storage/garbage.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';
import { dropUnfinishedIndexes } from './storage/build-index.ts';
import { listen } from './wire/listener.ts';
import type { Address, Handler, Listener } from './wire/listener.ts';

export interface DocstoreOptions {
  dataDir: string;
  /** Loopback only; there is no authentication. */
  host?: '127.0.0.1' | '::1' | 'localhost';
  /** 0 picks a free one. */
  port?: number;
  socket?: string;
  clock: Clock;
  logger: Log;
  /** The disk no longer takes writes; the store answers errors from now on. */
  onFatal?(error: unknown): void;
}

export interface Docstore {
  port?: number;
  socket?: string;
  uri: string;
  stop(): Promise<void>;
}

export async function startDocstore(options: DocstoreOptions): Promise<Docstore> {
  const { clock, logger: log } = options;
  const lock = await lockDirectory(options.dataDir);
  let store: Store | undefined;
  try {
    store = await openStore({ dataDir: options.dataDir, clock, log, onFatal: (error) => fatal(options, error) });
    return await serve(options, store, lock);
  } catch (error) {
    await store?.close();
    await lock.release();
    throw error;
  }
}

async function serve(options: DocstoreOptions, store: Store, lock: DirectoryLock): Promise<Docstore> {
  await dropUnfinishedIndexes(store);
  store.background(sweepGarbage(store), 'sweeping dropped data failed');
  const running = new Set<Promise<unknown>>();
  const listener = await open(options, store, running);
  const maintenance = startMaintenance(store);
  const stop = async (): Promise<void> => {
    // plain writes may be waiting for them
    store.sessions.abortAll();
    await listener.close();
    // a client may be gone while its command still runs
    await Promise.all(running);
    await maintenance.stop();
    await store.close();
    await lock.release();
  };
  return { ...placeOf(options, listener), stop: once(stop) };
}

function fatal({ logger, onFatal }: DocstoreOptions, error: unknown): void {
  logger.error({ err: error }, 'the data directory cannot be written');
  onFatal?.(error);
}

async function open(options: DocstoreOptions, store: Store, running: Set<Promise<unknown>>): Promise<Listener> {
  let answer: ReturnType<typeof createAnswerer> | undefined;
  const address: Address =
    options.socket === undefined
      ? { host: options.host ?? '127.0.0.1', port: options.port ?? 0 }
      : { socket: options.socket };
  // left by a killed process; the directory lock says that nobody listens there
  if (options.socket !== undefined && process.platform !== 'win32') rmSync(options.socket, { force: true });
  const handler: Handler = {
    answer: (request, connection) => {
      answer ??= createAnswerer(store, hostOf(options, listener));
      const reply = answer(request, connection);
      running.add(reply);
      return reply.finally(() => running.delete(reply));
    },
    disconnected: (connection) => store.sessions.disconnected(connection),
  };
  const listener = await listen(address, handler, options.logger);
  return listener;
}

function hostOf(options: DocstoreOptions, listener: Listener): string {
  return options.socket ?? `${options.host ?? '127.0.0.1'}:${listener.port}`;
}

function placeOf(options: DocstoreOptions, listener: Listener): Omit<Docstore, 'stop'> {
  const { socket } = options;
  if (socket !== undefined) return { socket, uri: `mongodb://${encodeURIComponent(socket)}/?directConnection=true` };
  return { port: listener.port ?? 0, uri: `mongodb://${hostOf(options, listener)}/?directConnection=true` };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
