// Who uses this phone: told by the server, remembered for a start without a network.
import { call, ProblemError } from '../../shared/api/index.ts';
import type { Boot, Me } from '#contracts/session.ts';
import { emptyBox, openBox, startPump } from '../outbox/index.ts';
import { closePhone, forgetAll, openPhone } from '../store/index.ts';
import { setBusinessNow } from '../time/index.ts';

const bootKey = 'phone.boot';

/** `stale`: no answer from the server, this is what it said last time. */
export type Known = { boot: Boot; stale: boolean };

const remembered = (): Boot | null => {
  const text = localStorage.getItem(bootKey);
  // Written by this file only.
  return text === null ? null : (JSON.parse(text) as Boot);
};
const remember = (boot: Boot): void => localStorage.setItem(bootKey, JSON.stringify({ ...boot, accounts: [] }));

export const readBoot = async (): Promise<Known> => {
  try {
    const boot = await call('GET /api/boot');
    setBusinessNow(boot.now);
    if (boot.me !== null) remember(boot);
    return { boot, stale: false };
  } catch (error) {
    const last = remembered();
    if (last === null || !(error instanceof ProblemError)) throw error;
    return { boot: last, stale: true };
  }
};

let stopPump: (() => void) | null = null;

export const enter = async (me: Me): Promise<void> => {
  await openPhone(me.userId);
  await openBox();
  stopPump?.();
  stopPump = startPump();
};

export const leave = async (): Promise<void> => {
  await call('DELETE /api/session');
  stopPump?.();
  stopPump = null;
  localStorage.removeItem(bootKey);
  forgetAll();
  emptyBox();
  await closePhone();
};
