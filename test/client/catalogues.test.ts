// The words of the office client: both languages complete, nothing said outside the catalogues.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../client/src');
const catalogueDir = join(root, 'shared/i18n');
type Tree = { readonly [key: string]: string | Tree };

const sources = ['app', 'features', 'shared']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/^features\/modeler\/words\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const read = (language: string): Map<string, string> =>
  new Map(
    readdirSync(join(catalogueDir, language)).flatMap((file) => {
      const tree = JSON.parse(readFileSync(join(catalogueDir, language, file), 'utf8')) as Tree;
      return flat(tree).map(([key, value]): [string, string] => [`${file.replace('.json', '')}:${key}`, value]);
    }),
  );
const chinese = read('zh-CN');
const english = read('en');
/** English says one thing otherwise than several; Chinese does not. */
const singular = /_one$/;
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('catalogues of the office client', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].filter((key) => !singular.test(key)).sort()).toEqual([...chinese.keys()].sort());
  });

  it('have a singular only beside its plural', () => {
    const alone = [...english.keys()].filter((key) => singular.test(key) && !english.has(key.replace(singular, '')));
    expect(alone).toEqual([]);
  });

  it('fill the same places in both languages', () => {
    for (const [key, text] of chinese)
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('hold every word a page asks for', () => {
    const missing = sources.flatMap(({ file, text }) => {
      const namespace = /(?:useTranslation\(\[?|TFunction<)'(\w+)'/.exec(text)?.[1] ?? 'shared';
      return [...text.matchAll(/\bt\(\s*'([\w:.-]+)'/g)]
        .map((match) => match[1] ?? '')
        .map((key) => (key.includes(':') ? key : `${namespace}:${key}`))
        .filter((key) => !chinese.has(key))
        .map((key) => `${file} ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('hold a family of words for every computed key', () => {
    const keys = [...chinese.keys()];
    const missing = sources.flatMap(({ file, text }) => {
      const namespace = /(?:useTranslation\(\[?|TFunction<)'(\w+)'/.exec(text)?.[1] ?? 'shared';
      return [...text.matchAll(/\bt\(\s*`([\w:.-]+\.)\$\{/g)]
        .map((match) => match[1] ?? '')
        .map((key) => (key.includes(':') ? key : `${namespace}:${key}`))
        .filter((prefix) => !keys.some((key) => key.startsWith(prefix)))
        .map((prefix) => `${file} ${prefix}`);
    });
    expect(missing).toEqual([]);
  });

  it('are the only place with Chinese words', () => {
    const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
    const said = sources.flatMap(({ file, text }) =>
      code(text)
        .split('\n')
        .filter((line) => /[\u4e00-\u9fff]/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(said).toEqual([]);
  });
});
