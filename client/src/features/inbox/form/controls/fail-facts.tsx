// What a failed checklist line asks for: what is wrong, how it will be put right, its photos.
import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../control.ts';
import type { Answer } from './checklist-answers.ts';
import { FilesControl } from './files.tsx';

type Props = { answer: Answer; control: ControlProps; onSet: (change: Partial<Answer>) => void };

export const FailFacts = ({ answer, control, onSet }: Props) => {
  const { t } = useTranslation('inbox');
  const inspecting = control.detail.inspection !== null;
  const photos = (field: 'evidence' | 'afterEvidence') => ({
    ...control,
    inputId: `${control.inputId}-${answer.itemId}-${field}`,
    value: answer[field],
    onChange: (value: unknown) => onSet({ [field]: value }),
  });
  const note = inspecting ? answer.what : answer.note;
  return (
    <div className="fail-facts">
      <Input
        aria-label={t('form.what')}
        placeholder={t('form.what')}
        disabled={control.disabled}
        value={note}
        onChange={(event) => onSet(inspecting ? { what: event.target.value } : { note: event.target.value })}
      />
      {inspecting ? (
        <>
          <Select
            aria-label={t('form.fix')}
            placeholder={t('form.fix')}
            disabled={control.disabled}
            value={answer.fix ?? null}
            onChange={(fix: Answer['fix'] | null) => onSet(fix === null || fix === undefined ? {} : { fix })}
            options={(['onSpot', 'timeLimited', 'policy'] as const).map((value) => ({
              value,
              label: t(`form.fixes.${value}`),
            }))}
          />
          <Select
            aria-label={t('form.severity')}
            placeholder={t('form.severity')}
            disabled={control.disabled}
            value={answer.severity ?? null}
            onChange={(severity: Answer['severity'] | null) =>
              onSet(severity === null || severity === undefined ? {} : { severity })
            }
            options={(['A', 'B', 'C'] as const).map((value) => ({ value, label: t(`form.severities.${value}`) }))}
          />
          {answer.fix === 'timeLimited' ? (
            <Input
              type="date"
              className="day-input"
              aria-label={t('form.due')}
              disabled={control.disabled}
              value={answer.due ?? ''}
              onChange={(event) => onSet({ due: event.target.value })}
            />
          ) : null}
        </>
      ) : (
        <Checkbox
          checked={answer.fixedOnSpot}
          disabled={control.disabled}
          onChange={(event) => onSet({ fixedOnSpot: event.target.checked })}
        >
          {t('form.fixedOnSpot')}
        </Checkbox>
      )}
      <FilesControl {...photos('evidence')} />
      {inspecting && answer.fix === 'onSpot' ? <FilesControl {...photos('afterEvidence')} /> : null}
    </div>
  );
};
