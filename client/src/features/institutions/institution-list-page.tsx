// Every unit of the campaign with its rate and what is overdue.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCampaign } from '../../shared/campaign/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { Bar, EmptyNote, Loaded, PageHead, StateWord } from '../../shared/ui/index.ts';

export const InstitutionListPage = () => {
  const { t } = useTranslation('institution');
  const { id, read } = useCampaign();
  const list = useApi('GET /api/institutions', { query: { campaignId: id ?? '' } }, { enabled: id !== null });
  if (id === null) return <Loaded read={read}>{() => <EmptyNote>{t('noCampaign')}</EmptyNote>}</Loaded>;
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        facts={list.data === undefined ? undefined : <span>{t('count', { count: list.data.length })}</span>}
      />
      <div className="page-body">
        <Loaded read={list}>
          {(units) => (
            <div className="card scroll-x">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('unit')}</th>
                    <th scope="col">{t('kind')}</th>
                    <th scope="col">{t('rate')}</th>
                    <th scope="col">{t('overdue')}</th>
                  </tr>
                </thead>
                <tbody>
                  {units.map((unit) => (
                    <tr key={unit.id}>
                      <th scope="row">
                        <Link to={`/institutions/${unit.id}?campaignId=${id}`}>{unit.name}</Link>
                      </th>
                      <td className="nowrap">{t(`type.${unit.type}`)}</td>
                      <td className="nowrap unit-rate">
                        <Bar percent={unit.ratePercent} color={unit.ratePercent < 50 ? 'var(--bad)' : 'var(--bar)'} />{' '}
                        {t('shared:unit.percent', { value: unit.ratePercent })}
                      </td>
                      <td>
                        {unit.overdue === 0 ? (
                          <span className="quiet">0</span>
                        ) : (
                          <Link to={`/ledger?campaignId=${id}&unitId=${unit.id}&status=overdue`}>
                            <StateWord status="overdue" count={unit.overdue} />
                          </Link>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Loaded>
      </div>
    </div>
  );
};
