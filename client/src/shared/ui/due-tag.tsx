// A deadline in words, icon and colour; how it was computed stands in its title.
import { ClockCircleFilled, ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Due } from '#contracts/due.ts';
import { useText } from '../i18n/index.ts';
import { clockTime, fullTime } from '../time/index.ts';

export const DueTag = ({ due }: { due: Due | null }) => {
  const { t } = useTranslation('shared');
  const say = useText();
  if (due === null) return <span className="quiet">{t('due.none')}</span>;
  const title = [fullTime(due.at), say(due.explain ?? null)].filter(Boolean).join(' · ');
  if (due.state === 'overdue')
    return (
      <span className="icon-word tone-bad strong" title={title}>
        <ExclamationCircleFilled aria-hidden />
        {due.days === 0 ? t('due.overdueToday') : t('due.overdue', { count: -due.days })}
      </span>
    );
  if (due.state === 'today')
    return (
      <span className="icon-word tone-warn strong" title={title}>
        <ClockCircleFilled aria-hidden />
        {t('due.today', { time: clockTime(due.at) })}
      </span>
    );
  return (
    <span className={`icon-word ${due.state === 'soon' ? 'tone-ink' : 'quiet'}`} title={title}>
      <ClockCircleOutlined aria-hidden />
      {t('due.left', { count: due.days })}
    </span>
  );
};
