// The phone speaks only from its catalogues, and both say the same things.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../client/src/mobile', import.meta.url));
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
const catalogue = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'words', `${name}.json`), 'utf8')) as Record<string, string>;
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe("the phone's catalogues", () => {
  const zh = catalogue('zh-CN');
  const en = catalogue('en');

  it('have the same entries in Chinese and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('fill the same places in both languages', () => {
    const uneven = Object.keys(zh).filter((key) => places(zh[key] ?? '').join() !== places(en[key] ?? '').join());
    expect(uneven).toEqual([]);
  });

  it('leave no Chinese in English and none empty', () => {
    const odd = Object.entries(en).filter(
      ([key, text]) => key !== 'language.zh' && (/\p{Script=Han}/u.test(text) || text === ''),
    );
    expect(odd).toEqual([]);
  });

  it('hold every text: no page writes Chinese itself', () => {
    const spoken = filesBelow(root).filter((path) =>
      /\p{Script=Han}/u.test(withoutComments(readFileSync(path, 'utf8'))),
    );
    expect(spoken).toEqual([]);
  });

  it('hold nothing that no page says', () => {
    const code = filesBelow(root)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const unused = Object.keys(zh).filter((key) => !key.startsWith('fail.') && !code.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });
});
