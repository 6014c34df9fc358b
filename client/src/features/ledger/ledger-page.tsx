// The rectification ledger: the official table on screen, a row's whole life beside it.
import { DownloadOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { queryString, urlOf } from '../../shared/api/index.ts';
import { useCampaign } from '../../shared/campaign/index.ts';
import { useKeys } from '../../shared/keyboard/index.ts';
import { useApi, usePages } from '../../shared/query/index.ts';
import { useMay, useMe } from '../../shared/session/index.ts';
import { isoDay } from '../../shared/time/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../shared/ui/index.ts';
import { changed, queryOf, readLedgerFilter } from './address.ts';
import { columns } from './columns.tsx';
import { linesOf } from './group-lines.ts';
import { LedgerHead } from './ledger-head.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { NewRow } from './new-row.tsx';
import { RowPanel } from './row-panel.tsx';
import { useHiddenColumns } from './use-hidden-columns.ts';
import './ledger.css';

const mayEnter = ['office', 'teamLeader', 'teamMember', 'section', 'unitClerk'];

export const LedgerPage = () => {
  const { t } = useTranslation('ledger');
  const { id: campaignId, read } = useCampaign();
  if (campaignId !== null) return <Ledger key={campaignId} campaignId={campaignId} />;
  return <Loaded read={read}>{() => <EmptyNote>{t('noCampaign')}</EmptyNote>}</Loaded>;
};

const Ledger = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation('ledger');
  const may = useMay();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const filter = readLedgerFilter(search);
  const openRow = search.get('row');
  const read = usePages('GET /api/issues', { query: queryOf(campaignId, filter) });
  const counts = useApi('GET /api/tasks/counts', { query: { campaignId } }, { enabled: may('tasks') });
  const units =
    useApi('GET /api/institutions', { query: { campaignId } }, { enabled: may('institutions.view') }).data ?? [];
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { hidden, hide } = useHiddenColumns();
  const shown = columns.filter((column) => !hidden.has(column.name));
  const rows = useMemo(() => read.data?.pages.flatMap((page) => page.items) ?? [], [read.data]);
  const page = read.data?.pages[0];
  const lines = linesOf(rows, page?.groups ?? [], filter.sort, folded);
  const change = (parts: Record<string, string | null>): void => setSearch((before) => changed(before, parts));
  const walk = (step: 1 | -1): void => {
    const visible = lines.flatMap((line) => (line.kind === 'row' ? [line.row.id] : []));
    const at = visible.indexOf(openRow ?? '');
    const next = visible[Math.max(0, Math.min(visible.length - 1, at + step))];
    if (next !== undefined) change({ row: next });
  };
  useKeys(
    openRow === null
      ? {}
      : {
          ArrowDown: () => walk(1),
          ArrowUp: () => walk(-1),
          J: () => walk(1),
          K: () => walk(-1),
          Escape: () => change({ row: null }),
        },
  );
  const strikeOffs = counts.data?.byType.find((kind) => kind.type === 'approve-strike-off')?.count ?? 0;
  return (
    <div className="page ledger">
      <PageHead
        title={page?.title ?? t('title')}
        facts={
          page === undefined ? undefined : (
            <>
              <span>{t('reporter', { name: page.reporter })}</span>
              <span>{t('reportedAt', { day: isoDay(page.reportedAt) })}</span>
            </>
          )
        }
        acts={
          <>
            {me.memberships.some((each) => mayEnter.includes(each.role)) ? (
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => change({ add: '1' })}>
                {t('add.button')}
              </Button>
            ) : null}
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            {may('ledger.export') ? (
              <Button
                icon={<DownloadOutlined aria-hidden />}
                href={urlOf('GET /api/issues/export.xlsx', { query: queryOf(campaignId, filter) })}
              >
                {t('excel')}
              </Button>
            ) : null}
            {strikeOffs > 0 ? (
              <Link
                className="ant-btn ledger-main"
                to={`/inbox${queryString({ type: 'approve-strike-off', campaignId })}`}
              >
                {t('strikeOffs', { count: strikeOffs })}
              </Link>
            ) : null}
          </>
        }
      />
      <Loaded read={{ data: page, error: read.error, refetch: read.refetch }}>
        {(first) => (
          <>
            <LedgerHead page={first} filter={filter} units={units} hidden={hidden} onChange={change} onHide={hide} />
            <div className={`ledger-body${openRow === null ? '' : ' with-panel'}`}>
              <div className="ledger-main-side">
                {rows.length === 0 ? (
                  <EmptyNote act={<Button onClick={() => setSearch({ campaignId })}>{t('clear')}</Button>}>
                    {t('empty')}
                  </EmptyNote>
                ) : (
                  <LedgerTable
                    lines={lines}
                    columns={shown}
                    openRow={openRow}
                    folded={folded}
                    onFold={(key) =>
                      setFolded((before) =>
                        before.has(key)
                          ? new Set([...before].filter((each) => each !== key))
                          : new Set([...before, key]),
                      )
                    }
                    onOpen={(row) => change({ row })}
                  />
                )}
                {read.hasNextPage ? (
                  <Button type="link" block loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
                    {t('loadMore', { shown: rows.length, total: first.total })}
                  </Button>
                ) : null}
              </div>
              {openRow === null ? null : <RowPanel id={openRow} onClose={() => change({ row: null })} onWalk={walk} />}
            </div>
          </>
        )}
      </Loaded>
      {search.get('add') === null ? null : (
        <NewRow
          campaignId={campaignId}
          unitId={search.get('addUnit')}
          siteId={search.get('addSite')}
          onDone={(id) => change({ add: null, addUnit: null, addSite: null, ...(id === null ? {} : { row: id }) })}
        />
      )}
    </div>
  );
};
