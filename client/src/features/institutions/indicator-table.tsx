// Indicators against their thresholds; one without a threshold in the source is never called met.
import { CheckCircleFilled, ExclamationCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InstitutionPage } from '#contracts/cases.ts';
import { Card } from '../../shared/ui/index.ts';
import { shortDay } from '../../shared/time/index.ts';
import { bulletOf, shortfall } from './bullet-scale.ts';

type Indicator = InstitutionPage['indicators'][number];
const signs = { '>=': '≥', '<=': '≤', '=': '=' } as const;

export const IndicatorTable = ({
  indicators,
  campaignId,
}: {
  indicators: readonly Indicator[];
  campaignId: string;
}) => {
  const { t } = useTranslation('institution');
  const [all, setAll] = useState(false);
  const read = indicators.filter((each) => each.value !== null);
  const silent = indicators.length - read.length;
  const latest =
    indicators
      .map((each) => each.readAt ?? '')
      .sort()
      .at(-1) ?? '';
  return (
    <Card title={t('indicators')} note={latest === '' ? undefined : t('indicatorsNote', { day: shortDay(latest) })}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('indicators')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              <th scope="col">{t('threshold')}</th>
              <th scope="col" className="num">
                {t('now')}
              </th>
              <th scope="col">{t('compare')}</th>
              <th scope="col">{t('verdictWord')}</th>
              <th scope="col" className="num">
                {t('previous')}
              </th>
              <th scope="col">{t('row')}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? [...read, ...indicators.filter((each) => each.value === null)] : read).map((each) => (
              <tr key={each.code}>
                <th scope="row">{each.label}</th>
                <td className="support nowrap">
                  {each.threshold === null || each.op === null
                    ? t('noThreshold')
                    : `${signs[each.op]} ${each.threshold} ${each.unit}`}
                </td>
                <td className={`num strong ${each.verdict === 'below' ? 'tone-bad' : ''}`}>{each.value ?? '—'}</td>
                <td>
                  <Bullet indicator={each} />
                </td>
                <td>
                  <Verdict indicator={each} />
                </td>
                <td className="num support">{each.previous ?? '—'}</td>
                <td>
                  {each.issueId === null ? (
                    '—'
                  ) : (
                    <Link to={`/ledger?campaignId=${campaignId}&row=${each.issueId}`}>{each.issueNo}</Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {silent === 0 ? null : (
        <button type="button" className="indicator-rest small" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'hideSilent' : 'showSilent', { count: silent })}
        </button>
      )}
    </Card>
  );
};

const Bullet = ({ indicator }: { indicator: Indicator }) => {
  if (indicator.value === null) return null;
  const bullet = bulletOf(indicator);
  return (
    <span className="bullet" aria-hidden>
      <i
        style={{ width: `${bullet.value}%`, background: indicator.verdict === 'below' ? 'var(--bad)' : 'var(--bar)' }}
      />
      {bullet.threshold === null ? null : <b style={{ left: `${bullet.threshold}%` }} />}
    </span>
  );
};

const Verdict = ({ indicator }: { indicator: Indicator }) => {
  const { t } = useTranslation('institution');
  if (indicator.verdict === 'met')
    return (
      <span className="icon-word tone-green">
        <CheckCircleFilled aria-hidden /> {t('verdict.met')}
      </span>
    );
  if (indicator.verdict === 'below')
    return (
      <span className="icon-word tone-bad">
        <ExclamationCircleFilled aria-hidden />{' '}
        {t('verdict.below', { count: shortfall(indicator), unit: indicator.unit })}
      </span>
    );
  return (
    <span className="icon-word support">
      <MinusCircleOutlined aria-hidden /> {t(`verdict.${indicator.verdict}`)}
    </span>
  );
};
