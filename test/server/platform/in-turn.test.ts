// What shares a lane runs one after another; lanes do not wait for each other, nor for a failure.
import { describe, expect, it } from '@jest/globals';
import { createInTurn } from '../../../server/platform/in-turn.ts';

type Gate = { readonly opened: Promise<void>; readonly open: () => void };
const gate = (): Gate => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

describe('acts in turn', () => {
  it('begins an act of a lane only once the one before it is over', async () => {
    const inTurn = createInTurn();
    const first = gate();
    const begun: string[] = [];
    const acts = [
      inTurn('campaign', async () => {
        begun.push('first');
        await first.opened;
      }),
      inTurn('campaign', async () => void begun.push('second')),
      inTurn('other', async () => void begun.push('other')),
    ];
    await acts[2];
    expect(begun).toEqual(['first', 'other']);
    first.open();
    await Promise.all(acts);
    expect(begun).toEqual(['first', 'other', 'second']);
  });

  it('tells a failure to the one who asked and goes on with the next', async () => {
    const inTurn = createInTurn();
    const failing = inTurn('campaign', () => Promise.reject(new Error('no')));
    const next = inTurn('campaign', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });
});
