// All models: which run in which version with how many cases, what fails, what is being changed.
import { Button, Input } from 'antd';
import { WarningFilled } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ResponseOf } from '#contracts/http.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useApi } from '../../../shared/query/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../../shared/ui/index.ts';
import { useFollow } from '../use-follow.ts';
import { NewProcess } from './new-process.tsx';

export type ModelRow = ResponseOf<'GET /api/models'>[number];
const kinds = ['bpmn', 'dmn', 'form'] as const;

export const ModelListPage = () => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const may = useMay();
  const [query, setQuery] = useSearchParams();
  const words = query.get('q') ?? '';
  const [adding, setAdding] = useState(false);
  const read = useApi('GET /api/models', {});
  useFollow(read.refetch);
  const incidents = read.data?.reduce((sum, row) => sum + row.incidents, 0) ?? 0;
  const fits = ({ id, name, no }: ModelRow): boolean =>
    `${no} ${name} ${work.name(name)} ${id}`.toLowerCase().includes(words.trim().toLowerCase());
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        facts={read.data === undefined ? null : <Facts rows={read.data} incidents={incidents} />}
        acts={
          <>
            <Input.Search
              className="model-search"
              allowClear
              value={words}
              aria-label={t('search')}
              placeholder={t('search')}
              onChange={({ target }) => setQuery(target.value === '' ? {} : { q: target.value }, { replace: true })}
            />
            {may('models.edit') ? <Button onClick={() => setAdding(true)}>{t('newProcess')}</Button> : null}
          </>
        }
      />
      <div className="page-body model-list">
        <Loaded read={read}>
          {(rows) =>
            rows.some(fits) ? (
              kinds.map((kind) => (
                <ModelTable key={kind} kind={kind} rows={rows.filter((row) => row.kind === kind && fits(row))} />
              ))
            ) : (
              <EmptyNote>{t('noneFits')}</EmptyNote>
            )
          }
        </Loaded>
      </div>
      {adding ? <NewProcess taken={read.data?.map(({ id }) => id) ?? []} onClose={() => setAdding(false)} /> : null}
    </div>
  );
};

const Facts = ({ rows, incidents }: { rows: readonly ModelRow[]; incidents: number }) => {
  const { t } = useTranslation('models');
  const may = useMay();
  const running = rows.reduce((sum, row) => sum + row.running, 0);
  return (
    <>
      <span>{t('runningAll', { count: running })}</span>
      <span>{t('pendingAll', { count: rows.filter(({ pending }) => pending).length })}</span>
      {may('models.edit') ? <Link to="/models/incidents">{t('incidentsAll', { count: incidents })}</Link> : null}
    </>
  );
};

const columns = ['no', 'name', 'version', 'running', 'incidents', 'change'] as const;

const ModelTable = ({ kind, rows }: { kind: (typeof kinds)[number]; rows: readonly ModelRow[] }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const shown = kind === 'bpmn' ? columns : (['name', 'version', 'change'] as const);
  if (rows.length === 0) return null;
  return (
    <section className="card scroll-x" aria-label={t(`kind.${kind}`)}>
      <header>
        <h2>{t(`kind.${kind}`)}</h2>
        <span className="small quiet">{t('countOf', { count: rows.length })}</span>
      </header>
      <table className={`plain-table model-table ${kind}`}>
        <thead>
          <tr>
            {shown.map((column) => (
              <th
                key={column}
                scope="col"
                className={`${column}${['version', 'running', 'incidents'].includes(column) ? ' num' : ''}`}
              >
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-model={row.id}>
              {kind === 'bpmn' ? <td className="support">{row.no}</td> : null}
              <td>
                <div className="model-name">
                  <Link to={`/models/${row.id}`}>{work.name(row.name)}</Link>
                  <span className="small quiet">{row.id}</span>
                </div>
              </td>
              <td className="num">{row.latestVersion === 0 ? '—' : `v${row.latestVersion}`}</td>
              {kind === 'bpmn' ? <Numbers row={row} /> : null}
              <td>
                <ChangeWords row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Numbers = ({ row }: { row: ModelRow }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const may = useMay();
  return (
    <>
      <td className="num">
        {row.running === 0 ? (
          <span className="quiet">0</span>
        ) : (
          <Link
            to={`/models/${row.id}?tab=instances&state=active`}
            aria-label={t('openRunning', { name: work.name(row.name), count: row.running })}
          >
            {row.running}
          </Link>
        )}
      </td>
      <td className="num">
        {row.incidents === 0 ? (
          <span className="quiet">0</span>
        ) : !may('models.edit') ? (
          <span className="tone-bad strong">{row.incidents}</span>
        ) : (
          <Link
            className="icon-word tone-bad strong"
            to={`/models/incidents?model=${row.id}`}
            aria-label={t('openIncidents', { name: work.name(row.name), count: row.incidents })}
          >
            <WarningFilled aria-hidden />
            {row.incidents}
          </Link>
        )}
      </td>
    </>
  );
};

export const ChangeWords = ({ row }: { row: Pick<ModelRow, 'draft' | 'pending'> }) => {
  const { t } = useTranslation('models');
  return (
    <>
      {row.pending ? <span className="model-tag blue">{t('pendingTag')}</span> : null}
      {row.draft ? <span className="model-tag">{t('draftTag')}</span> : null}
    </>
  );
};
