// Units by stages: icon and date, lateness in red, or progress with the worst fact; every cell opens its rows.
import { CheckCircleFilled, ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { CampaignOverview } from '#contracts/campaigns.ts';
import { shortDay } from '../../../shared/time/index.ts';
import { Bar, Card, StateWord, isStatusWord } from '../../../shared/ui/index.ts';

type Cell = CampaignOverview['matrix'][number]['cells'][number];

export const UnitMatrix = ({ overview }: { overview: CampaignOverview }) => {
  const { t } = useTranslation('campaign');
  return (
    <Card title={t('matrix')} note={t('matrixNote')}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('matrix')}>
        <table className="plain-table matrix">
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              {overview.columns.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overview.matrix.map((row) => (
              <tr key={row.unitId}>
                <th scope="row">
                  <Link to={`/institutions/${row.unitId}?campaignId=${overview.id}`}>{row.unitName}</Link>
                </th>
                {overview.columns.map((column) => {
                  const cell = row.cells.find((each) => each.code === column);
                  return (
                    <td key={column}>{cell === undefined ? null : <MatrixCell cell={cell} caseId={row.caseId} />}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};

const MatrixCell = ({ cell, caseId }: { cell: Cell; caseId: string }) => {
  const to = cell.drill === null ? `/cases/${caseId}` : `/ledger?${cell.drill}`;
  const content = <CellContent cell={cell} />;
  if (cell.kind === 'none') return content;
  const worst = cell.kind === 'progress' ? (cell.worst ?? null) : null;
  return (
    <>
      <Link to={to} className="matrix-cell">
        {content}
      </Link>
      {worst !== null && isStatusWord(worst.status) ? (
        <Link to={`${to}&status=${worst.status}`} className="matrix-cell matrix-worst small">
          <StateWord status={worst.status} count={worst.count} />
        </Link>
      ) : null}
    </>
  );
};

const CellContent = ({ cell }: { cell: Cell }): ReactNode => {
  const { t } = useTranslation('campaign');
  const day = cell.at === null ? '' : shortDay(cell.at);
  if (cell.kind === 'done')
    return (
      <span className="icon-word">
        <CheckCircleFilled aria-hidden className="tone-green" />{' '}
        {day === '' ? `${cell.done ?? 0}/${cell.of ?? 0}` : day}
      </span>
    );
  if (cell.kind === 'late')
    return (
      <span className="icon-word tone-bad">
        <ExclamationCircleFilled aria-hidden /> {day}{' '}
        {t(cell.at === null ? 'cell.overdue' : 'cell.late', { count: cell.lateDays ?? 0 })}
      </span>
    );
  if (cell.kind === 'waiting')
    return (
      <span className="icon-word support">
        <ClockCircleOutlined aria-hidden /> {day} {t('cell.waiting')}
      </span>
    );
  if (cell.kind === 'progress') return <Progress cell={cell} />;
  return <span className="quiet">—</span>;
};

const Progress = ({ cell }: { cell: Cell }) => {
  const [done, of] = [cell.done ?? 0, cell.of ?? 0];
  return (
    <span className="icon-word">
      <Bar percent={of === 0 ? 0 : (done / of) * 100} color="var(--good)" />
      <span className="matrix-share">
        {done}/{of}
      </span>
    </span>
  );
};
