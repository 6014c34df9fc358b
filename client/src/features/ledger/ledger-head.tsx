// Status tabs with counts, grouping, filters and the choice of columns.
import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Popover, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import { StateWord } from '../../shared/ui/index.ts';
import { groupings } from './address.ts';
import type { Grouping, LedgerFilter } from './address.ts';
import { columns } from './columns.tsx';
import { FilterChips } from './filter-chips.tsx';

const tabs = ['rectifying', 'overdue', 'toVerify', 'relapse', 'struckOff', 'watching', 'notStarted'] as const;
type Props = {
  page: ResponseOf<'GET /api/issues'>;
  filter: LedgerFilter;
  units: readonly { id: string; name: string }[];
  hidden: ReadonlySet<string>;
  onChange: (parts: Record<string, string | null>) => void;
  onHide: (name: string, hide: boolean) => void;
};

export const LedgerHead = ({ page, filter, units, hidden, onChange, onHide }: Props) => {
  const { t } = useTranslation('ledger');
  return (
    <div className="ledger-bar no-print">
      <nav className="ledger-tabs" aria-label={t('tabs')}>
        <button type="button" aria-pressed={filter.status === undefined} onClick={() => onChange({ status: null })}>
          {t('shared:status.all')} {page.counts.all}
        </button>
        {tabs.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={filter.status === status}
            onClick={() => onChange({ status: filter.status === status ? null : status })}
          >
            <StateWord status={status} count={page.counts[status]} />
          </button>
        ))}
      </nav>
      <span className="ledger-tools">
        <span className="small support">{t('group')}</span>
        <Segmented<Grouping>
          size="small"
          aria-label={t('group')}
          value={filter.sort}
          onChange={(sort) => onChange({ sort: sort === 'problem' ? null : sort })}
          options={groupings.map((value) => ({ value, label: t(`grouping.${value}`) }))}
        />
        <Select
          className="unit-filter"
          aria-label={t('unitFilter')}
          placeholder={t('unitFilter')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.unitId ?? null}
          onChange={(unitId: string | null) => onChange({ unitId: unitId ?? null })}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <FilterChips filter={filter} onChange={onChange} />
        <Input.Search
          key={filter.q ?? ''}
          className="word-filter"
          allowClear
          maxLength={60}
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={filter.q ?? ''}
          onSearch={(q) => onChange({ q: q.trim() })}
        />
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="column-choice">
              {columns
                .filter((column) => column.frozen === undefined)
                .map((column) => (
                  <Checkbox
                    key={column.name}
                    checked={!hidden.has(column.name)}
                    onChange={(event) => onHide(column.name, !event.target.checked)}
                  >
                    {t(`column.${column.name}`)}
                  </Checkbox>
                ))}
            </div>
          }
        >
          <Button icon={<SettingOutlined aria-hidden />}>{t('columns')}</Button>
        </Popover>
      </span>
    </div>
  );
};
