// When a version begins to hold: at once, or from a day on.
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { addDays, isoDay, serverNow } from '../../../shared/time/index.ts';

type Props = { day: string | null; onChoose: (day: string | null) => void };

export const EffectChoice = ({ day, onChoose }: Props) => {
  const { t } = useTranslation('models');
  const tomorrow = addDays(isoDay(serverNow()), 1);
  return (
    <div className="effect-choice">
      <b id="effect-choice">{t('effect.when')}</b>
      <Radio.Group
        aria-labelledby="effect-choice"
        value={day === null ? 'now' : 'day'}
        options={[
          { value: 'now', label: t('effect.now') },
          { value: 'day', label: t('effect.day') },
        ]}
        onChange={({ target }) => onChoose(target.value === 'now' ? null : tomorrow)}
      />
      {day === null ? null : (
        <>
          <Input
            type="date"
            className="effect-day"
            aria-label={t('effect.dayLabel')}
            min={tomorrow}
            value={day}
            onChange={({ target }) => onChoose(target.value)}
          />
          <p className="small support">{t('effect.note')}</p>
        </>
      )}
    </div>
  );
};
