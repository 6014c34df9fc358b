// One institution's case in full: plan, self-check with signatures, report, history.
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CaseFacts, LifeList } from '../../shared/case-file/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { Card, Loaded, PageHead } from '../../shared/ui/index.ts';
import './institution.css';

export const CasePage = () => {
  const { t } = useTranslation('institution');
  const { id = '' } = useParams();
  const may = useMay();
  const read = useApi('GET /api/cases/:id', { params: { id } });
  return (
    <div className="page">
      <Loaded read={read}>
        {(found) => (
          <>
            <PageHead
              title={t('caseOf', { unit: found.unitName })}
              facts={<span>{t(`case:caseState.${found.state}`)}</span>}
              acts={
                <>
                  {found.processInstanceKey !== null && may('models.view') ? (
                    <Link to={`/models/instances/${found.processInstanceKey}`}>{t('case:openDiagram')}</Link>
                  ) : null}
                  <Link to={`/institutions/${found.unitId}?campaignId=${found.campaignId}`}>{t('toUnit')}</Link>
                  <Link to={`/ledger?campaignId=${found.campaignId}&unitId=${found.unitId}`}>
                    {t('toLedger', { count: found.counts.all })}
                  </Link>
                </>
              }
            />
            <div className="page-body case-page" tabIndex={0} role="region" aria-label={t('case')}>
              <Card title={t('case')} inside>
                <CaseFacts caseDetail={found} />
              </Card>
              <Card title={t('shared:life.title')} inside>
                <LifeList life={found.life} shown={40} />
              </Card>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
};
