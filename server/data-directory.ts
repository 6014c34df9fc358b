// The data directory: made, locked against a second start, and keeper of the secrets of this installation.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

type Locked = { readonly ok: true; release(): void } | { readonly ok: false; readonly sentence: string };

/** Numbers of processes are given again, after a reboot above all; the start in clock ticks tells two apart on Linux. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name in brackets may hold blanks
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};
const nameOf = (pid: number): string => `${pid} ${startOf(pid)}`;
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // somebody else's process is a process too
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** A lock left by kill -9 is taken over: its process is gone. */
export const lockDataDirectory = (dataDir: string): Locked => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : '';
    return {
      ok: false,
      sentence: `数据目录 ${dataDir} 不能使用（${why}）：请检查权限，或用 DATA_DIR 换一个目录。/ The data directory cannot be used: check its permissions or set DATA_DIR.`,
    };
  }
  const path = join(dataDir, 'server.lock');
  if (existsSync(path)) {
    const holder = readFileSync(path, 'utf8');
    const pid = Number.parseInt(holder, 10);
    if (pid !== process.pid && pid > 0 && alive(pid) && (holder === nameOf(pid) || !holder.includes(' ')))
      return {
        ok: false,
        sentence: `数据目录 ${dataDir} 正被另一个进程（${pid}）使用：请先停止它，或用 DATA_DIR 换一个目录。/ The data directory is in use by process ${pid}: stop it or set DATA_DIR.`,
      };
    rmSync(path);
  }
  const handle = openSync(path, 'wx', 0o600);
  writeSync(handle, nameOf(process.pid));
  closeSync(handle);
  return { ok: true, release: () => rmSync(path, { force: true }) };
};

/** A random secret, made once and kept with the data. */
export const keptSecret = (dataDir: string, name: string): string => {
  const path = join(dataDir, `${name}.secret`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
};
