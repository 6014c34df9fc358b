// The business date of the server, and the day of the running stage.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { clockTime, isoDay, useServerNow, weekday } from '../../shared/time/index.ts';

export const BusinessDate = () => {
  const { t } = useTranslation('shared');
  const now = useServerNow();
  const may = useMay();
  const id = new URLSearchParams(useLocation().search).get('campaignId');
  const overview = useApi(
    'GET /api/campaigns/:id/overview',
    { params: { id: id ?? '' } },
    { enabled: id !== null && may('campaign.view'), stale: 300_000 },
  );
  const stage = overview.data?.stageDay ?? null;
  return (
    <span className="business-date small support">
      <time dateTime={now}>
        {isoDay(now)} {t(`weekday.${weekday(now)}`)} {clockTime(now)}
      </time>
      {stage === null ? null : (
        <span className="stage-day">{t('stageDay', { name: stage.name, count: stage.day })}</span>
      )}
    </span>
  );
};
