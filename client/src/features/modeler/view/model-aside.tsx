// The models of the same kind with their running cases, and the versions of the one shown.
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import type { ResponseOf } from '#contracts/http.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useApi } from '../../../shared/query/index.ts';
import { shortTime } from '../../../shared/time/index.ts';
import { ChangeWords } from '../list/model-list-page.tsx';

export type ModelDetail = ResponseOf<'GET /api/models/:id'>;

export const ModelAside = ({ model, children }: { model: ModelDetail; children?: React.ReactNode }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const rows = useApi('GET /api/models', {}).data ?? [];
  return (
    <aside className="model-aside no-print">
      <h2>
        <Link to="/models">{t('title')}</Link>
      </h2>
      <nav aria-label={t(`kind.${model.kind}`)} className="model-nav">
        {rows
          .filter(({ kind }) => kind === model.kind)
          .map((row) => (
            <NavLink key={row.id} to={`/models/${row.id}`}>
              {row.no === '' ? null : <span className="no">{row.no}</span>}
              <span className="clip">{work.name(row.name)}</span>
              <ChangeWords row={row} />
              {row.kind === 'bpmn' ? <span className="count">{row.running === 0 ? '—' : row.running}</span> : null}
            </NavLink>
          ))}
      </nav>
      {children}
    </aside>
  );
};

type VersionsProps = { model: ModelDetail; shown: number };
export const VersionList = ({ model, shown }: VersionsProps) => {
  const { t } = useTranslation('models');
  return (
    <nav aria-label={t('versions')} className="model-versions">
      <div className="version-head">
        <span>{t('column.version')}</span>
        {model.kind === 'bpmn' ? <span>{t('column.running')}</span> : null}
      </div>
      {model.draftState === null ? null : (
        <Link to={`/models/${model.id}/edit`}>
          <b>{t('draftTag')}</b>
          <span className="small quiet">
            {t('draftBy', { by: model.draftState.by, at: shortTime(model.draftState.savedAt) })}
          </span>
        </Link>
      )}
      {model.versions.map((version) => (
        <Link
          key={version.version}
          to={`/models/${model.id}?version=${version.version}`}
          aria-current={version.version === shown ? 'true' : undefined}
        >
          <b>v{version.version}</b>
          <span>
            {t(`versionState.${version.state}`)}
            <br />
            <span className="small quiet">{shortTime(version.deployedAt)}</span>
          </span>
          {model.kind === 'bpmn' ? <span className="count">{version.running}</span> : null}
        </Link>
      ))}
    </nav>
  );
};
