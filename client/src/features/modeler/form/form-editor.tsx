// Edits a form field by field; fields the server needs can be reworded and moved, never lost.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../edit/editor-handle.ts';
import {
  addField,
  changeField,
  isRequired,
  kindOf,
  moveField,
  optionsOf,
  parseForm,
  removeField,
  withOption,
  withRequired,
  withText,
  word,
  writeForm,
  type FormFile,
  type Loose,
} from './form-file.ts';

type History = { readonly past: readonly FormFile[]; readonly now: FormFile; readonly future: readonly FormFile[] };
const kinds = ['textfield', 'textarea', 'number', 'checkbox', 'datetime'] as const;

export const FormEditor = ({ initial, findings, onText, onHandle }: EditorProps) => {
  const { t } = useTranslation('models');
  const list = useRef<HTMLOListElement>(null);
  const [history, setHistory] = useState<History>(() => ({ past: [], now: parseForm(initial), future: [] }));
  const form = history.now;
  const change = (now: FormFile): void =>
    setHistory((before) => ({ past: [...before.past.slice(-200), before.now], now, future: [] }));
  useEffect(() => {
    if (history.past.length > 0 || history.future.length > 0) onText(writeForm(history.now));
  }, [history, onText]);
  useEffect(() => {
    onHandle({
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      undo: () => setHistory(back),
      redo: () => setHistory(forward),
      locate: (id) => list.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"] input`)?.focus(),
    });
  }, [history, onHandle]);
  return (
    <div className="form-frame">
      <ol className="form-fields" ref={list}>
        {form.components.map((field, index) => (
          <FieldRow
            key={word(field['id']) || index}
            field={field}
            faulty={findings.some(({ elementId }) => elementId !== '' && elementId === word(field['id']))}
            onChange={(next) => change(changeField(form, index, next))}
            onMove={(by) => change(moveField(form, index, by))}
            onRemove={() => change(removeField(form, index))}
          />
        ))}
      </ol>
      <Select
        className="add-field"
        aria-label={t('form.add')}
        value={null}
        placeholder={t('form.add')}
        options={kinds.map((value) => ({ value, label: t(`fieldKind.${value}`) }))}
        onChange={(kind: string) => change(addField(form, kind, t('form.newField')))}
      />
    </div>
  );
};

const back = (history: History): History => {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
};
const forward = (history: History): History => {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.now], now: next, future };
};

type RowProps = {
  field: Loose;
  faulty: boolean;
  onChange: (field: Loose) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};
const FieldRow = ({ field, faulty, onChange, onMove, onRemove }: RowProps) => {
  const { t } = useTranslation('models');
  const label = word(field['label']);
  const own = `field-${word(field['id'])}`;
  return (
    <li className={`form-field ${faulty ? 'faulty' : ''}`} data-field={word(field['id'])}>
      <div className="form-field-main">
        <label htmlFor={`${own}-label`}>{t('form.label')}</label>
        <Input
          id={`${own}-label`}
          value={label}
          maxLength={200}
          onChange={({ target }) => onChange(withText(field, 'label', target.value))}
        />
        <label htmlFor={`${own}-note`}>{t('form.description')}</label>
        <Input
          id={`${own}-note`}
          value={word(field['description'])}
          maxLength={300}
          onChange={({ target }) => onChange(withText(field, 'description', target.value))}
        />
        {optionsOf(field).map((option, index) => (
          <div key={String(option['value'])} className="form-option">
            <label htmlFor={`${own}-option-${index}`}>{t('form.option', { value: String(option['value']) })}</label>
            <Input
              id={`${own}-option-${index}`}
              value={word(option['label'])}
              maxLength={200}
              onChange={({ target }) => onChange(withOption(field, index, target.value))}
            />
          </div>
        ))}
      </div>
      <div className="form-field-side">
        <span className="small quiet">
          {t(`fieldKind.${kindOf(field)}`, kindOf(field))} <code>{word(field['key'])}</code>
        </span>
        <Checkbox checked={isRequired(field)} onChange={({ target }) => onChange(withRequired(field, target.checked))}>
          {t('shared:required')}
        </Checkbox>
        <span>
          <Button
            size="small"
            icon={<ArrowUpOutlined />}
            aria-label={t('form.up', { label })}
            onClick={() => onMove(-1)}
          />
          <Button
            size="small"
            icon={<ArrowDownOutlined />}
            aria-label={t('form.down', { label })}
            onClick={() => onMove(1)}
          />
          <Button
            size="small"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('form.remove', { label })}
            onClick={onRemove}
          />
        </span>
      </div>
    </li>
  );
};
