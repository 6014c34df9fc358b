// One process per data directory: a lock that the operating system frees even after kill -9.
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { join } from 'node:path';

export interface DirectoryLock {
  release(): Promise<void>;
}

export class DirectoryInUse extends Error {
  constructor(dataDir: string) {
    super(
      `The data directory ${dataDir} is in use by another document store. Stop that one, or choose another DATA_DIR.`,
    );
    this.name = 'DirectoryInUse';
  }
}

export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  mkdirSync(dataDir, { recursive: true });
  const name = lockName(realpathSync(dataDir));
  const server = createServer((socket) => socket.destroy());
  if (!(await bind(server, name)) && !(await takeOver(server, name))) throw new DirectoryInUse(dataDir);
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Linux has socket names that are no files and vanish with their process; elsewhere a file has to do. */
function lockName(dataDir: string): string {
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0docstore-${digest}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\docstore-${digest}` : join(dataDir, 'lock.sock');
}

/** A socket file nobody answers on is left over from a process that was killed. */
async function takeOver(server: Server, name: string): Promise<boolean> {
  if (process.platform === 'linux' || process.platform === 'win32' || (await answers(name))) return false;
  rmSync(name, { force: true });
  return bind(server, name);
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function bind(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', failed);
    server.listen({ path: name }, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
