// The ledger as a ledger: frozen keys, one line a row, group lines with counts by state.
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerCounts } from '#contracts/issues.ts';
import { StateWord, statusWords } from '../../shared/ui/index.ts';
import type { Column } from './columns.tsx';
import type { Line } from './group-lines.ts';

type Props = {
  lines: readonly Line[];
  columns: readonly Column[];
  openRow: string | null;
  folded: ReadonlySet<string>;
  onFold: (key: string) => void;
  onOpen: (id: string) => void;
};

const place = (column: Column) => ({
  className: [column.num ? 'num' : '', column.frozen === undefined ? '' : 'frozen'].filter(Boolean).join(' '),
  style: column.frozen === undefined ? {} : { left: column.frozen },
});

export const LedgerTable = ({ lines, columns, openRow, folded, onFold, onOpen }: Props) => {
  const { t } = useTranslation('ledger');
  useEffect(() => {
    if (openRow !== null) document.getElementById(`row-${openRow}`)?.scrollIntoView({ block: 'nearest' });
  }, [openRow]);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className="ledger-scroll" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="ledger-table" style={{ width }}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.name} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" {...place(column)}>
                {t(`column.${column.name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            line.kind === 'group' ? (
              <tr key={`group-${line.key}`} className="ledger-group">
                <th colSpan={columns.length} scope="rowgroup">
                  <span className="ledger-group-inside">
                    <button type="button" aria-expanded={!folded.has(line.key)} onClick={() => onFold(line.key)}>
                      {folded.has(line.key) ? <RightOutlined aria-hidden /> : <DownOutlined aria-hidden />}{' '}
                      {line.title === '' ? t('noProblem') : line.title}
                    </button>
                    {line.counts === null ? null : <GroupCounts counts={line.counts} />}
                  </span>
                </th>
              </tr>
            ) : (
              <tr
                key={line.row.id}
                id={`row-${line.row.id}`}
                className={line.row.id === openRow ? 'open' : ''}
                data-row-key={line.row.id}
                onClick={() => onOpen(line.row.id)}
              >
                {columns.map((column) => (
                  <td key={column.name} {...place(column)}>
                    {column.name === 'no' ? (
                      <button type="button" className="row-open" aria-label={t('openRow', { no: line.row.no })}>
                        {line.row.no}
                      </button>
                    ) : (
                      column.cell(line.row)
                    )}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
};

const GroupCounts = ({ counts }: { counts: LedgerCounts }) => {
  const { t } = useTranslation('ledger');
  return (
    <>
      <span className="quiet small">{t('rows', { count: counts.all })}</span>
      {(['overdue', ...statusWords] as const).map((status) =>
        counts[status] === 0 ? null : (
          <span key={status} className="small">
            <StateWord status={status} count={counts[status]} />
          </span>
        ),
      )}
    </>
  );
};
