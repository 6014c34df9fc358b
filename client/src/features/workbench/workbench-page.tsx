// The first page of the day: what to do today, what waits for others, what to acknowledge, the own units.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useKeys } from '../../shared/keyboard/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { isoDay, useServerNow, weekday } from '../../shared/time/index.ts';
import { KeyCap, Loaded, PageHead } from '../../shared/ui/index.ts';
import { JustHappened, NoticeCard, PlanCard, UnitsCard } from './side-cards.tsx';
import { TaskCard, taskAddress } from './task-card.tsx';
import './workbench.css';

export const WorkbenchPage = () => {
  const { t } = useTranslation('workbench');
  const may = useMay();
  const navigate = useNavigate();
  const now = useServerNow();
  const counts = useApi('GET /api/tasks/counts', {});
  const mine = useApi('GET /api/tasks', { query: { view: 'mine', limit: 8 } });
  const claimable = useApi('GET /api/tasks', { query: { view: 'claimable', limit: 5 } });
  const waiting = useApi('GET /api/tasks', { query: { view: 'waiting', limit: 5 } });
  const first = mine.data?.items[0] ?? claimable.data?.items[0];
  const next = (): void => {
    if (first !== undefined) void navigate(taskAddress(first, first.assignee === null ? 'claimable' : undefined));
  };
  useKeys({ N: next });
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        facts={
          <>
            <span>
              {isoDay(now)} {t(`shared:weekday.${weekday(now)}`)}
            </span>
            {counts.data === undefined ? null : (
              <span>{t('today', { today: counts.data.today, overdue: counts.data.overdue })}</span>
            )}
          </>
        }
        acts={
          <Button type="primary" disabled={first === undefined} onClick={next}>
            {t('next')} <KeyCap>N</KeyCap>
          </Button>
        }
      />
      <div className="page-body workbench">
        <div>
          <Loaded read={mine}>
            {(page) => (
              <TaskCard
                title={t('todo')}
                note={t('shown', { shown: page.items.length, total: page.total })}
                more={<Link to="/inbox">{t('allMine', { count: page.total })}</Link>}
                rows={page.items}
                empty={t('nothing')}
              />
            )}
          </Loaded>
          {claimable.data === undefined || claimable.data.total === 0 ? null : (
            <TaskCard
              title={t('claimable')}
              note={t('shown', { shown: claimable.data.items.length, total: claimable.data.total })}
              more={<Link to="/inbox?view=claimable">{t('all')}</Link>}
              rows={claimable.data.items}
              empty=""
              view="claimable"
            />
          )}
          <Loaded read={waiting}>
            {(page) => (
              <TaskCard
                title={t('waiting')}
                note={t('shown', { shown: page.items.length, total: page.total })}
                more={<Link to="/inbox?view=waiting">{t('all')}</Link>}
                rows={page.items}
                empty={t('nothingWaits')}
                view="waiting"
              />
            )}
          </Loaded>
          {may('institutions.view') ? <UnitsCard /> : null}
        </div>
        <div>
          <NoticeCard rows={mine.data?.items ?? []} />
          {may('inspections.view') ? <PlanCard /> : null}
          <JustHappened />
        </div>
      </div>
    </div>
  );
};
