// The last answer to "who uses this phone", for a start without a network.
import type { Boot } from '#contracts/session.ts';
import { businessNow } from '../time/index.ts';

const bootKey = 'phone.boot';
/** As long as the server lets a session live at most. */
const longest = 7 * 24 * 3_600_000;

/** `toldAt`: this phone's time of the answer. */
export type Remembered = Boot & { toldAt: number };

export const isFresh = ({ toldAt }: Pick<Remembered, 'toldAt'>, now: number): boolean =>
  now - toldAt >= 0 && now - toldAt < longest;

/** Whoever was last here, fresh or not. */
export const lastTold = (): Remembered | null => {
  const text = localStorage.getItem(bootKey);
  // Written by this file only.
  return text === null ? null : (JSON.parse(text) as Remembered);
};

export const remembered = (): Remembered | null => {
  const last = lastTold();
  return last !== null && isFresh(last, Date.now()) ? last : null;
};

export const remember = (boot: Boot): void => {
  const last: Remembered = { ...boot, accounts: [], now: businessNow().toISOString(), toldAt: Date.now() };
  localStorage.setItem(bootKey, JSON.stringify(last));
};

export const forget = (): void => localStorage.removeItem(bootKey);
