// Brings a step of a form into view; a camera is opened at once, a field gets the cursor.
export const showStep = (id: string): void => {
  const block = document.getElementById(`step-${id}`);
  const taker = document.getElementById(`take-${id}`);
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  block?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  if (taker !== null) {
    taker.focus({ preventScroll: true });
    if (taker instanceof HTMLButtonElement) taker.click();
    return;
  }
  const first = block?.querySelector<HTMLElement>(
    'textarea, input:not([tabindex="-1"]), select, [role="radio"], button',
  );
  (first ?? block)?.focus({ preventScroll: true });
};
