// The product as one process tree: started on given data, timed to its first readiness, weighed, stopped.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const POLL_MS = 10;

export type Started = {
  readonly url: string;
  readonly seconds: number;
  /** Used by all processes until then: tells a slow start from a busy machine. */
  readonly cpuSeconds: number;
  readonly pid: number;
  stop(): Promise<void>;
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

export async function startTimed(env: Readonly<Record<string, string>>): Promise<Started> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'error', ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let running = true;
  void over.then(() => (running = false));
  while (!(await isReady(url))) {
    if (!running) throw new Error('the product ended before it was ready');
    await pause(POLL_MS);
  }
  return {
    url,
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: treeOf(child.pid ?? 0).reduce((sum, pid) => sum + cpuOf(pid), 0),
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await over;
    },
  };
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resume) => setTimeout(resume, milliseconds));

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );

export type Weight = { readonly name: string; readonly rss: number; readonly pss: number };

/** The process and all below it, in MB; PSS counts what several share once. */
export const weigh = (pid: number): readonly Weight[] => treeOf(pid).map(weightOf);

function treeOf(pid: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map((name) => [Number(name), parentOf(Number(name))] as const),
  );
  const below = (one: number): readonly number[] =>
    [...parents].filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

function parentOf(pid: number): number {
  try {
    return Number(/\) \S (\d+)/u.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return -1;
  }
}

/** Fields 14 and 15 of stat, in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function weightOf(pid: number): Weight {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(rollup)?.[1]) / 1024;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const script = command.find((word) => /dist\/server\/\w+\.js$/u.test(word)) ?? command[0] ?? '';
  return { name: script.split('/').slice(-3).join('/'), rss: megabytes('Rss'), pss: megabytes('Pss') };
}
