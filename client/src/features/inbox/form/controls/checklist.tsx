// A checklist answered line by line, for each place: pass, fail or not applicable; a fail asks for its facts.
import { InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '#contracts/cases.ts';
import type { ControlProps } from '../control.ts';
import { answerAt, answeredCount, answersOf, verdictOfCount, withAnswer } from './checklist-answers.ts';
import type { Answer } from './checklist-answers.ts';
import { FailFacts } from './fail-facts.tsx';

const words = ['pass', 'fail', 'na'] as const;

export const ChecklistControl = (props: ControlProps) => {
  const { t } = useTranslation('inbox');
  const { detail } = props;
  const checklist = detail.case?.checklist ?? detail.inspection?.checklist ?? null;
  const unit = { id: '', name: detail.task.unitName };
  const sites = detail.case?.sites ?? [];
  const [place, setPlace] = useState('');
  const siteId = place === '' ? undefined : place;
  const answers = answersOf(props.value);
  if (checklist === null) return <p className="small quiet">{t('form.noChecklist')}</p>;
  const set = (item: ChecklistItem, change: Partial<Answer>): void =>
    props.onChange(withAnswer(answers, item.id, siteId, change));
  return (
    <div className="checklist" id={props.inputId} tabIndex={-1}>
      <p className="small support">
        {checklist.title} · {t('form.checklistVersion', { version: checklist.version })}
      </p>
      {sites.length === 0 ? null : (
        <Select
          className="wide"
          aria-label={t('form.place')}
          value={place}
          onChange={setPlace}
          options={[unit, ...sites].map((site) => ({
            value: site.id,
            label: `${site.name} ${answeredCount(answers, checklist.items, site.id === '' ? undefined : site.id)}/${checklist.items.length}`,
          }))}
        />
      )}
      <ol>
        {checklist.items.map((item) => (
          <ChecklistLine
            key={`${item.id}-${place}`}
            item={item}
            answer={answerAt(answers, item.id, siteId)}
            control={props}
            onSet={(change) => set(item, change)}
          />
        ))}
      </ol>
    </div>
  );
};

type LineProps = {
  item: ChecklistItem;
  answer: Answer | undefined;
  control: ControlProps;
  onSet: (change: Partial<Answer>) => void;
};
const ChecklistLine = ({ item, answer, control, onSet }: LineProps) => {
  const { t } = useTranslation('inbox');
  return (
    <li className="checklist-line">
      <div className="checklist-head">
        <span className="quiet">{item.no}</span>
        <span className="checklist-text" title={`${item.basis} ${item.source}`}>
          {item.text}
          {item.how === '' ? null : <span className="small quiet"> {item.how}</span>}
        </span>
        {item.kind === 'number' ? (
          <InputNumber
            aria-label={item.text}
            className="count-input"
            suffix={item.unit ?? ''}
            disabled={control.disabled}
            value={answer?.count ?? null}
            onChange={(count) => {
              if (count !== null) onSet({ count, answer: verdictOfCount(item, count) });
            }}
          />
        ) : null}
        <Radio.Group
          optionType="button"
          size="small"
          aria-label={item.text}
          disabled={control.disabled}
          value={answer?.answer}
          onChange={(event) => onSet({ answer: event.target.value })}
          options={words.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
      </div>
      {answer?.answer === 'fail' ? <FailFacts answer={answer} control={control} onSet={onSet} /> : null}
    </li>
  );
};
