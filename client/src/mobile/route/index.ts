// Which page is open, from the part of the address behind the hash: links work however the file is served.
import { useSyncExternalStore } from 'react';

export type Route = readonly string[];

export const readRoute = (hash: string): Route =>
  hash
    .replace(/^#\/?/, '')
    .split('?')[0]
    ?.split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent) ?? [];

export const linkTo = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

export const goTo = (...parts: string[]): void => {
  location.hash = linkTo(...parts);
};
/** Leaves no step behind: back must not return to a form that has been handed in. */
export const replaceWith = (...parts: string[]): void => location.replace(linkTo(...parts));

const subscribe = (tell: () => void): (() => void) => {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
};
export const useRoute = (): Route => {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return readRoute(hash);
};
