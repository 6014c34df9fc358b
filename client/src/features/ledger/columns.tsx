// The columns of the official table in their order on screen: three frozen keys, then facts, then the rest of the form.
import type { ReactNode } from 'react';
import type { IssueRow } from '#contracts/issues.ts';
import { shortDay } from '../../shared/time/index.ts';
import { Bar, DueTag, RungPips, StateWord } from '../../shared/ui/index.ts';

export type Column = {
  readonly name: string;
  readonly width: number;
  readonly num?: true;
  readonly frozen?: number;
  readonly cell: (row: IssueRow) => ReactNode;
};
const words =
  (pick: (row: IssueRow) => string | null) =>
  (row: IssueRow): ReactNode => {
    const text = pick(row);
    return text === null || text === '' ? <span className="quiet">—</span> : <span title={text}>{text}</span>;
  };
const closed = (row: IssueRow): boolean => row.status === 'struckOff' || row.status === 'watching';
const barColour = (row: IssueRow): string =>
  row.overdue ? 'var(--bad)' : row.status === 'toVerify' ? 'var(--violet)' : closed(row) ? 'var(--good)' : 'var(--bar)';

const DueCell = ({ row }: { row: IssueRow }) => {
  if (row.due === null || closed(row))
    return <span className="quiet">{row.due === null ? '—' : shortDay(row.due.at)}</span>;
  return (
    <span className="due-cell">
      <span className={row.overdue ? 'tone-bad strong' : ''}>{shortDay(row.due.at)}</span>
      <DueTag due={row.due} />
    </span>
  );
};

export const columns: readonly Column[] = [
  { name: 'no', width: 56, frozen: 0, cell: (row) => row.no },
  { name: 'status', width: 112, frozen: 56, cell: (row) => <StateWord status={row.status} /> },
  {
    name: 'unit',
    width: 176,
    frozen: 168,
    cell: (row) => (
      <span title={[row.unitName, row.siteName].filter(Boolean).join(' ')}>
        {row.unitName} <span className="support">{row.siteName}</span>
      </span>
    ),
  },
  { name: 'description', width: 230, cell: words((row) => row.description) },
  { name: 'due', width: 160, cell: (row) => <DueCell row={row} /> },
  {
    name: 'progress',
    width: 130,
    cell: (row) => (
      <span className="progress-cell" title={row.progress}>
        <Bar percent={row.percent} color={barColour(row)} />
        <span className="support">{row.percent}%</span>
      </span>
    ),
  },
  { name: 'rung', width: 148, cell: (row) => <RungPips rung={row.rung} /> },
  { name: 'person', width: 130, cell: words((row) => row.person) },
  {
    name: 'evidence',
    width: 64,
    num: true,
    cell: (row) => (row.evidenceCount === 0 ? <span className="quiet">—</span> : row.evidenceCount),
  },
  { name: 'cause', width: 190, cell: words((row) => row.rootCause) },
  { name: 'section', width: 124, cell: words((row) => row.responsibleSection) },
  { name: 'source', width: 110, cell: words((row) => row.source) },
  { name: 'feedbackAt', width: 92, cell: words((row) => (row.feedbackAt === null ? null : shortDay(row.feedbackAt))) },
  { name: 'category', width: 92, cell: words((row) => row.category) },
  { name: 'goal', width: 190, cell: words((row) => row.goal) },
  { name: 'measures', width: 220, cell: words((row) => row.measures) },
  { name: 'standard', width: 150, cell: words((row) => row.standard) },
  { name: 'leader', width: 110, cell: words((row) => row.responsibleLeader) },
  { name: 'cooperating', width: 110, cell: words((row) => row.cooperatingLeader) },
  {
    name: 'verification',
    width: 170,
    cell: words((row) => [row.verifyOpinion, row.verifier].filter(Boolean).join(' / ')),
  },
  { name: 'strikeOffBy', width: 110, cell: words((row) => row.strikeOffBy) },
  {
    name: 'struckOffAt',
    width: 92,
    cell: words((row) => (row.struckOffAt === null ? null : shortDay(row.struckOffAt))),
  },
  { name: 'lookBack', width: 120, cell: words((row) => row.lookBack) },
  { name: 'note', width: 150, cell: words((row) => row.note) },
];
