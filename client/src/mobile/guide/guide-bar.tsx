// The one blue button: names the next undone step and leads there; when all is done it hands in.
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Bar, Icon } from '../ui/index.ts';
import type { IconName } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { showStep } from './show-step.ts';

/** `short` names the step among what is still missing, `verb` on the button; `alone`: the verb needs no lead-in. */
export type Step = {
  id: string;
  title: string;
  short: string;
  verb: string;
  icon?: IconName;
  alone?: boolean;
  done: boolean;
};
type GuideBarProps = {
  steps: readonly Step[];
  submitLabel: string;
  second?: ReactNode;
  hint?: ReactNode;
  onSubmit: () => Promise<void>;
};

const named = 2;

/** The first few by name, the rest by number: the line stays one line. */
export const missingText = (steps: readonly Step[]): string => {
  const missing = steps.filter((step) => !step.done).map((step) => step.short);
  const what = missing.slice(0, named).join(say('list.comma'));
  return missing.length > named ? say('guide.more', { what, n: missing.length }) : what;
};

export const progressText = (steps: readonly Step[]): string => {
  const done = steps.filter((step) => step.done).length;
  return done === steps.length ? say('guide.all', { n: steps.length }) : say('guide.some', { n: steps.length, done });
};

export const GuideBar = ({ steps, submitLabel, second, hint, onSubmit }: GuideBarProps): ReactElement => {
  const [busy, setBusy] = useState(false);
  const next = steps.find((step) => !step.done);
  const submit = (): void => {
    if (busy) return;
    setBusy(true);
    void onSubmit().finally(() => setBusy(false));
  };
  const words = hint ?? (
    <>
      <span>{progressText(steps)}</span>
      {next !== undefined && <span>{say('guide.missing', { what: missingText(steps) })}</span>}
    </>
  );
  return (
    <Bar hint={words} second={second}>
      {next === undefined ? (
        <button type="button" className="primary" aria-busy={busy} onClick={submit}>
          {submitLabel}
        </button>
      ) : (
        <button type="button" className="primary" onClick={() => showStep(next.id)}>
          {next.icon !== undefined && <Icon name={next.icon} />}
          {next.alone === true ? next.verb : say('guide.next', { what: next.verb })}
        </button>
      )}
    </Bar>
  );
};
