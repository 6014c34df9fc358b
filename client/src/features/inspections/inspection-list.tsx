// Inspections by week: what is late or running first, what is done last.
import { LockFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import { shortDay, weekday } from '../../shared/time/index.ts';
import { InspectionState } from './inspection-state.tsx';
import { inWeeks } from './weeks.ts';

type Row = ResponseOf<'GET /api/inspections'>[number];
type Props = { rows: readonly Row[]; now: string; openId: string | null; onOpen: (id: string) => void };

export const InspectionList = ({ rows, now, openId, onOpen }: Props) => {
  const { t } = useTranslation('inspection');
  return (
    <nav className="inspection-list" aria-label={t('title')}>
      {inWeeks(rows, now).map((group) => (
        <section key={group.key}>
          <h2>
            {t(`week.${group.key}`)} <span className="quiet">{group.rows.length}</span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.id}>
                <InspectionItem row={row} open={row.id === openId} onOpen={() => onOpen(row.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};

const InspectionItem = ({ row, open, onOpen }: { row: Row; open: boolean; onOpen: () => void }) => {
  const { t } = useTranslation('inspection');
  return (
    <button type="button" className={`inspection-item${open ? ' open' : ''}`} aria-pressed={open} onClick={onOpen}>
      <span className="small">
        {shortDay(row.plannedFor)} {t(`shared:weekday.${weekday(row.plannedFor)}`)}
      </span>
      <span className="inspection-words">
        <span>
          {row.secret ? <LockFilled aria-label={t('secret')} /> : null} <b>{t(`work:mode.${row.mode}`)}</b>{' '}
          <span className="small quiet">{row.no}</span>
        </span>
        <span className="small support clip">{row.secret ? t('onlyThese') : row.targetNames.join('、')}</span>
      </span>
      <span className="inspection-right small">
        <InspectionState state={row.state} />
        <span className="support">{row.teamName}</span>
      </span>
    </button>
  );
};
