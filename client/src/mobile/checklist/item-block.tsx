// One item: folded once it is answered, otherwise its three answers and what they unfold.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ChecklistItem } from '#contracts/cases.ts';
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { NewUpload } from '../outbox/index.ts';
import { Answers, Section, Tag } from '../ui/index.ts';
import type { Answer, IconName, Look } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { losesAnswers, verdictOfCount, withVerdict } from './answers.ts';
import type { ItemAnswer, Verdict } from './answers.ts';
import { FailedPart } from './failed-part.tsx';

export type ItemBlockProps = {
  id: string;
  item: ChecklistItem;
  answer: ItemAnswer | undefined;
  folded: boolean;
  self: boolean;
  known: readonly EvidenceItem[];
  upload: (phase: NewUpload['phase'], label: string) => NewUpload;
  onOpen: () => void;
  onChange: (answer: ItemAnswer) => void;
};

const looks: Readonly<Record<Verdict, { look: Look; icon: IconName }>> = {
  pass: { look: 'green', icon: 'check' },
  fail: { look: 'red', icon: 'cross' },
  na: { look: 'grey', icon: 'minus' },
};
const words = { pass: 'check.pass', fail: 'check.fail', na: 'check.na' } as const;
const verdicts = (): Answer[] => [
  { value: 'pass', label: say('check.pass'), icon: 'check', look: 'pass' },
  { value: 'fail', label: say('check.fail'), icon: 'cross', look: 'fail' },
  { value: 'na', label: say('check.na'), icon: 'minus', look: 'na' },
];
const isVerdict = (value: string): value is Verdict => value === 'pass' || value === 'fail' || value === 'na';

export const VerdictTag = ({ verdict }: { verdict: Verdict }): ReactElement => (
  <Tag {...looks[verdict]}>{say(words[verdict])}</Tag>
);

const Confirm = ({ onYes, onNo }: { onYes: () => void; onNo: () => void }): ReactElement => (
  <div className="photo-acts" role="alert">
    <b className="icon-button">{say('check.loses')}</b>
    <button type="button" className="button danger" onClick={onYes}>
      {say('check.change')}
    </button>
    <button type="button" className="button" onClick={onNo}>
      {say('photo.leave')}
    </button>
  </div>
);

const CountInput = ({ item, answer, onChange }: Pick<ItemBlockProps, 'item' | 'answer' | 'onChange'>): ReactElement => (
  <label className="field">
    <span className="name">
      {say('check.count', {
        op: say(item.op === '<=' ? 'check.most' : 'check.least'),
        n: item.standard ?? '',
        unit: item.unit ?? '',
      })}
    </span>
    <input
      type="number"
      inputMode="numeric"
      min={0}
      value={answer?.count ?? ''}
      onChange={({ target }) => {
        const count = Number(target.value);
        if (target.value === '' && answer !== undefined) {
          const { count: _, ...rest } = answer;
          return onChange(rest);
        }
        onChange({ ...withVerdict(answer, verdictOfCount(item, count), item), count });
      }}
    />
  </label>
);

export const ItemBlock = (props: ItemBlockProps): ReactElement => {
  const { id, item, answer, folded, onOpen, onChange } = props;
  const [asked, setAsked] = useState<Verdict | null>(null);
  if (folded && answer !== undefined)
    return (
      <button type="button" id={`step-${id}`} className="folded" onClick={onOpen}>
        <span>
          {item.no} {item.text}
        </span>
        <VerdictTag verdict={answer.verdict} />
      </button>
    );
  const pick = (verdict: string): void => {
    if (!isVerdict(verdict)) return;
    if (losesAnswers(answer, verdict)) setAsked(verdict);
    else onChange(withVerdict(answer, verdict, item));
  };
  return (
    <Section id={`step-${id}`} title={item.text} no={item.no}>
      {item.how !== '' && <p className="muted">{item.how}</p>}
      {item.kind === 'number' && <CountInput item={item} answer={answer} onChange={onChange} />}
      <Answers label={item.text} answers={verdicts()} chosen={answer?.verdict ?? null} onPick={pick} />
      {asked !== null && (
        <Confirm
          onNo={() => setAsked(null)}
          onYes={() => {
            onChange(withVerdict(answer, asked, item));
            setAsked(null);
          }}
        />
      )}
      {answer?.verdict === 'na' && (
        <label className="field unfold">
          <span className="name">{say('check.whyNot')}</span>
          <input
            type="text"
            value={answer.note}
            onChange={({ target }) => onChange({ ...answer, note: target.value })}
          />
        </label>
      )}
      {answer?.verdict === 'fail' && <FailedPart {...props} answer={answer} />}
    </Section>
  );
};
