// Named views kept on the server: the same at every desk; a star marks one that was changed since.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import { useAct, useApi } from '../../../shared/query/index.ts';
import { useProblemText } from '../../../shared/i18n/index.ts';
import { readFilter, sameFilter, writeFilter } from '../address.ts';
import type { InboxFilter } from '../address.ts';

type View = ResponseOf<'GET /api/views'>[number];
type Props = { filter: InboxFilter; onFilter: (filter: InboxFilter) => void };

export const SavedViews = ({ filter, onFilter }: Props) => {
  const { t } = useTranslation('inbox');
  const saved = useApi('GET /api/views', {}).data ?? [];
  const [active, setActive] = useState<string | null>(null);
  const [naming, setNaming] = useState(false);
  const here = writeFilter(filter);
  const current =
    saved.find((view) => view.id === active) ?? saved.find((view) => sameFilter(view.query, here)) ?? null;
  const open = (view: View): void => {
    setActive(view.id);
    onFilter(readFilter(new URLSearchParams(view.query)));
  };
  return (
    <>
      <h2>
        {t('saved.title')}
        <Button
          type="text"
          size="small"
          aria-label={t('saved.add')}
          icon={<PlusOutlined />}
          onClick={() => setNaming(true)}
        />
      </h2>
      {naming ? <NameView query={here} onDone={(id) => (setActive(id ?? active), setNaming(false))} /> : null}
      <ul>
        {saved.map((view) => (
          <li key={view.id}>
            <SavedView
              view={view}
              here={here}
              on={current?.id === view.id}
              onOpen={() => open(view)}
              onGone={() => setActive(null)}
            />
          </li>
        ))}
      </ul>
      {saved.length === 0 && !naming ? <p className="small quiet">{t('saved.none')}</p> : null}
    </>
  );
};

type SavedViewProps = { view: View; here: string; on: boolean; onOpen: () => void; onGone: () => void };
const SavedView = ({ view, here, on, onOpen, onGone }: SavedViewProps) => {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const { message } = App.useApp();
  const say = useProblemText();
  const change = useAct('PUT /api/views/:id');
  const remove = useAct('DELETE /api/views/:id');
  const changed = on && !sameFilter(view.query, here);
  const then = {
    onSuccess: () => void client.invalidateQueries({ queryKey: ['GET /api/views'] }),
    onError: (error: unknown) => void message.error(say(error)),
  };
  return (
    <>
      <span className="saved-row">
        <button type="button" className={`view-button${on ? ' on' : ''}`} aria-pressed={on} onClick={onOpen}>
          <span className="clip">
            {view.name}
            {changed ? (
              <span className="tone-warn" title={t('saved.changed')}>
                *
              </span>
            ) : null}
          </span>
        </button>
        {on ? (
          <Button
            type="text"
            size="small"
            aria-label={t('saved.remove', { name: view.name })}
            icon={<DeleteOutlined />}
            onClick={() => remove.mutate({ params: { id: view.id } }, { ...then, onSettled: onGone })}
          />
        ) : null}
      </span>
      {changed ? (
        <span className="saved-acts">
          <Button
            type="link"
            size="small"
            onClick={() => change.mutate({ params: { id: view.id }, body: { name: view.name, query: here } }, then)}
          >
            {t('saved.keep')}
          </Button>
          <Button type="link" size="small" onClick={onOpen}>
            {t('saved.reset')}
          </Button>
        </span>
      ) : null}
    </>
  );
};

const NameView = ({ query, onDone }: { query: string; onDone: (id: string | null) => void }) => {
  const { t } = useTranslation('inbox');
  const [name, setName] = useState('');
  const client = useQueryClient();
  const { message } = App.useApp();
  const say = useProblemText();
  const add = useAct('POST /api/views');
  const save = (): void => {
    if (name.trim() === '') return;
    add.mutate(
      { body: { name: name.trim(), query } },
      {
        onSuccess: (view) => {
          void client.invalidateQueries({ queryKey: ['GET /api/views'] });
          onDone(view.id);
        },
        onError: (error) => void message.error(say(error)),
      },
    );
  };
  return (
    <Input.Search
      size="small"
      autoFocus
      maxLength={24}
      value={name}
      aria-label={t('saved.name')}
      placeholder={t('saved.name')}
      enterButton={t('saved.save')}
      loading={add.isPending}
      onChange={(event) => setName(event.target.value)}
      onSearch={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
};
