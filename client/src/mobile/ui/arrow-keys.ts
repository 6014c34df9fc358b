// Arrow keys inside a radio group move and choose, as people with a keyboard expect.
import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export const arrowKeys = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key];
  if (step === undefined) return;
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
  const here = radios.indexOf(document.activeElement as HTMLElement);
  if (here < 0) return;
  event.preventDefault();
  const next = radios[(here + step + radios.length) % radios.length];
  next?.focus();
  next?.click();
};
