// The public pages speak only from their catalogues, and both say the same things.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../client/src/public', import.meta.url));
const catalogue = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'words', `${name}.json`), 'utf8')) as Record<string, string>;

describe("the public pages' catalogues", () => {
  it('have the same entries in Chinese and English', () => {
    expect(Object.keys(catalogue('en')).sort()).toEqual(Object.keys(catalogue('zh-CN')).sort());
  });

  it('hold every text: no renderer writes Chinese itself', () => {
    const spoken = readdirSync(root)
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => /\p{Script=Han}/u.test(readFileSync(join(root, name), 'utf8')));
    expect(spoken).toEqual([]);
  });
});
