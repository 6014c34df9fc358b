// The lock on the data directory: one server at a time, and never kept out by one that is gone.
import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDirectory } from '../../server/data-directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'data-directory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const lockedBy = (holder: string): string => {
  const dataDir = join(folder, String((count += 1)));
  lockDataDirectory(dataDir);
  writeFileSync(join(dataDir, 'server.lock'), holder);
  return dataDir;
};
/** Alive as long as this test, and not the one that asks. */
const living = process.ppid;
const linux = process.platform === 'linux' ? it : it.skip;

describe('a data directory', () => {
  it('is let go of when the server stops', () => {
    const dataDir = join(folder, 'fresh');
    const lock = lockDataDirectory(dataDir);
    if (!lock.ok) throw new Error(lock.sentence);
    expect(existsSync(join(dataDir, 'server.lock'))).toBe(true);
    lock.release();
    expect(existsSync(join(dataDir, 'server.lock'))).toBe(false);
  });

  it('in use by a living process names it', () => {
    expect(lockDataDirectory(lockedBy(String(living)))).toMatchObject({
      ok: false,
      sentence: expect.stringContaining(String(living)),
    });
  });

  it('left locked by a process that is gone is taken over', () => {
    const dataDir = lockedBy('999999999 1');
    expect(lockDataDirectory(dataDir)).toMatchObject({ ok: true });
    expect(readFileSync(join(dataDir, 'server.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  // start times are told by /proc
  linux('left locked before a reboot is taken over, though its process number was given again', () => {
    expect(lockDataDirectory(lockedBy(`${living} 1`))).toMatchObject({ ok: true });
  });
});
