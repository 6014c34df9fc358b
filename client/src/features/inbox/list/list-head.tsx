// How many, in which order, narrowed by which words.
import { FilterOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxFilter } from '../address.ts';

type Props = {
  filter: InboxFilter;
  total: number;
  onFilter: (filter: InboxFilter) => void;
  onRefresh: () => void;
  onViews: () => void;
};

export const ListHead = ({ filter, total, onFilter, onRefresh, onViews }: Props) => {
  const { t } = useTranslation('inbox');
  const [searching, setSearching] = useState(filter.q !== undefined);
  const search = (text: string): void => {
    const { q: _, ...rest } = filter;
    onFilter(text.trim() === '' ? rest : { ...rest, q: text.trim() });
  };
  return (
    <div className="list-head">
      <div className="list-head-line">
        <Button className="views-open" size="small" onClick={onViews}>
          {t(`view.${filter.view}`)}
        </Button>
        <span className="strong">{t('total', { count: total })}</span>
        <Segmented<InboxFilter['sort']>
          size="small"
          aria-label={t('sort.label')}
          value={filter.sort}
          onChange={(sort) => onFilter({ ...filter, sort })}
          options={[
            { value: 'due', label: t('sort.due') },
            { value: 'unit', label: t('sort.unit') },
            { value: 'step', label: t('sort.step') },
          ]}
        />
        <span className="list-head-acts">
          <Button
            type="text"
            size="small"
            aria-label={t('search')}
            aria-pressed={searching}
            icon={<FilterOutlined />}
            onClick={() => setSearching(!searching)}
          />
          <Button type="text" size="small" aria-label={t('refresh')} icon={<ReloadOutlined />} onClick={onRefresh} />
        </span>
      </div>
      {searching ? (
        <Input.Search
          size="small"
          allowClear
          autoFocus={filter.q === undefined}
          maxLength={60}
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={filter.q ?? ''}
          onSearch={search}
        />
      ) : null}
    </div>
  );
};
