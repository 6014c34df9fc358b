// The stages with their dates; a date the source leaves blank stays blank.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CampaignDraft } from '#contracts/campaigns.ts';
import { Card, FieldFault, faultyInput } from '../../../shared/ui/index.ts';
import type { PartProps } from './draft-editor.tsx';

type Stage = CampaignDraft['stages'][number];
const purposes: readonly Stage['purpose'][] = ['plan', 'selfCheck', 'report', 'supervise', 'other'];
const days = ['start', 'end', 'submitDue'] as const;

export const StagesPart = ({ draft, disabled, faults, onChange }: PartProps) => {
  const { t } = useTranslation('campaign');
  const set = (at: number, part: Partial<Stage>): void =>
    onChange({ stages: draft.stages.map((stage, index) => (index === at ? { ...stage, ...part } : stage)) });
  const add = (): void => {
    const code = `stage-${draft.stages.length + 1}`;
    const blank: Stage = {
      code,
      name: '',
      purpose: 'other',
      start: null,
      end: null,
      deliverables: [],
      submitTo: null,
      submitDue: null,
      inclusive: true,
      note: '',
    };
    onChange({ stages: [...draft.stages, blank] });
  };
  return (
    <Card title={t('stages')}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('stages')}>
        <table className="plain-table draft-table">
          <thead>
            <tr>
              <th scope="col">{t('stage')}</th>
              <th scope="col">{t('purposeWord')}</th>
              <th scope="col">{t('start')}</th>
              <th scope="col">{t('end')}</th>
              <th scope="col">{t('submitDue')}</th>
              <th scope="col">{t('submitTo')}</th>
              <th scope="col">{t('deliverables')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {draft.stages.map((stage, index) => (
              <tr key={stage.code}>
                <td>
                  <Input
                    aria-label={t('stage')}
                    disabled={disabled}
                    value={stage.name}
                    onChange={(event) => set(index, { name: event.target.value })}
                  />
                  {stage.note === '' ? null : <span className="small quiet">{stage.note}</span>}
                </td>
                <td>
                  <Select
                    className="draft-purpose"
                    aria-label={`${stage.name} ${t('purposeWord')}`}
                    disabled={disabled}
                    value={stage.purpose}
                    onChange={(purpose) => set(index, { purpose })}
                    options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
                  />
                </td>
                {days.map((day) => (
                  <td key={day}>
                    <Input
                      type="date"
                      {...faultyInput(`stages-${index}-${day}`, faults.get(`stages.${index}.${day}`))}
                      aria-label={`${stage.name} ${t(day)}`}
                      disabled={disabled}
                      value={stage[day] ?? ''}
                      onChange={(event) => set(index, { [day]: event.target.value || null })}
                    />
                    <FieldFault id={`stages-${index}-${day}`} fault={faults.get(`stages.${index}.${day}`)} />
                  </td>
                ))}
                <td>
                  <Input
                    aria-label={`${stage.name} ${t('submitTo')}`}
                    disabled={disabled}
                    value={stage.submitTo ?? ''}
                    onChange={(event) => set(index, { submitTo: event.target.value || null })}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`${stage.name} ${t('deliverables')}`}
                    disabled={disabled}
                    value={stage.deliverables.join('、')}
                    onChange={(event) => set(index, { deliverables: event.target.value.split('、') })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    aria-label={t('removeStage', { name: stage.name })}
                    icon={<DeleteOutlined />}
                    disabled={disabled}
                    onClick={() => onChange({ stages: draft.stages.filter((_, at) => at !== index) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FieldFault id="stages" fault={faults.get('stages')} />
      {disabled ? null : (
        <Button type="link" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('addStage')}
        </Button>
      )}
    </Card>
  );
};
