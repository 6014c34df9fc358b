// Starts the whole product as a user would, on a data directory of its own and free ports.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startZeebe } from '../../scripts/zeebe/index.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..');
const recordsPassword = 'records-password-of-tests';
/** With TEST_ZEEBE=1 every product gets a real broker of its own instead of the embedded engine. */
const onZeebe = process.env['TEST_ZEEBE'] === '1';

export type RunningProduct = {
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly output: readonly string[];
  /** Moves the business clock of server and engine. */
  addTime(milliseconds: number): Promise<void>;
  now(): Promise<number>;
  kill(signal: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
};
export type ProductOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly dataDir?: string;
  /** To come back where it was after a kill. */
  readonly port?: number;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const startBroker = async (recordsPort: number) => {
  const broker = await startZeebe({
    exporterUrl: `http://127.0.0.1:${recordsPort}`,
    username: 'records',
    password: recordsPassword,
    controlledClock: true,
  });
  const env = {
    ZEEBE_ADDRESS: `127.0.0.1:${broker.port}`,
    ZEEBE_MANAGEMENT_URL: `http://127.0.0.1:${broker.managementPort}`,
  };
  return { env, stop: broker.stop };
};

export const startProduct = async (options: ProductOptions = {}): Promise<RunningProduct> => {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'supervision-')));
  const [port, recordsPort] = [options.port ?? (await freePort()), await freePort()];
  const broker = onZeebe ? await startBroker(recordsPort) : null;
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      DATA_DIR: dataDir,
      RECORDS_PORT: String(recordsPort),
      RECORDS_PASSWORD: recordsPassword,
      CLOCK_CONTROLLED: 'true',
      LOG_LEVEL: 'warn',
      ...broker?.env,
      ...options.env,
    },
  });
  const output: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    const read = (line: string): void => {
      output.push(line);
      if (line.includes('Ready: http')) resolve();
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    child.once('exit', (code) =>
      reject(new Error(`the product ended with ${String(code)}:\n${output.slice(-20).join('\n')}`)),
    );
  });
  await ready.catch(async (error: unknown) => {
    await broker?.stop();
    throw error;
  });
  const credentials = `Basic ${Buffer.from(`records:${recordsPassword}`).toString('base64')}`;
  const clock = async (method: string, offsetMilli?: number): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${recordsPort}/clock`, {
      method,
      headers: { authorization: credentials },
      ...(offsetMilli === undefined ? {} : { body: JSON.stringify({ offsetMilli }) }),
    });
    return ((await response.json()) as { epochMilli: number }).epochMilli;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    pid: child.pid ?? 0,
    output,
    addTime: async (milliseconds) => void (await clock('POST', milliseconds)),
    now: () => clock('GET'),
    kill: async (signal) => {
      child.kill(signal);
      await ended(child);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child);
      await broker?.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
};
