// Cases of one model by state, version and step; the address holds the question.
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ResponseOf } from '#contracts/http.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { usePages } from '../../../shared/query/index.ts';
import { fullTime } from '../../../shared/time/index.ts';
import { EmptyNote, Loaded } from '../../../shared/ui/index.ts';

export type InstanceRow = ResponseOf<'GET /api/models/:id/instances'>['items'][number];
const states = ['active', 'completed', 'terminated'] as const;
type State = (typeof states)[number];
const isState = (value: string | null): value is State => states.some((state) => state === value);

export const InstanceList = ({ modelId }: { modelId: string }) => {
  const { t } = useTranslation('models');
  const [query, setQuery] = useSearchParams();
  const state = query.get('state');
  const version = query.get('version');
  const elementId = query.get('element');
  const read = usePages('GET /api/models/:id/instances', {
    params: { id: modelId },
    query: {
      limit: 50,
      ...(isState(state) ? { state } : {}),
      ...(version === null ? {} : { version: Number(version) }),
      ...(elementId === null ? {} : { elementId }),
    },
  });
  const rows = read.data?.pages.flatMap((page) => page.items);
  const choose = (name: string, value: string | null): void =>
    setQuery(
      (now) => {
        if (value === null) now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return (
    <>
      <div className="model-filters">
        <Select
          aria-label={t('state')}
          value={isState(state) ? state : 'all'}
          onChange={(value) => choose('state', value === 'all' ? null : value)}
          options={[
            { value: 'all', label: t('allStates') },
            ...states.map((value) => ({ value, label: t(`instanceState.${value}`) })),
          ]}
        />
        {elementId === null ? null : (
          <Button onClick={() => choose('element', null)}>{t('atStep', { step: elementId })} ×</Button>
        )}
        {version === null ? null : (
          <Button onClick={() => choose('version', null)}>{t('ofVersion', { version })} ×</Button>
        )}
        <span className="small quiet" role="status">
          {t('countOf', { count: read.data?.pages[0]?.total ?? 0 })}
        </span>
      </div>
      <Loaded read={{ data: rows, error: read.error, refetch: read.refetch }}>
        {(found) => (found.length === 0 ? <EmptyNote>{t('noInstances')}</EmptyNote> : <InstanceTable rows={found} />)}
      </Loaded>
      {read.hasNextPage ? (
        <Button type="link" block loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('shared:more')}
        </Button>
      ) : null}
    </>
  );
};

export const InstanceTable = ({ rows }: { rows: readonly InstanceRow[] }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const told = rows.some(({ refNo, subject }) => refNo !== '' || subject !== '');
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('instanceKey')}</th>
            {told ? <th scope="col">{t('about')}</th> : null}
            <th scope="col">{t('state')}</th>
            <th scope="col" className="num">
              {t('column.version')}
            </th>
            <th scope="col">{t('startedAt')}</th>
            <th scope="col">{t('endedAt')}</th>
            <th scope="col" className="num">
              {t('column.incidents')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-instance={row.key}>
              <td>
                <Link to={`/models/instances/${row.key}`}>{row.key}</Link>
              </td>
              {told ? (
                <td>
                  {work.refNo(row.refNo)} <span className="support">{work.subject(row.subject)}</span>
                </td>
              ) : null}
              <td>{t(`instanceState.${row.state}`)}</td>
              <td className="num">v{row.version}</td>
              <td>{fullTime(row.startedAt)}</td>
              <td className="support">{row.endedAt === null ? '—' : fullTime(row.endedAt)}</td>
              <td className={`num ${row.incidents > 0 ? 'tone-bad strong' : 'quiet'}`}>{row.incidents}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
