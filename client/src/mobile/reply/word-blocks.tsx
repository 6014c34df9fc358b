// 做了什么 and 为什么会这样: sentences by tapping, free to edit.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import { StepTag } from '../guide/index.ts';
import { Section, ToggleChips } from '../ui/index.ts';
import { say, source } from '../words/index.ts';
import type { Answer } from './answer.ts';
import { withSentence, withoutSentence } from './sentences.ts';

type WordBlockProps = { no?: number; issue: IssueDetail; answer: Answer; done: boolean; below?: ReactElement | null };
type DidProps = WordBlockProps & { onChange: (did: string) => void };

export const DidBlock = ({ no, issue, answer, done, below, onChange }: DidProps): ReactElement => {
  const chosen = issue.actionChips.filter((chip) => answer.did.includes(chip.sentence));
  const pick = (label: string): void => {
    const chip = issue.actionChips.find((one) => one.label === label);
    if (chip === undefined) return;
    const has = chosen.includes(chip);
    onChange(has ? withoutSentence(answer.did, chip.sentence) : withSentence(answer.did, chip.sentence));
  };
  return (
    <Section
      id="step-did"
      title={say('reply.did')}
      {...(no === undefined ? {} : { no })}
      side={<StepTag done={done} yes={say('reply.filled')} no={say('reply.notFilled')} />}
    >
      {issue.actionChips.length > 0 && (
        <>
          <p className="muted">{say('reply.didHint')}</p>
          <ToggleChips
            label={say('reply.did')}
            choices={issue.actionChips.map(({ label }) => ({ value: label, label }))}
            chosen={chosen.map((chip) => chip.label)}
            onPick={pick}
          />
        </>
      )}
      <textarea aria-label={say('reply.did')} value={answer.did} onChange={({ target }) => onChange(target.value)} />
      {below}
    </Section>
  );
};

type CauseProps = WordBlockProps & { onChange: (patch: { causes?: string[]; otherCause?: string }) => void };
const other = 'other';

export const CauseBlock = ({ no, issue, answer, done, below, onChange }: CauseProps): ReactElement => {
  const [writing, setWriting] = useState(answer.otherCause !== '' || issue.causeChips.length === 0);
  const choices = issue.causeChips
    .filter((cause) => cause !== source('reply.otherCause'))
    .map((cause) => ({ value: cause, label: cause }));
  const pick = (cause: string): void => {
    if (cause === other) {
      if (writing) onChange({ otherCause: '' });
      return setWriting(!writing);
    }
    const has = answer.causes.includes(cause);
    onChange({ causes: has ? answer.causes.filter((one) => one !== cause) : [...answer.causes, cause] });
  };
  return (
    <Section
      id="step-cause"
      title={say('reply.cause')}
      {...(no === undefined ? {} : { no })}
      side={<StepTag done={done} yes={say('reply.filled')} no={say('reply.notFilled')} />}
    >
      {choices.length > 0 && (
        <ToggleChips
          label={say('reply.cause')}
          choices={[...choices, { value: other, label: say('reply.otherCause') }]}
          chosen={writing ? [...answer.causes, other] : answer.causes}
          onPick={pick}
        />
      )}
      {writing && (
        <textarea
          aria-label={say('reply.otherCause')}
          value={answer.otherCause}
          onChange={({ target }) => onChange({ otherCause: target.value })}
        />
      )}
      {below}
    </Section>
  );
};
