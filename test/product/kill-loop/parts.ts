// The product's processes as the system shows them: which child is the engine, which the store.
import { readdirSync, readFileSync } from 'node:fs';

export type PartName = 'engine' | 'store';
const scripts: Readonly<Record<PartName, string>> = {
  engine: 'server/engine.js',
  store: 'server/docstore.js',
};

const parentOf = (pid: number): number => {
  // the name in brackets may hold blanks
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

/** Null while it is being started again. */
export const pidOf = (serverPid: number, part: PartName): number | null => {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const pid = Number(name);
      if (parentOf(pid) === serverPid && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(scripts[part]))
        return pid;
    } catch {
      // ended while we looked
    }
  }
  return null;
};
/** Processes can be told apart here only where the system shows them as files. */
export const canLook = process.platform === 'linux';
