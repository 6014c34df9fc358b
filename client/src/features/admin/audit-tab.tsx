// The audit trail, newest first, and the check that its chain of hashes is unbroken.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApi, usePages } from '../../shared/query/index.ts';
import { fullTime } from '../../shared/time/index.ts';
import { Loaded, ProblemNote } from '../../shared/ui/index.ts';
import { useTrailWords } from './trail-words.ts';

const columns = ['no', 'at', 'actor', 'what', 'ip'] as const;

export const AuditTab = () => {
  const { t } = useTranslation('admin');
  const read = usePages('GET /api/audit', { query: { limit: 50 } });
  const about = useTrailWords();
  const entries = read.data?.pages.flatMap((page) => page.items);
  // whoever reads a part only is given none
  const hashed = entries?.some(({ hash }) => hash !== '') ?? false;
  return (
    <>
      <ChainCheck />
      <Loaded read={{ data: entries, error: read.error, refetch: read.refetch }}>
        {(rows) => (
          <div className="card scroll-x" tabIndex={0} role="region" aria-label={t('audit')}>
            <table className="plain-table wide-table">
              <thead>
                <tr>
                  {[...columns, ...(hashed ? (['hash'] as const) : [])].map((name) => (
                    <th key={name} scope="col">
                      {t(`entry.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((entry) => (
                  <tr key={entry.no}>
                    <td>{entry.no}</td>
                    <td className="nowrap">{fullTime(entry.at)}</td>
                    <td className="nowrap">{entry.actor}</td>
                    <td>
                      {entry.summary} <span className="small quiet">{about(entry)}</span>
                    </td>
                    <td className="support">{entry.ip}</td>
                    {hashed ? (
                      <td className="support">
                        {entry.hash === '' ? (
                          t('entry.unchained')
                        ) : (
                          <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>
                        )}
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {read.hasNextPage ? (
        <Button type="link" block loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('shared:more')}
        </Button>
      ) : null}
    </>
  );
};

const ChainCheck = () => {
  const { t } = useTranslation('admin');
  const check = useApi('GET /api/audit/check', {}, { enabled: false });
  return (
    <div className="admin-bar">
      <Button loading={check.isFetching} onClick={() => void check.refetch()}>
        {t('check')}
      </Button>
      {check.error === null ? null : <ProblemNote error={check.error} />}
      <span role="status">
        {check.data === undefined ? null : check.data.intact ? (
          <span className="icon-word tone-green">
            <CheckCircleFilled aria-hidden /> {t('intact', { count: check.data.entries })}
          </span>
        ) : (
          <span className="icon-word tone-bad">
            <CloseCircleFilled aria-hidden /> {t('broken', { no: check.data.brokenAt ?? 0 })}
          </span>
        )}
      </span>
    </div>
  );
};
