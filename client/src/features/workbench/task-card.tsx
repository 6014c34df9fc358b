// A short list of tasks, each line a link into the inbox.
import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { TaskRow } from '#contracts/tasks.ts';
import { useWorkWords } from '../../shared/i18n/index.ts';
import { Card, DueTag, RungPips } from '../../shared/ui/index.ts';

type Props = {
  title: string;
  note: string;
  more: ReactNode;
  rows: readonly TaskRow[];
  empty: string;
  view?: 'claimable' | 'waiting';
};

export const taskAddress = (row: TaskRow, view?: 'claimable' | 'waiting'): string =>
  `/inbox?${view === undefined ? '' : `view=${view}&`}task=${encodeURIComponent(row.key)}`;

export const TaskCard = ({ title, note, more, rows, empty, view }: Props) => {
  const { t } = useTranslation('workbench');
  const work = useWorkWords();
  const holder = view === 'waiting';
  return (
    <Card title={title} note={note} more={more}>
      {rows.length === 0 ? (
        <p className="workbench-empty quiet">{empty}</p>
      ) : (
        <div className="scroll-x">
          <table className="plain-table workbench-tasks">
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <td>
                    <DueTag due={row.due} />
                  </td>
                  <th scope="row">{work.name(row.title)}</th>
                  <td className="quiet">{work.refNo(row.refNo)}</td>
                  <td>
                    {row.secret ? (
                      <span className="icon-word">
                        <LockOutlined aria-hidden /> {t('secret')}
                      </span>
                    ) : (
                      [row.unitName, row.siteName].filter(Boolean).join(' · ')
                    )}
                  </td>
                  <td className="support workbench-subject">
                    {!holder
                      ? work.subject(row.subject)
                      : row.holder === ''
                        ? t('unclaimed')
                        : t('at', { holder: row.holder })}
                  </td>
                  <td>{row.rung === null ? null : <RungPips rung={row.rung} />}</td>
                  <td className="num">
                    <Link
                      to={taskAddress(row, view)}
                      aria-label={`${t(holder ? 'look' : 'handle')} ${work.name(row.title)} ${work.refNo(row.refNo)}`}
                    >
                      {t(holder ? 'look' : 'handle')}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
};
