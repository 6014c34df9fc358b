// Tabs by the ARIA pattern: arrows move, the chosen one is shown; small enough for every page.
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export type TabItem = { readonly key: string; readonly label: string; readonly children: ReactNode };
type Props = { label: string; items: readonly TabItem[]; active?: string; onChange?: (key: string) => void };

const stepOf: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

export const TabSet = ({ label, items, active, onChange }: Props) => {
  const id = useId();
  const [own, setOwn] = useState(items[0]?.key ?? '');
  const wanted = active ?? own;
  const shown = items.find((item) => item.key === wanted) ?? items[0];
  const choose = (key: string): void => {
    setOwn(key);
    onChange?.(key);
  };
  const walk = (event: KeyboardEvent): void => {
    const step = stepOf[event.key];
    if (step === undefined || shown === undefined) return;
    event.preventDefault();
    const next = items[(items.indexOf(shown) + step + items.length) % items.length];
    if (next === undefined) return;
    choose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  if (shown === undefined) return null;
  return (
    <div className="tab-set">
      <div role="tablist" aria-label={label} className="tab-line" onKeyDown={walk}>
        {items.map((item) => (
          <button
            key={item.key}
            id={`${id}-${item.key}`}
            type="button"
            role="tab"
            aria-selected={item === shown}
            aria-controls={`${id}-panel`}
            tabIndex={item === shown ? 0 : -1}
            onClick={() => choose(item.key)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.key}`}>
        {shown.children}
      </div>
    </div>
  );
};
