// The unit's clinics against the same thresholds; one below without a row may be entered into the ledger.
import { ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InstitutionPage } from '#contracts/cases.ts';
import { shortDay } from '../../shared/time/index.ts';
import { Card, StateWord, isStatusWord } from '../../shared/ui/index.ts';
import { useMe } from '../../shared/session/index.ts';

const mayEnter = ['office', 'teamLeader', 'teamMember', 'section', 'unitClerk'];

export const SiteTable = ({ unit, campaignId }: { unit: InstitutionPage; campaignId: string }) => {
  const { t } = useTranslation('institution');
  const me = useMe();
  // a column nobody has counted says nothing
  const columns = unit.siteColumns.filter((column) =>
    unit.sites.some((site) => site.readings.some((each) => each.code === column.code && each.value !== null)),
  );
  const enters = me.memberships.some((each) => mayEnter.includes(each.role));
  return (
    <Card title={t('sites')} note={t('sitesNote', { count: unit.sites.length })}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('sites')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('site')}</th>
              {columns.map((column) => (
                <th key={column.code} scope="col" className="num">
                  {column.label}
                </th>
              ))}
              <th scope="col">{t('openRows')}</th>
              <th scope="col" className="num">
                {t('lastInspected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {unit.sites.map((site) => {
              const below = site.readings.some((reading) => reading.verdict === 'below');
              return (
                <tr key={site.id}>
                  <th scope="row">{site.name}</th>
                  {columns.map((column) => (
                    <td key={column.code} className="num">
                      <Reading reading={site.readings.find((each) => each.code === column.code)} />
                    </td>
                  ))}
                  <td>
                    {site.openIssues.map((issue) => (
                      <Link key={issue.id} to={`/ledger?campaignId=${campaignId}&row=${issue.id}`} className="site-row">
                        {issue.no} {isStatusWord(issue.status) ? <StateWord status={issue.status} /> : null}
                      </Link>
                    ))}
                    {site.openIssues.length === 0 && below ? (
                      <>
                        <span className="tone-warn">{t('notEntered')}</span>{' '}
                        {enters ? (
                          <Link to={`/ledger?campaignId=${campaignId}&add=1&addUnit=${unit.id}&addSite=${site.id}`}>
                            {t('enter')}
                          </Link>
                        ) : null}
                      </>
                    ) : null}
                    {site.openIssues.length === 0 && !below ? <span className="quiet">—</span> : null}
                  </td>
                  <td className="num support">
                    {site.lastInspectedAt === null ? '—' : shortDay(site.lastInspectedAt)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
};

const Reading = ({ reading }: { reading: InstitutionPage['sites'][number]['readings'][number] | undefined }) => {
  const { t } = useTranslation('institution');
  if (reading === undefined || reading.value === null) return <span className="quiet">—</span>;
  if (reading.verdict !== 'below') return <>{reading.value}</>;
  return (
    <span className="tone-bad strong">
      <ExclamationCircleFilled aria-label={t('belowWord')} /> {reading.value}
    </span>
  );
};
