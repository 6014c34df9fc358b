// Where a campaign stands at a glance: time, totals, units, people; every number is a link.
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { urlOf } from '../../../shared/api/index.ts';
import { useCampaign } from '../../../shared/campaign/index.ts';
import { useApi } from '../../../shared/query/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../../shared/ui/index.ts';
import { CountStrip } from './count-strip.tsx';
import { DeadlineCard, DecisionCard, LadderCard, RankingCard } from './side-cards.tsx';
import { StageClosing } from './stage-closing.tsx';
import { StageTrack } from './stage-track.tsx';
import { UnitMatrix } from './unit-matrix.tsx';
import './overview.css';

export const CampaignPage = () => {
  const { t } = useTranslation('campaign');
  const may = useMay();
  const [closing, setClosing] = useState(false);
  const { id, row, read } = useCampaign();
  const overview = useApi('GET /api/campaigns/:id/overview', { params: { id: id ?? '' } }, { enabled: id !== null });
  const list = may('campaign.edit') ? (
    <Link to={`/campaigns${id === null ? '' : `?campaignId=${id}`}`}>{t('allCampaigns')}</Link>
  ) : null;
  if (id === null) return <Loaded read={read}>{() => <EmptyNote act={list}>{t('none')}</EmptyNote>}</Loaded>;
  if (row?.state === 'draft')
    return (
      <EmptyNote act={<Link to={`/campaigns/${id}?campaignId=${id}`}>{t('openDraft')}</Link>}>
        {t('stillDraft')}
      </EmptyNote>
    );
  return (
    <div className="page overview">
      <Loaded read={overview}>
        {(data) => (
          <>
            <PageHead
              title={t('overview')}
              facts={
                <>
                  {data.documentNo === '' ? null : <span>{data.documentNo}</span>}
                  <span>
                    {t('size', { units: data.unitCount, problems: data.problemCount, rows: data.counts.all })}
                  </span>
                  {data.source === '' ? null : <span>{t('source', { source: data.source })}</span>}
                  <span>{t(`state.${data.state}`)}</span>
                </>
              }
              acts={
                <>
                  {list}
                  {may('campaign.edit') ? <Link to={`/campaigns/${id}?campaignId=${id}`}>{t('plan')}</Link> : null}
                  <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
                    {t('shared:print')}
                  </Button>
                  {may('ledger.export') ? (
                    <Button
                      icon={<DownloadOutlined aria-hidden />}
                      href={urlOf('GET /api/campaigns/:id/export.xlsx', { params: { id } })}
                    >
                      {t('export')}
                    </Button>
                  ) : null}
                  {may('institutions.view') ? (
                    <Button type={may('campaign.edit') ? 'primary' : 'default'} onClick={() => setClosing(true)}>
                      {t('closing.title')}
                    </Button>
                  ) : null}
                </>
              }
            />
            {closing ? <StageClosing overview={data} onClose={() => setClosing(false)} /> : null}
            <div className="overview-scroll">
              <StageTrack lanes={data.lanes} />
              <CountStrip overview={data} />
              <div className="overview-columns">
                <div>
                  <UnitMatrix overview={data} />
                  <DecisionCard overview={data} />
                </div>
                <div>
                  <RankingCard overview={data} />
                  <LadderCard overview={data} />
                  <DeadlineCard overview={data} />
                </div>
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
};
