// Short choices to tap: one of several, or any of several.
import type { ReactElement } from 'react';
import { arrowKeys } from './arrow-keys.ts';
import { Icon } from './icon.tsx';

export type Choice = { value: string; label: string };
type ChipsProps = {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onPick: (value: string) => void;
};

/** Any of several; a chosen one is taken back by another tap. */
export const ToggleChips = ({ label, choices, chosen, onPick }: ChipsProps): ReactElement => (
  <div className="chips" role="group" aria-label={label}>
    {choices.map(({ value, label: word }) => (
      <button
        key={value}
        type="button"
        className="chip"
        aria-pressed={chosen.includes(value)}
        onClick={() => onPick(value)}
      >
        {chosen.includes(value) && <Icon name="tick" />}
        {word}
      </button>
    ))}
  </div>
);

/** One of several. */
export const RadioChips = ({ label, choices, chosen, onPick }: ChipsProps): ReactElement => (
  <div className="chips" role="radiogroup" aria-label={label} onKeyDown={arrowKeys}>
    {choices.map(({ value, label: word }, index) => (
      <button
        key={value}
        type="button"
        className="chip"
        role="radio"
        aria-checked={chosen.includes(value)}
        tabIndex={chosen.includes(value) || (chosen.length === 0 && index === 0) ? 0 : -1}
        onClick={() => onPick(value)}
      >
        {chosen.includes(value) && <Icon name="tick" />}
        {word}
      </button>
    ))}
  </div>
);
