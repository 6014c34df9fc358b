// Every act that the domain puts on the audit trail has its words, so that no code is ever shown.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actKey } from '../../../client/src/features/admin/trail-words.ts';

const root = join(import.meta.dirname, '../../..');
type Tree = { readonly [key: string]: string | Tree };
const catalogue = JSON.parse(readFileSync(join(root, 'client/src/shared/i18n/zh-CN/admin.json'), 'utf8')) as {
  trail: { object: Tree; act: Tree };
};
const at = (tree: Tree, path: string): string | Tree | undefined =>
  path.split('.').reduce<string | Tree | undefined>((in_, part) => (typeof in_ === 'object' ? in_[part] : in_), tree);

const domain = join(root, 'server/domain');
const textOf = (slice: string): string =>
  readdirSync(join(domain, slice), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(domain, slice, file), 'utf8'))
    .join('\n');
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, ...parts]) => parts);

/** Entries of these slices are named by the slice's object and their kind or event. */
const kinds = /kind: (?:\w+ \? )?'(\w+)'(?: : '(\w+)')?,\s*title/g;
const events = /event: (?:[\w.]+ \? )?'(\w+)'(?: : '(\w+)')?/g;
const named = [
  ['campaigns', 'campaign', kinds],
  ['cases', 'case', kinds],
  ['issues', 'issue', kinds],
  ['extensions', 'issue', kinds],
  ['inspections', 'inspection', events],
  ['escalations', 'escalation', events],
] as const;
const acts = [
  ...named.flatMap(([slice, object, pattern]) =>
    found(textOf(slice), pattern)
      .filter((kind) => kind !== undefined)
      .map((kind) => `${object}.${kind}`),
  ),
  ...readdirSync(domain).flatMap((slice) => found(textOf(slice), /\baction: '([a-z]+[\w.-]*)',/g)),
].map((act) => (act === 'recall' || act === 'sign' ? `escalation.${act}` : act));

describe('the words of the audit trail', () => {
  it('are there for every act', () => {
    expect(acts.length).toBeGreaterThan(80);
    expect([...new Set(acts)].filter((act) => typeof at(catalogue.trail.act, actKey(act)) !== 'string')).toEqual([]);
  });

  it('are there for every object', () => {
    const objects = readdirSync(domain).flatMap((slice) => found(textOf(slice), /\bobject: '(\w+)',/g));
    expect(objects.length).toBeGreaterThan(15);
    expect([...new Set(objects)].filter((object) => typeof catalogue.trail.object[object] !== 'string')).toEqual([]);
  });

  it('name a completed task by the act alone', () => {
    expect(actKey('task.complete.verify-issue')).toBe('task.complete');
    expect(actKey('sign-in')).toBe('sign-in');
  });
});
