// The business clock of the server, carried on between reads; a workstation's own clock is never shown.
import { useEffect, useState } from 'react';

let offset = 0;

export const setServerNow = (now: string): void => {
  offset = Date.parse(now) - Date.now();
};
export const serverNow = (): string => new Date(Date.now() + offset).toISOString();

/** The business time, moving on by itself. */
export const useServerNow = (everyMs = 20_000): string => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};
