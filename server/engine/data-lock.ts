// Keeps two engines from sharing a data directory; what a killed one left behind is taken over.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const held = new Set<string>();

export class DataDirectoryInUse extends Error {}

/** Returns how to let go of it. */
export function lockDataDirectory(dataDir: string): () => void {
  const path = join(dataDir, 'engine.lock');
  const owner = `${process.pid} ${startOf(process.pid)}`;
  if (!create(path, owner)) {
    const other = readFileSync(path, 'utf8').trim();
    if (isAlive(other, path))
      throw new DataDirectoryInUse(
        `The data directory ${dataDir} is in use by process ${other.split(' ')[0] ?? '?'}; stop that process or set DATA_DIR to another directory.`,
      );
    rmSync(path, { force: true });
    if (!create(path, owner))
      throw new DataDirectoryInUse(`The data directory ${dataDir} was taken by another process.`);
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

function create(path: string, owner: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, owner);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(owner: string, path: string): boolean {
  const [pid, start] = owner.split(' ');
  const number = Number(pid);
  if (number === process.pid) return held.has(path);
  if (!Number.isInteger(number) || number <= 0) return false;
  try {
    process.kill(number, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return start === undefined || startOf(number) === start;
}

/** Process ids are given again; the start time in clock ticks tells two of them apart, where the system has it. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
