// Inspections: the list or a week at the left, one in full at the right; secret ones only for those on their list.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCampaign } from '../../shared/campaign/index.ts';
import { useKeys } from '../../shared/keyboard/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { useServerNow } from '../../shared/time/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../shared/ui/index.ts';
import { weekShown } from './calendar-week.ts';
import { InspectionList } from './inspection-list.tsx';
import { InspectionView } from './inspection-view.tsx';
import { PlanInspection } from './plan-inspection.tsx';
import { WeekCalendar } from './week-calendar.tsx';
import './inspections.css';

const views = ['list', 'week'] as const;

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
  const view = search.get('view') === 'week' ? 'week' : 'list';
  const now = useServerNow();
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
            <Segmented
              aria-label={t('view.choose')}
              value={view}
              onChange={(next) => change(next === 'week' ? { view: next } : { view: null, week: null })}
              options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
            />
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
        {(all) => {
          if (all.length === 0 && openId === null) return <EmptyNote>{t('none')}</EmptyNote>;
          const shown = {
            rows: all.filter((row) => team === null || row.teamId === team),
            now,
            openId,
            onOpen: (open: string) => change({ open }),
          };
          return (
            <div className={`inspections in-${view}${openId === null ? '' : ' with-one'}`}>
              {view === 'list' ? (
                <InspectionList {...shown} />
              ) : (
                <WeekCalendar
                  {...shown}
                  monday={weekShown(search.get('week'), now)}
                  onWeek={(week) => change({ week })}
                />
              )}
              {openId !== null ? (
                <InspectionView id={openId} onClose={() => change({ open: null })} />
              ) : view === 'list' ? (
                <EmptyNote>{t('choose')}</EmptyNote>
              ) : null}
            </div>
          );
        }}
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
