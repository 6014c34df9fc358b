// Whether the targets are drawn by lot, how many and why; no size is proposed, the sources give none.
import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

export type Lot = { unit: 'count' | 'percent'; size: string; reason: string };
type Props = { lot: Lot | null; onChange: (lot: Lot | null) => void };
const units = ['count', 'percent'] as const;

export const lotReady = (lot: Lot | null): boolean =>
  lot === null || (/^[1-9]\d*$/.test(lot.size) && lot.reason.trim() !== '');

export const LotFields = ({ lot, onChange }: Props) => {
  const { t } = useTranslation('inspection');
  return (
    <>
      <Checkbox
        checked={lot !== null}
        onChange={(event) => onChange(event.target.checked ? { unit: 'count', size: '', reason: '' } : null)}
      >
        {t('byLot')}
      </Checkbox>
      {lot === null ? null : (
        <>
          <div className="note">{t('lotNote')}</div>
          <label htmlFor="plan-lot-size">{t('lotSize')}</label>
          <span className="plan-when">
            <Input
              id="plan-lot-size"
              inputMode="numeric"
              value={lot.size}
              onChange={(event) => onChange({ ...lot, size: event.target.value })}
            />
            <Select
              aria-label={t('lotSize')}
              value={lot.unit}
              onChange={(unit) => onChange({ ...lot, unit })}
              options={units.map((value) => ({ value, label: t(`lotUnit.${value}`) }))}
            />
          </span>
          <label htmlFor="plan-lot-reason">{t('lotReason')}</label>
          <Input
            id="plan-lot-reason"
            maxLength={300}
            value={lot.reason}
            onChange={(event) => onChange({ ...lot, reason: event.target.value })}
          />
        </>
      )}
    </>
  );
};
