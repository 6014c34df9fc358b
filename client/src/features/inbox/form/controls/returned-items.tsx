// What is sent back and why: a photo of the last round or a field, each with its reason and what to do.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordsOf, textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

export const ReturnedItemsControl = (props: ControlProps) => {
  const { t } = useTranslation('inbox');
  const rows = recordsOf(props.value);
  const evidence = (props.detail.issue?.evidence ?? []).filter((item) => item.phase !== 'before');
  const targets = [
    ...evidence.map((item) => ({ value: item.id, label: `${item.no} ${item.label}` })),
    ...['did', 'declared', 'documents'].map((value) => ({ value, label: t(`form.targets.${value}`) })),
  ];
  const change = (at: number, part: Record<string, unknown>): void =>
    props.onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const aim = (at: number, value: string): void => {
    const item = evidence.find((each) => each.id === value);
    change(
      at,
      item === undefined ? { target: value, evidenceId: undefined } : { target: item.label, evidenceId: item.id },
    );
  };
  return (
    <div className="returned-items" id={props.inputId} tabIndex={-1}>
      {rows.map((row, index) => (
        <div key={index} className="returned-item">
          <Select
            aria-label={t('form.target')}
            placeholder={t('form.target')}
            disabled={props.disabled}
            value={textOf(row['evidenceId']) || textOf(row['target']) || null}
            options={targets}
            onChange={(value: string) => aim(index, value)}
          />
          <Input
            aria-label={t('form.reason')}
            placeholder={t('form.reason')}
            disabled={props.disabled}
            value={textOf(row['reason'])}
            onChange={(event) => change(index, { reason: event.target.value })}
          />
          <Input
            aria-label={t('form.howToFix')}
            placeholder={t('form.howToFix')}
            disabled={props.disabled}
            value={textOf(row['fix'])}
            onChange={(event) => change(index, { fix: event.target.value })}
          />
          <Button
            type="text"
            disabled={props.disabled}
            aria-label={t('form.removeRow')}
            icon={<DeleteOutlined />}
            onClick={() => props.onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        disabled={props.disabled}
        onClick={() => props.onChange([...rows, { target: '', reason: '', fix: '' }])}
      >
        {t('form.addRow')}
      </Button>
    </div>
  );
};
