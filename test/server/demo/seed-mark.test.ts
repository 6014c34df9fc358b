// A demo county that was left half-built is thrown away; a finished one and foreign data are not touched.
import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearHalfBuilt, isBuilt, mark } from '../../../server/demo/seed-mark.ts';

const inDirectory = (run: (dataDir: string) => void): void => {
  const dataDir = mkdtempSync(join(tmpdir(), 'seed-mark-'));
  mkdirSync(join(dataDir, 'engine'));
  mkdirSync(join(dataDir, 'docstore'));
  try {
    run(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
};

describe('a start that finds a demo county', () => {
  it('removes what an interrupted seed had built, once', () =>
    inDirectory((dataDir) => {
      mark(dataDir, 'building');
      expect(clearHalfBuilt(dataDir, true)).toBe('cleared');
      expect(existsSync(join(dataDir, 'engine'))).toBe(false);
      expect(existsSync(join(dataDir, 'docstore'))).toBe(false);
      expect(clearHalfBuilt(dataDir, true)).toBe('nothing');
    }));
  it('keeps a county that was finished', () =>
    inDirectory((dataDir) => {
      mark(dataDir, 'building');
      mark(dataDir, 'done');
      expect(clearHalfBuilt(dataDir, true)).toBe('nothing');
      expect(existsSync(join(dataDir, 'engine'))).toBe(true);
    }));
  it('knows before the store is asked whether there is a county', () =>
    inDirectory((dataDir) => {
      expect(isBuilt(dataDir)).toBe(false);
      mark(dataDir, 'building');
      expect(isBuilt(dataDir)).toBe(false);
      mark(dataDir, 'done');
      expect(isBuilt(dataDir)).toBe(true);
    }));
  it('keeps a county of before the mark was kept', () =>
    inDirectory((dataDir) => expect(clearHalfBuilt(dataDir, true)).toBe('nothing')));
  it('leaves databases of others to their owner and says so', () =>
    inDirectory((dataDir) => {
      mark(dataDir, 'building');
      expect(clearHalfBuilt(dataDir, false)).toBe('notOurs');
      expect(existsSync(join(dataDir, 'docstore'))).toBe(true);
    }));
});
