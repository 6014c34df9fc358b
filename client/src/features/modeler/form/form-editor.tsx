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
  withKey,
  withNewOption,
  withOption,
  withoutOption,
  withRequired,
  withText,
  word,
  writeForm,
  type FormFile,
  type Loose,
  type NewField,
} from './form-file.ts';

type History = { readonly past: readonly FormFile[]; readonly now: FormFile; readonly future: readonly FormFile[] };
const kinds = ['textfield', 'textarea', 'number', 'checkbox', 'radio', 'select', 'datetime', 'photos'] as const;

export const FormEditor = ({ initial, findings, neededKeys, onText, onHandle }: EditorProps) => {
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
            ownKey={neededKeys === null}
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
        onChange={(kind: Kind) => change(addField(form, newField(kind, t), t('form.newField')))}
      />
    </div>
  );
};

type Kind = (typeof kinds)[number];
const newField = (kind: Kind, t: (key: 'form.yes' | 'form.no' | 'form.newOption') => string): NewField => {
  switch (kind) {
    case 'radio':
      return {
        type: kind,
        more: {
          values: [
            { label: t('form.yes'), value: true },
            { label: t('form.no'), value: false },
          ],
        },
      };
    case 'select':
      return { type: kind, more: { values: [{ label: t('form.newOption'), value: 'option1' }] } };
    case 'datetime':
      return { type: kind, more: { subtype: 'date', dateLabel: '' } };
    case 'photos':
      return { type: 'filepicker', more: { multiple: true, properties: { control: 'photos', phase: 'after' } } };
    default:
      return { type: kind };
  }
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
  ownKey: boolean;
  faulty: boolean;
  onChange: (field: Loose) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};
const FieldRow = ({ field, ownKey, faulty, onChange, onMove, onRemove }: RowProps) => {
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
            {ownKey && field['type'] === 'select' ? (
              <Button
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('form.removeOption', { label: word(option['label']) })}
                onClick={() => onChange(withoutOption(field, index))}
              />
            ) : null}
          </div>
        ))}
        {ownKey && field['type'] === 'select' ? (
          <Button size="small" onClick={() => onChange(withNewOption(field, t('form.newOption')))}>
            {t('form.addOption')}
          </Button>
        ) : null}
      </div>
      <div className="form-field-side">
        <span className="small quiet">
          {t(`fieldKind.${kindOf(field)}`, kindOf(field))} {ownKey ? null : <code>{word(field['key'])}</code>}
        </span>
        {ownKey ? (
          <Input
            size="small"
            prefix={<span className="small quiet">{t('form.keyName')}</span>}
            aria-label={t('form.keyOf', { label })}
            value={word(field['key'])}
            maxLength={40}
            onChange={({ target }) => onChange(withKey(field, target.value))}
          />
        ) : null}
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
