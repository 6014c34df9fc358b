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

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
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
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid !== process.pid && pid > 0 && alive(pid))
      return {
        ok: false,
        sentence: `数据目录 ${dataDir} 正被另一个进程（${pid}）使用：请先停止它，或用 DATA_DIR 换一个目录。/ The data directory is in use by process ${pid}: stop it or set DATA_DIR.`,
      };
    rmSync(path);
  }
  const handle = openSync(path, 'wx', 0o600);
  writeSync(handle, String(process.pid));
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
