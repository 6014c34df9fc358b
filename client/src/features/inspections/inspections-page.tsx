// Inspections: plans by week at the left, one in full at the right; secret ones only for those on their list.
import { LockFilled, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ResponseOf } from '#contracts/http.ts';
import { useCampaign } from '../../shared/campaign/index.ts';
import { useKeys } from '../../shared/keyboard/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { serverNow, shortDay, weekday } from '../../shared/time/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../shared/ui/index.ts';
import { InspectionState } from './inspection-state.tsx';
import { InspectionView } from './inspection-view.tsx';
import { PlanInspection } from './plan-inspection.tsx';
import { inWeeks } from './weeks.ts';
import './inspections.css';

type Row = ResponseOf<'GET /api/inspections'>[number];

export const InspectionsPage = () => {
  const { t } = useTranslation('inspection');
  const { id, read } = useCampaign();
  if (id !== null) return <Inspections campaignId={id} />;
  return <Loaded read={read}>{() => <EmptyNote>{t('noCampaign')}</EmptyNote>}</Loaded>;
};

const Inspections = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation('inspection');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const openId = search.get('open');
  const team = search.get('team');
  const read = useApi('GET /api/inspections', { query: { campaignId } });
  const change = (parts: Record<string, string | null>): void =>
    setSearch((before) => {
      for (const [name, value] of Object.entries(parts)) {
        if (value === null) before.delete(name);
        else before.set(name, value);
      }
      return before;
    });
  useKeys({ Escape: () => change({ open: null }) });
  const teams = [...new Map((read.data ?? []).map((row) => [row.teamId, row.teamName]))];
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        facts={read.data === undefined ? undefined : <span>{t('count', { count: read.data.length })}</span>}
        acts={
          <>
            {teams.length < 2 ? null : (
              <Select
                className="team-filter"
                aria-label={t('allTeams')}
                placeholder={t('allTeams')}
                allowClear
                value={team}
                onChange={(value: string | null) => change({ team: value ?? null })}
                options={teams.map(([value, label]) => ({ value, label }))}
              />
            )}
            {may('inspections.plan') ? (
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => change({ plan: '1' })}>
                {t('plan')}
              </Button>
            ) : null}
          </>
        }
      />
      <Loaded read={read}>
        {(rows) => (
          <div className={`inspections${openId === null ? '' : ' with-one'}`}>
            <nav className="inspection-list" aria-label={t('title')}>
              {rows.length === 0 ? <EmptyNote>{t('none')}</EmptyNote> : null}
              {inWeeks(
                rows.filter((row) => team === null || row.teamId === team),
                serverNow(),
              ).map((group) => (
                <section key={group.key}>
                  <h2>
                    {t(`week.${group.key}`)} <span className="quiet">{group.rows.length}</span>
                  </h2>
                  <ul>
                    {group.rows.map((row) => (
                      <li key={row.id}>
                        <InspectionItem row={row} open={row.id === openId} onOpen={() => change({ open: row.id })} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </nav>
            {openId === null ? (
              <EmptyNote>{t('choose')}</EmptyNote>
            ) : (
              <InspectionView id={openId} onClose={() => change({ open: null })} />
            )}
          </div>
        )}
      </Loaded>
      {search.get('plan') === null ? null : (
        <PlanInspection
          campaignId={campaignId}
          unitId={search.get('unitId')}
          onDone={(id) => change({ plan: null, unitId: null, ...(id === null ? {} : { open: id }) })}
        />
      )}
    </div>
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
