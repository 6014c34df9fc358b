// One unit's story: facts, counts, its dated events, its indicators against thresholds, its clinics.
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { InstitutionPage as Institution } from '#contracts/cases.ts';
import { urlOf } from '../../shared/api/index.ts';
import { useCampaign } from '../../shared/campaign/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { Loaded, PageHead, RungPips, StateWord, statusWords } from '../../shared/ui/index.ts';
import { IndicatorTable } from './indicator-table.tsx';
import { SiteTable } from './site-table.tsx';
import { StorySpine } from './story-spine.tsx';
import './institution.css';

export const InstitutionPage = () => {
  const { id = '' } = useParams();
  const { id: campaignId } = useCampaign();
  const read = useApi(
    'GET /api/institutions/:id',
    { params: { id }, query: { campaignId: campaignId ?? '' } },
    { enabled: campaignId !== null },
  );
  return (
    <div className="page">
      <Loaded read={read}>{(unit) => <Unit unit={unit} campaignId={campaignId ?? ''} />}</Loaded>
    </div>
  );
};

const Unit = ({ unit, campaignId }: { unit: Institution; campaignId: string }) => {
  const { t } = useTranslation('institution');
  const may = useMay();
  const navigate = useNavigate();
  const facts = [
    t(`type.${unit.type}`),
    unit.siteCount === 0 ? '' : t('siteCount', { count: unit.siteCount }),
    unit.head === '' ? '' : t('head', { name: unit.head }),
    unit.teamName === '' ? '' : t('team', { name: unit.teamName }),
    unit.sectionName === '' ? '' : t('section', { name: unit.sectionName }),
  ];
  return (
    <>
      <PageHead
        title={unit.name}
        facts={facts
          .filter((fact) => fact !== '')
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        acts={
          <>
            {may('ledger.export') ? (
              <Button
                icon={<DownloadOutlined aria-hidden />}
                href={urlOf('GET /api/institutions/:id/dossier.xlsx', {
                  params: { id: unit.id },
                  query: { campaignId },
                })}
              >
                {t('dossier')}
              </Button>
            ) : null}
            {may('inspections.plan') ? (
              <Button onClick={() => void navigate(`/inspections?campaignId=${campaignId}&plan=1&unitId=${unit.id}`)}>
                {t('inspect')}
              </Button>
            ) : null}
            {unit.caseId === null ? null : (
              <Button type="primary" onClick={() => void navigate(`/cases/${unit.caseId}?campaignId=${campaignId}`)}>
                {t('openCase')}
              </Button>
            )}
          </>
        }
      />
      <CountLine unit={unit} campaignId={campaignId} />
      <div className="page-body institution">
        <StorySpine life={unit.life} />
        <div className="institution-right">
          <IndicatorTable indicators={unit.indicators} campaignId={campaignId} />
          {unit.sites.length === 0 ? null : <SiteTable unit={unit} campaignId={campaignId} />}
        </div>
      </div>
    </>
  );
};

const CountLine = ({ unit, campaignId }: { unit: Institution; campaignId: string }) => {
  const { t } = useTranslation('institution');
  const ledger = `/ledger?campaignId=${campaignId}&unitId=${unit.id}`;
  return (
    <nav className="count-line" aria-label={t('counts')}>
      <Link to={ledger}>
        <b>{unit.counts.all}</b> {t('rows')}
      </Link>
      {[...statusWords, 'overdue' as const].map((status) =>
        unit.counts[status] === 0 ? null : (
          <Link key={status} to={`${ledger}&status=${status}`}>
            <b>{unit.counts[status]}</b> <StateWord status={status} />
          </Link>
        ),
      )}
      <span>
        <b>{t('shared:unit.percent', { value: unit.ratePercent })}</b> {t('rate')}
        {unit.rank === null ? '' : t('rank', { place: unit.rank.place, of: unit.rank.of })}
      </span>
      {unit.topRung === null ? null : (
        <Link to={`/escalations?campaignId=${campaignId}&unitId=${unit.id}`}>
          {t('topRung')} <RungPips rung={unit.topRung} />
        </Link>
      )}
    </nav>
  );
};
