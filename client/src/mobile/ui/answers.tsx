// A row of equal answers, the verdict being the heaviest thing on the page.
import type { ReactElement } from 'react';
import { arrowKeys } from './arrow-keys.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type Answer = { value: string; label: string; icon?: IconName; look?: 'pass' | 'fail' | 'na' };
type AnswersProps = {
  label: string;
  answers: readonly Answer[];
  chosen: string | null;
  onPick: (value: string) => void;
};

export const Answers = ({ label, answers, chosen, onPick }: AnswersProps): ReactElement => (
  <div className="answers" role="radiogroup" aria-label={label} onKeyDown={arrowKeys}>
    {answers.map(({ value, label: word, icon, look }, index) => (
      <button
        key={value}
        type="button"
        role="radio"
        className={look === undefined ? 'answer' : `answer ${look}`}
        aria-checked={chosen === value}
        tabIndex={chosen === value || (chosen === null && index === 0) ? 0 : -1}
        onClick={() => onPick(value)}
      >
        {icon !== undefined ? <Icon name={icon} /> : chosen === value && <Icon name="tick" />}
        {word}
      </button>
    ))}
  </div>
);
