// A new deadline: a day, quick steps, and whether it is a working day.
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../../shared/query/index.ts';
import { addDays, isoDay, serverNow, weekday } from '../../../../shared/time/index.ts';
import { textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

const steps = [3, 7, 14, 30];

export const DeadlineControl = (props: ControlProps) => {
  const { t } = useTranslation('inbox');
  const today = isoDay(serverNow());
  const day = textOf(props.value) === '' ? '' : isoDay(textOf(props.value));
  const calendar = useApi(
    'GET /api/calendar',
    { query: { from: day, to: day } },
    { enabled: day !== '', stale: Infinity },
  );
  const facts = calendar.data?.[0];
  return (
    <div className="deadline">
      <Input
        id={props.inputId}
        type="date"
        className="day-input"
        aria-describedby={props.describedBy}
        status={props.invalid ? 'error' : ''}
        disabled={props.disabled}
        min={today}
        value={day}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {steps.map((count) => (
        <Button
          key={count}
          size="small"
          disabled={props.disabled}
          onClick={() => props.onChange(addDays(today, count))}
        >
          {t('form.inDays', { count })}
        </Button>
      ))}
      {day === '' ? null : (
        <span className={`small ${facts?.working === false ? 'tone-warn' : 'support'}`}>
          {t(`shared:weekday.${weekday(day)}`)}
          {facts === undefined ? '' : ` ${facts.name || t(`form.day.${facts.kind}`)}`}
        </span>
      )}
    </div>
  );
};
