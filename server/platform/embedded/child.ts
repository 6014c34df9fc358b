// Keeps one embedded part (engine or store) running as a child process: started, watched, restarted on the same port.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from '../logger.ts';

export type Ready = {
  readonly ready: string;
  readonly port?: number;
  readonly managementPort?: number;
  readonly socket?: string;
};
export type Part = { readonly ready: Ready; pid(): number | undefined; stop(): Promise<void> };
type Deps = {
  readonly name: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** After a crash the part must come back where clients look for it. */
  readonly pinned: (ready: Ready) => Readonly<Record<string, string>>;
  readonly onExit?: (code: number | null) => void;
};

/** A part is handed what it needs; what guards the server stays with the server. */
const secrets: ReadonlySet<string> = new Set(['SESSION_SECRET', 'RECORDS_PASSWORD', 'MONGODB_URI']);
const withoutSecrets = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !secrets.has(name)));

const restartDelayMs = 200;

const launch = (deps: Deps, env: Readonly<Record<string, string>>): { child: ChildProcess; ready: Promise<Ready> } => {
  // with the parent's own flags: sources need their compiler, the bundle none; ipc tells the part of its parent's death
  const child = spawn(process.execPath, [...process.execArgv, deps.script], {
    env: { ...withoutSecrets(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  const ready = new Promise<Ready>((resolve, reject) => {
    if (child.stdout === null || child.stderr === null) throw new Error('Expected pipes');
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready"')) resolve(JSON.parse(line) as Ready);
      else deps.logger.debug({ part: deps.name }, line);
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      deps.logger.warn({ part: deps.name }, line);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(said.join('\n') || `${deps.name} ended with code ${String(code)} before it was ready`)),
    );
  });
  return { child, ready };
};

export const startPart = async (deps: Deps): Promise<Part> => {
  let stopping = false;
  let current = launch(deps, deps.env);
  const ready = await current.ready;
  const watch = (): void => {
    current.child.once('exit', (code) => {
      if (stopping) return;
      deps.logger.error({ part: deps.name, code }, 'part ended, starting it again');
      deps.onExit?.(code);
      setTimeout(() => {
        if (stopping) return;
        current = launch(deps, { ...deps.env, ...deps.pinned(ready) });
        current.ready.catch((error: unknown) =>
          deps.logger.error({ err: error, part: deps.name }, 'part did not come back'),
        );
        watch();
      }, restartDelayMs);
    });
  };
  watch();
  return {
    ready,
    pid: () => current.child.pid,
    stop: async () => {
      stopping = true;
      const { child } = current;
      if (child.exitCode !== null || child.signalCode !== null) return;
      await new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      });
    },
  };
};
