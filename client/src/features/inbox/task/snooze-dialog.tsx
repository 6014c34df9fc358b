// Puts a task away until a day; it returns by itself, or at once when something new comes in.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isoDay, serverNow, shortDay, weekday } from '../../../shared/time/index.ts';

const mondayAfter = (day: string): string => addDays(day, (8 - weekday(day)) % 7 || 7);

type Props = { snoozed: boolean; onSnooze: (until: string) => void; onClose: () => void };
export const SnoozeDialog = ({ snoozed, onSnooze, onClose }: Props) => {
  const { t } = useTranslation('inbox');
  const today = isoDay(serverNow());
  const [day, setDay] = useState('');
  const choices = [
    { word: 'tomorrow', day: addDays(today, 1) },
    { word: 'inThree', day: addDays(today, 3) },
    { word: 'nextWeek', day: mondayAfter(today) },
  ];
  // eight in the morning of the business zone
  const until = (chosen: string): void => onSnooze(`${chosen}T08:00:00+08:00`);
  return (
    <Modal open title={t('snooze.title')} footer={null} onCancel={onClose} width={380}>
      <p className="small support">{t('snooze.note')}</p>
      <div className="task-form">
        {snoozed ? (
          <Button block type="primary" onClick={() => onSnooze(serverNow())}>
            {t('snooze.back')}
          </Button>
        ) : null}
        {choices.map((choice) => (
          <Button key={choice.word} block onClick={() => until(choice.day)}>
            {t(`snooze.${choice.word}`)} <span className="quiet">{shortDay(choice.day)}</span>
          </Button>
        ))}
        <span className="deadline">
          <Input
            type="date"
            className="day-input"
            aria-label={t('snooze.day')}
            min={addDays(today, 1)}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
          <Button type="primary" disabled={day <= today} onClick={() => until(day)}>
            {t('snooze.ok')}
          </Button>
        </span>
      </div>
    </Modal>
  );
};
