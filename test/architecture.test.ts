// The import table of ARCHITECTURE.md, judged by machine: directions, doors, cycles, names.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.(ts|tsx)$/.test(entry.name) ? [path] : [];
  });

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };
const importPattern = /(?:import|export)\s(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
const files = ['server', 'client'].flatMap((part) => filesBelow(join(root, part))).map((path) => relative(root, path));
const importsOf = (file: string): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(importPattern)].flatMap((match) => {
    const target = match[2] ?? match[3] ?? '';
    // erased at run time
    const typeOnly = match[1] !== undefined;
    if (target.startsWith('.')) return [{ from: file, to: normalize(join(dirname(file), target)), typeOnly }];
    if (target.startsWith('#contracts/'))
      return [{ from: file, to: target.replace('#contracts', 'server/contracts'), typeOnly }];
    return [];
  });
const imports = files.flatMap(importsOf);

/** Ranks of slices: a slice may import lower ranks only. */
const ranks: Readonly<Record<string, number>> = {
  access: 0,
  calendar: 0,
  organisations: 1,
  users: 2,
  teams: 3,
  session: 4,
  instances: 0,
  audit: 1,
  notifications: 1,
  tasks: 2,
  evidence: 4,
  issues: 5,
  extensions: 6,
  cases: 6,
  inspections: 6,
  escalations: 6,
  backtracks: 7,
  campaigns: 8,
  disclosure: 9,
  'process-models': 4,
};
const sliceOf = (path: string): string | null => /^server\/domain\/([^/]+)\//.exec(path)?.[1] ?? null;
const engineRoomOf = (path: string): string | null => /^server\/engine\/([^/]+)\//.exec(path)?.[1] ?? null;

const forbidden: readonly { readonly why: string; readonly bad: (one: Import) => boolean }[] = [
  {
    why: 'the client imports of the server only its contracts',
    bad: ({ from, to }) =>
      from.startsWith('client/') && to.startsWith('server/') && !to.startsWith('server/contracts/'),
  },
  {
    why: 'the server imports of the client only pure renderers of the public page',
    bad: ({ from, to }) =>
      from.startsWith('server/') && to.startsWith('client/') && to !== 'client/src/public/index.ts',
  },
  {
    why: 'contracts import contracts only',
    bad: ({ from, to }) => from.startsWith('server/contracts/') && !to.startsWith('server/contracts/'),
  },
  {
    why: 'the engine knows nothing of the product',
    bad: ({ from, to }) => from.startsWith('server/engine/') && !to.startsWith('server/engine/'),
  },
  {
    why: 'the document store knows nothing of the product',
    bad: ({ from, to }) => from.startsWith('server/docstore/') && !to.startsWith('server/docstore/'),
  },
  {
    why: 'nothing but tests imports the engine or the store: they are spoken to over the wire',
    bad: ({ from, to }) => /^server\/(engine|docstore)\//.test(to) && !/^server\/(engine|docstore)\//.test(from),
  },
  {
    why: 'platform knows no domain word',
    bad: ({ from, to }) => from.startsWith('server/platform/') && to.startsWith('server/domain/'),
  },
  {
    why: 'only compose, main and the demo know several slices from outside',
    bad: ({ from, to }) =>
      to.startsWith('server/domain/') &&
      !from.startsWith('server/domain/') &&
      !/^server\/(compose|ground|people|matters|product|public-pages|main|demo)/.test(from),
  },
  {
    why: 'slices are entered by their door',
    bad: ({ from, to }) => sliceOf(to) !== null && sliceOf(from) !== sliceOf(to) && !to.endsWith('/index.ts'),
  },
  {
    why: 'a slice imports lower ranks only',
    bad: ({ from, to }) => {
      const [here, there] = [sliceOf(from), sliceOf(to)];
      return here !== null && there !== null && here !== there && (ranks[here] ?? -1) <= (ranks[there] ?? 99);
    },
  },
  {
    why: 'features of the client import shared only, never each other',
    bad: ({ from, to }) => {
      const feature = (path: string): string | null => /^client\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
      return feature(from) !== null && feature(to) !== null && feature(from) !== feature(to);
    },
  },
  {
    why: 'the shared part of the client knows no feature',
    bad: ({ from, to }) =>
      from.startsWith('client/src/shared/') && /^client\/src\/(features|app|mobile|public)\//.test(to),
  },
];

/** Strongly connected groups by depth-first search over file imports. */
const cycles = (): string[] => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') return void found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    state.set(file, 'open');
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
};
describe('the architecture', () => {
  for (const { why, bad } of forbidden)
    it(why, () => {
      expect(imports.filter(bad).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    });

  it('every slice has a rank', () => {
    expect([...new Set(files.map(sliceOf))].filter((slice) => slice !== null && !(slice in ranks))).toEqual([]);
  });

  it('has no import cycles that run', () => {
    expect(cycles()).toEqual([]);
  });

  it('has no drawers', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|manager|base|types|interfaces)(\.tsx?$|\/)/;
    expect(files.filter((file) => drawers.test(file))).toEqual([]);
  });

  it('says in the first line of every file what it is for', () => {
    expect(files.filter((file) => !/^(\/\/|\/\*\*?) ?\S/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('reads the machine time and randomness in one place each', () => {
    const ambient = /\bDate\.now\(\)|\bMath\.random\(\)|new Date\(\)/;
    const allowed = new Set(['server/platform/clock.ts', 'server/engine/clock.ts', 'server/docstore/clock.ts']);
    expect(
      files.filter(
        (file) =>
          file.startsWith('server/') && !allowed.has(file) && ambient.test(readFileSync(join(root, file), 'utf8')),
      ),
    ).toEqual([]);
  });

  it('keeps engine rooms apart: appliers never see commands or elements', () => {
    const bad = imports.filter(
      ({ from, to }) =>
        ['appliers', 'state', 'protocol', 'log'].includes(engineRoomOf(from) ?? '') &&
        ['commands', 'elements', 'gateway', 'stream', 'mechanics'].includes(engineRoomOf(to) ?? ''),
    );
    expect(bad.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});
