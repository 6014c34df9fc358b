// Which columns this workstation hides.
import { useState } from 'react';

const storageKey = 'ledger-hidden-columns';
const stored = (): ReadonlySet<string> =>
  new Set((localStorage.getItem(storageKey) ?? '').split(',').filter((name) => name !== ''));

export const useHiddenColumns = () => {
  const [hidden, setHidden] = useState(stored);
  const hide = (name: string, on: boolean): void => {
    const next = new Set(hidden);
    if (on) next.add(name);
    else next.delete(name);
    localStorage.setItem(storageKey, [...next].join(','));
    setHidden(next);
  };
  return { hidden, hide };
};
