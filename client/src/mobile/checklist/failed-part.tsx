// What unfolds under 不符合: what is wrong, the rule, how it will be fixed, photos, how serious.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ChecklistItem } from '#contracts/cases.ts';
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { NewUpload } from '../outbox/index.ts';
import { PhotoSlot, usePhoto } from '../photo/index.ts';
import { Answers, Icon, ToggleChips } from '../ui/index.ts';
import { say } from '../words/index.ts';
import type { Fix, ItemAnswer } from './answers.ts';

type FailedPartProps = {
  id: string;
  item: ChecklistItem;
  answer: ItemAnswer;
  self: boolean;
  known: readonly EvidenceItem[];
  upload: (phase: NewUpload['phase'], label: string) => NewUpload;
  onChange: (answer: ItemAnswer) => void;
};

const isFix = (value: string): value is Fix => value === 'onSpot' || value === 'timeLimited' || value === 'policy';
const isSeverity = (value: string): value is 'A' | 'B' | 'C' => value === 'A' || value === 'B' || value === 'C';

const Rule = ({ item }: { item: ChecklistItem }): ReactElement | null => {
  const [open, setOpen] = useState(false);
  if (item.basis === '') return null;
  return (
    <>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="paper" />
        {say('finding.basis')}
      </button>
      {open && (
        <blockquote className="quote unfold">
          <p>{item.basis}</p>
          <p className="muted">{item.source}</p>
        </blockquote>
      )}
    </>
  );
};

const fixes = (item: ChecklistItem, self: boolean): { value: Fix; label: string }[] => [
  ...(item.fixMode === 'timeLimited' ? [] : [{ value: 'onSpot' as const, label: say('check.onSpot') }]),
  ...(item.fixMode === 'onSpot' ? [] : [{ value: 'timeLimited' as const, label: say('check.later') }]),
  ...(item.fixMode === 'onSpot' || self ? [] : [{ value: 'policy' as const, label: say('check.policy') }]),
];

const PhotosOfFix = (props: FailedPartProps): ReactElement => {
  const { id, item, answer, known, upload, onChange } = props;
  const first = answer.before[0] ?? null;
  const seen = usePhoto(first, known);
  return (
    <div className={answer.fix === 'onSpot' ? 'pair' : ''}>
      <div>
        <b>{say('photo.before')}</b>
        <PhotoSlot
          id={`${id}-before`}
          label={say('check.beforeOf', { what: item.text })}
          upload={upload('before', item.text)}
          value={first}
          known={known}
          onChange={(ref) => onChange({ ...answer, before: ref === null ? [] : [ref] })}
        />
      </div>
      {answer.fix === 'onSpot' && (
        <div>
          <b>{say('photo.after')}</b>
          <PhotoSlot
            id={`${id}-after`}
            label={seen === null ? say('check.afterOf', { what: item.text }) : say('check.after')}
            upload={upload('after', item.text)}
            value={answer.after[0] ?? null}
            known={known}
            onChange={(ref) => onChange({ ...answer, after: ref === null ? [] : [ref] })}
          />
        </div>
      )}
    </div>
  );
};

export const FailedPart = (props: FailedPartProps): ReactElement => {
  const { item, answer, self, onChange } = props;
  const pickWhat = (what: string): void =>
    onChange({
      ...answer,
      what: answer.what.includes(what) ? answer.what.filter((one) => one !== what) : [...answer.what, what],
    });
  return (
    <div className="unfold failed-part">
      {item.findings.length > 0 && (
        <ToggleChips
          label={say('check.what')}
          choices={item.findings.map((one) => ({ value: one, label: one }))}
          chosen={answer.what}
          onPick={pickWhat}
        />
      )}
      <input
        type="text"
        aria-label={say('check.note')}
        placeholder={say(item.findings.length > 0 ? 'check.notePlus' : 'check.note')}
        value={answer.note}
        onChange={({ target }) => onChange({ ...answer, note: target.value })}
      />
      <Rule item={item} />
      <h3>{say('check.canFix')}</h3>
      <Answers
        label={say('check.canFix')}
        answers={fixes(item, self)}
        chosen={answer.fix ?? null}
        onPick={(fix) => isFix(fix) && onChange({ ...answer, fix, after: fix === 'onSpot' ? answer.after : [] })}
      />
      <PhotosOfFix {...props} />
      {!self && (
        <>
          <h3>
            {say('check.severity')} <small>{say('check.severityHint')}</small>
          </h3>
          <Answers
            label={say('check.severity')}
            answers={[
              { value: 'C', label: say('check.severityC') },
              { value: 'B', label: say('check.severityB') },
              { value: 'A', label: say('check.severityA') },
            ]}
            chosen={answer.severity ?? null}
            onPick={(severity) => isSeverity(severity) && onChange({ ...answer, severity })}
          />
        </>
      )}
    </div>
  );
};
