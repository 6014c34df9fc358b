// Which tasks to look at: the built-in views, saved views, kinds and units, each with its count.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskCounts } from '#contracts/tasks.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { KeyCap } from '../../../shared/ui/index.ts';
import { views } from '../address.ts';
import type { InboxFilter } from '../address.ts';
import { SavedViews } from './saved-views.tsx';

type Props = {
  counts: TaskCounts | undefined;
  filter: InboxFilter;
  onFilter: (filter: InboxFilter) => void;
  onKeys: () => void;
};

const without = (filter: InboxFilter, name: 'type' | 'unitId' | 'due' | 'returned'): InboxFilter => {
  const { [name]: _, ...rest } = filter;
  return rest;
};

export const ViewsPane = ({ counts, filter, onFilter, onKeys }: Props) => {
  const { t } = useTranslation('inbox');
  const work = useWorkWords();
  return (
    <nav className="views-pane" aria-label={t('views')}>
      <h1>{t('title')}</h1>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <ViewButton
              on={filter.view === view}
              label={t(`view.${view}`)}
              count={counts?.views[view]}
              onClick={() =>
                onFilter({
                  view,
                  sort: filter.sort,
                  ...(filter.campaignId === undefined ? {} : { campaignId: filter.campaignId }),
                })
              }
            />
          </li>
        ))}
      </ul>
      <SavedViews filter={filter} onFilter={onFilter} />
      <h2>{t('quick')}</h2>
      <ul>
        {(['overdue', 'today'] as const).map((due) => (
          <li key={due}>
            <ViewButton
              check
              on={filter.due === due}
              label={t(`group.${due}`)}
              count={counts?.[due]}
              bad={due === 'overdue'}
              onClick={() => onFilter(filter.due === due ? without(filter, 'due') : { ...filter, due })}
            />
          </li>
        ))}
        <li>
          <ViewButton
            check
            on={filter.returned === '1'}
            label={t('returnedOnce')}
            onClick={() =>
              onFilter(filter.returned === '1' ? without(filter, 'returned') : { ...filter, returned: '1' })
            }
          />
        </li>
      </ul>
      {counts === undefined || counts.byType.length === 0 ? null : (
        <>
          <h2>{t('kinds')}</h2>
          <ul>
            {counts.byType.map((kind) => (
              <li key={kind.type}>
                <ViewButton
                  check
                  on={filter.type === kind.type}
                  label={work.name(kind.title)}
                  count={kind.count}
                  onClick={() =>
                    onFilter(filter.type === kind.type ? without(filter, 'type') : { ...filter, type: kind.type })
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {counts === undefined || counts.byUnit.length === 0 ? null : (
        <>
          <h2>{t('units')}</h2>
          <ul>
            {counts.byUnit.map((unit) => (
              <li key={unit.unitId}>
                <ViewButton
                  check
                  on={filter.unitId === unit.unitId}
                  label={unit.unitName}
                  count={unit.count}
                  onClick={() =>
                    onFilter(
                      filter.unitId === unit.unitId ? without(filter, 'unitId') : { ...filter, unitId: unit.unitId },
                    )
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="views-keys small support">
        <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> {t('keys.move')} <KeyCap>Enter</KeyCap> {t('keys.open')}
        <Button type="link" size="small" onClick={onKeys}>
          <KeyCap>?</KeyCap> {t('keys.all')}
        </Button>
      </div>
    </nav>
  );
};

type ViewButtonProps = {
  on: boolean;
  label: string;
  count?: number | undefined;
  onClick: () => void;
  check?: true;
  bad?: boolean;
};
const ViewButton = ({ on, label, count, onClick, check, bad = false }: ViewButtonProps) => (
  <button type="button" className={`view-button${on ? ' on' : ''}`} aria-pressed={on} onClick={onClick}>
    {check ? <span className="view-check" aria-hidden /> : null}
    <span className="clip">{label}</span>
    {count === undefined ? null : <span className={`view-count${bad && count > 0 ? ' tone-bad' : ''}`}>{count}</span>}
  </button>
);
