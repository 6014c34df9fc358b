// Whether the line is up: what the phone says of its network, and whether the server answered last time.
import { useSyncExternalStore } from 'react';
import { followReach } from '../../shared/api/index.ts';

export type Line = 'up' | 'noNetwork' | 'noServer';

let answered = true;
const listeners = new Set<() => void>();

followReach((arrived) => {
  if (arrived === answered) return;
  answered = arrived;
  listeners.forEach((tell) => tell());
});

const lineNow = (): Line => (!navigator.onLine ? 'noNetwork' : answered ? 'up' : 'noServer');

const watchLine = (tell: () => void): (() => void) => {
  // A network that is back deserves the benefit of the doubt: the next read tells.
  const back = (): void => {
    answered = true;
    tell();
  };
  listeners.add(tell);
  window.addEventListener('online', back);
  window.addEventListener('offline', tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('online', back);
    window.removeEventListener('offline', tell);
  };
};

export const useLine = (): Line => useSyncExternalStore(watchLine, lineNow, () => 'up');
export const useOnline = (): boolean => useLine() === 'up';
