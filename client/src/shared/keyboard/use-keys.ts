// Page keys: none fires while someone types, composes Chinese or has a dialog open.
import { useEffect, useRef } from 'react';

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role=combobox]') !== null);
// antd leaves a closed dialog in the page, hidden
const dialogOpen = (): boolean =>
  [...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((dialog) => dialog.checkVisibility());
const pressesItself = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof HTMLElement &&
  event.target.closest('button, a, summary, [role=tab], [role=radio], [role=menuitem]') !== null;

/** Escape only leaves the field; the next one acts. */
const leaveField = (name: string, target: EventTarget | null): void => {
  if (name === 'Escape' && target instanceof HTMLElement) target.blur();
};

/** `Ctrl+` also means the command key; it works inside inputs because nobody types with it. */
export const keyName = (event: KeyboardEvent): string => {
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${name}` : name;
};

export const useKeys = (keys: KeyMap): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || event.altKey || event.defaultPrevented) return;
      const name = keyName(event);
      const act = latest.current[name];
      if (act === undefined || dialogOpen()) return;
      if (!name.startsWith('Ctrl+') && typing(event.target)) return leaveField(name, event.target);
      if (pressesItself(event)) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
