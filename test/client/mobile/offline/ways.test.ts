// What the phone's worker answers, and which of its stores it gives up.
import { describe, expect, it } from '@jest/globals';
import { outdatedStores, storeName, wayOf } from '../../../../client/src/mobile/offline/ways.ts';

const origin = 'https://county.example';
const way = (path: string, { method = 'GET', mode = 'cors' } = {}) =>
  wayOf({ method, mode, url: new URL(path, origin).href }, origin);
const opened = { mode: 'navigate' };

describe("the phone's worker", () => {
  it('answers for the page of the phone, however its address ends', () => {
    for (const path of ['/m', '/m?from=sms', '/m/', '/m/anything', '/m#/task/1'])
      expect(way(path, opened)).toBe('page');
  });

  it('leaves the other entries alone, those too whose address begins alike', () => {
    for (const path of ['/', '/models', '/models/p1', '/public', '/inbox']) expect(way(path, opened)).toBeNull();
  });

  it('answers for scripts and styles', () => {
    expect(way('/assets/m-1.js')).toBe('asset');
  });

  it('never touches what is personal, what is live and what is sent', () => {
    for (const path of ['/api/boot', '/api/tasks?view=mine', '/api/evidence/1/file', '/live/?EIO=4', '/m-worker.js'])
      expect(way(path)).toBeNull();
    expect(way('/api/evidence', { method: 'POST' })).toBeNull();
    expect(way('/m', { method: 'POST', mode: 'navigate' })).toBeNull();
    expect(way('https://elsewhere.example/assets/m-1.js')).toBeNull();
  });

  it('keeps the version before for pages still open with it, and drops older ones', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(storeName) as [string, string, string];
    expect(outdatedStores([a, b, c], c)).toEqual([a]);
    expect(outdatedStores([b, c], c)).toEqual([]);
    expect(outdatedStores([c], c)).toEqual([]);
    expect(outdatedStores(['of-another-product', c], c)).toEqual([]);
  });
});
