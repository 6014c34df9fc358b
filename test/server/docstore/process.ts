// The store as a child process, as `npm start` runs it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Document } from 'mongodb';

const entry = join(import.meta.dirname, '../../../server/docstore/main.ts');

export function launchStore(env: Record<string, string>): {
  child: ChildProcess;
  said: string[];
  ready: Promise<Document>;
  exit: Promise<number | null>;
} {
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr! }).on('line', (line) => said.push(line));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const ready = new Promise<Document>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => resolve(JSON.parse(line)));
    void exit.then(() => reject(new Error(said.join('\n'))));
  });
  ready.catch(() => undefined);
  return { child, said, ready, exit };
}
