// Eight counts in one strip: every number opens exactly its rows.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignOverview } from '#contracts/campaigns.ts';
import { StateWord, statusTone, statusWords } from '../../../shared/ui/index.ts';

export const CountStrip = ({ overview }: { overview: CampaignOverview }) => {
  const { t } = useTranslation('campaign');
  const { counts } = overview;
  const ledger = `/ledger?campaignId=${overview.id}`;
  return (
    <section className="count-strip" aria-label={t('counts')}>
      <Link to={ledger} className="count-all">
        <b>{counts.all}</b> {t('rows')}
      </Link>
      <span className="count-bar" aria-hidden>
        {statusWords.map((status) => (
          <i key={status} className={statusTone(status)} style={{ flexGrow: counts[status] }} />
        ))}
      </span>
      {([...statusWords, 'overdue'] as const).map((status) => (
        <Link key={status} to={`${ledger}&status=${status}`} className={`count${status === 'overdue' ? ' apart' : ''}`}>
          <b className={status === 'overdue' && counts.overdue > 0 ? 'tone-bad' : ''}>{counts[status]}</b>
          <StateWord status={status} />
        </Link>
      ))}
      <span className="count apart">
        <b>{t('shared:unit.percent', { value: overview.ratePercent })}</b>
        <span className="support">{t('rate')}</span>
      </span>
      <span className="count">
        <b>{t('shared:unit.percent', { value: overview.onTimePercent })}</b>
        <span className="support">{t('onTime')}</span>
      </span>
      <Trend trend={overview.trend} />
    </section>
  );
};

const Trend = ({ trend }: { trend: CampaignOverview['trend'] }) => {
  const { t } = useTranslation('campaign');
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined || trend.length < 2) return null;
  const points = trend.map(
    (point, index) => `${(index / (trend.length - 1)) * 118 + 1},${27 - (point.percent / 100) * 26}`,
  );
  const words = t('trend', { count: trend.length, from: first.percent, to: last.percent });
  return (
    <span className="count apart">
      <svg width={122} height={30} role="img" aria-label={words}>
        <polyline points={points.join(' ')} fill="none" stroke="var(--bar)" strokeWidth={1.5} />
        <circle cx={119} cy={27 - (last.percent / 100) * 26} r={3} fill="var(--accent)" />
      </svg>
      <span className="support" aria-hidden>
        {words}
      </span>
    </span>
  );
};
