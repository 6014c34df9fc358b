// Who uses this phone: told by the server, remembered for a start without a network.
import { call, ProblemError } from '../../shared/api/index.ts';
import type { Boot, Me } from '#contracts/session.ts';
import { emptyBox, openBox, startPump } from '../outbox/index.ts';
import { closePhone, forgetAll, forgetReads, openPhone } from '../store/index.ts';
import { setBusinessNow } from '../time/index.ts';
import { forget, lastTold, remember, remembered } from './remembered.ts';

/** `stale`: no answer from the server, this is what it said last time. */
export type Known = { boot: Boot; stale: boolean };

const forgetPerson = async (): Promise<void> => {
  const last = lastTold();
  forget();
  if (last?.me != null) await forgetReads(last.me.userId);
};

/** What the server says now: someone it no longer knows here leaves nothing behind that was read for them. */
export const askBoot = async (): Promise<Boot> => {
  const boot = await call('GET /api/boot');
  setBusinessNow(boot.now);
  if (lastTold()?.me?.userId !== boot.me?.userId) await forgetPerson();
  if (boot.me !== null) remember(boot);
  return boot;
};

/** What was said last time, where the server says nothing (`null`) or could not; null where nobody is remembered. */
export const lastKnown = (failure: unknown): Known | null => {
  const last = remembered();
  if (last === null || (failure !== null && !(failure instanceof ProblemError))) return null;
  setBusinessNow(last.now, last.toldAt);
  return { boot: last, stale: true };
};

let stopPump: (() => void) | null = null;

/** Has just given the password: from now on known here without a network. */
export const rememberSignIn = (boot: Boot, me: Me): void => remember({ ...boot, me });

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
  forgetAll();
  emptyBox();
  await closePhone();
  await forgetPerson();
};
