import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { num, text } from '../../../../server/engine/state/store/key-parts.ts';
import { Store } from '../../../../server/engine/state/index.ts';
import { temporaryDirectory } from '../support/harness.ts';

const directories: string[] = [];
const directory = (): string => {
  const made = temporaryDirectory();
  directories.push(made);
  return made;
};
afterEach(() => directories.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })));

type Action =
  | { readonly kind: 'put'; readonly key: number; readonly value: number }
  | { readonly kind: 'remove'; readonly key: number }
  | { readonly kind: 'flush' }
  | { readonly kind: 'undone'; readonly key: number };

const key = fc.integer({ min: 0, max: 12 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, value: fc.integer() }),
  fc.record({ kind: fc.constant('remove' as const), key }),
  fc.record({ kind: fc.constant('undone' as const), key }),
  fc.constant({ kind: 'flush' as const }),
);

describe('the state store', () => {
  it('reads as a sorted map would, whatever was flushed and whatever was taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
        const store = new Store(directory());
        const table = store.table<number>('numbers');
        const model = new Map<string, number>();
        const flushes: Promise<void>[] = [];
        for (const act of actions) {
          if (act.kind === 'flush') flushes.push(store.flush(1, 1, Promise.resolve()));
          else apply(act, table, model, store);
          const expected = [...model].sort(([a], [b]) => (a < b ? -1 : 1));
          expect(table.scan('')).toEqual(expected);
          expect(table.first('')).toEqual(expected[0]);
          for (let n = 0; n <= 12; n += 1) expect(table.get(num(n))).toBe(model.get(num(n)));
        }
        await Promise.all(flushes);
        expect(table.scan('')).toEqual([...model].sort(([a], [b]) => (a < b ? -1 : 1)));
        await store.close();
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what was flushed, with the position it stands at', async () => {
    const path = directory();
    const store = new Store(path);
    store.table<string>('words').put('a', 'kept');
    await store.flush(17, 2 ** 51 + 3, Promise.resolve());
    store.table<string>('words').put('b', 'lost');
    await store.close();
    const again = new Store(path);
    expect(again.meta).toMatchObject({ position: 17, lastKey: 2 ** 51 + 3 });
    expect(again.table<string>('words').scan('')).toEqual([['a', 'kept']]);
    await again.close();
  });

  it('keeps names apart that only differ in letters a key cannot hold', () => {
    const names = ['a b', 'a!b', '任务', '任', 'a', 'A', 'a~b', 'é', 'x'.repeat(2_000), 'x'.repeat(2_001)];
    expect(new Set(names.map(text)).size).toBe(names.length);
    for (const name of names) expect(text(name).length).toBeLessThan(500);
  });

  it('sorts numbers by value', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        expect(num(a) < num(b)).toBe(a < b);
      }),
    );
  });
});

function apply(
  act: Exclude<Action, { kind: 'flush' }>,
  table: ReturnType<Store['table']> & {
    insert(key: string, value: number): void;
    put(key: string, value: number): void;
  },
  model: Map<string, number>,
  store: Store,
): void {
  const at = num(act.key);
  if (act.kind === 'undone') {
    store.journal.begin();
    table.put(at, 1);
    table.remove(num(act.key + 1));
    table.remove(at);
    store.journal.takeBack();
  } else if (act.kind === 'remove') {
    table.remove(at);
    model.delete(at);
  } else {
    if (model.has(at)) table.put(at, act.value);
    else table.insert(at, act.value);
    model.set(at, act.value);
  }
}
