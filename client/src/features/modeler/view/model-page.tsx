// One model: its picture with the running cases on it, where they wait, its versions and who changed what.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useApi } from '../../../shared/query/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { Loaded, PageHead, TabSet } from '../../../shared/ui/index.ts';
import { TablePicture } from '../dmn/table-picture.tsx';
import { FormPicture } from '../form/form-picture.tsx';
import { InstanceList } from '../instances/instance-list.tsx';
import { useFollow } from '../use-follow.ts';
import { ModelAside, VersionList, type ModelDetail } from './model-aside.tsx';
import { PendingNote } from '../deploy/pending-note.tsx';
import { MovingNote } from './moves-note.tsx';
import { RequestLog } from './request-log.tsx';
import { RunningPicture } from './running-picture.tsx';
import { WaitingTable } from './waiting-table.tsx';

export const ModelPage = () => {
  const id = useParams()['id'] ?? '';
  const [query] = useSearchParams();
  const version = query.get('version');
  const read = useApi(
    'GET /api/models/:id',
    { params: { id }, query: version === null ? {} : { version: Number(version) } },
    { keep: true },
  );
  useFollow(read.refetch);
  const model = read.data?.id === id ? read.data : undefined;
  return (
    <div className="page model-page">
      <Loaded read={{ ...read, data: model }}>{(found) => <ModelView model={found} />}</Loaded>
    </div>
  );
};

const ModelView = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const may = useMay();
  return (
    <div className="model-frame">
      <ModelAside model={model}>
        <VersionList model={model} shown={model.shownVersion} />
      </ModelAside>
      <div className="model-main">
        <PageHead
          title={`${model.no} ${work.name(model.name)}`.trim()}
          facts={<HeadFacts model={model} />}
          acts={
            may('models.edit') ? (
              <Link to={`/models/${model.id}/edit`}>
                <Button type="primary" tabIndex={-1}>
                  {t(model.draftState === null ? 'edit' : 'editDraft')}
                </Button>
              </Link>
            ) : null
          }
        />
        <div className="model-narrow">
          <VersionList model={model} shown={model.shownVersion} />
        </div>
        {model.pendingDeployment === null ? null : <PendingNote model={model} request={model.pendingDeployment} />}
        <MovingNote model={model} />
        <Picture model={withPicture(model)} />
        <Details model={model} />
      </div>
    </div>
  );
};

const HeadFacts = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const may = useMay();
  return (
    <>
      <span className={`model-tag ${model.shownVersion === model.latestVersion ? 'grey' : ''}`}>
        {model.shownVersion === 0
          ? t('neverDeployed')
          : t(model.shownVersion === model.latestVersion ? 'latestVersion' : 'olderVersion', {
              version: model.shownVersion,
            })}
      </span>
      {model.kind === 'bpmn' ? <span>{t('runningAll', { count: model.running })}</span> : null}
      {model.incidents === 0 ? null : may('models.edit') ? (
        <Link className="tone-bad strong" to={`/models/incidents?model=${model.id}`}>
          {t('incidentsAll', { count: model.incidents })}
        </Link>
      ) : (
        <span className="tone-bad strong">{t('incidentsAll', { count: model.incidents })}</span>
      )}
    </>
  );
};

/** One that was never deployed is shown as it is drawn. */
const withPicture = (model: ModelDetail): ModelDetail =>
  model.shownVersion === 0 && model.draftState !== null ? { ...model, content: model.draftState.content } : model;

const Picture = ({ model }: { model: ModelDetail }) => {
  const work = useWorkWords();
  if (model.kind === 'bpmn') return <RunningPicture model={model} />;
  if (model.kind === 'dmn') return <TablePicture xml={model.content} name={work.name(model.name)} />;
  return model.content === '' ? null : <FormPicture content={model.content} name={work.name(model.name)} />;
};

const Details = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const [query, setQuery] = useSearchParams();
  const show = (tab: string): void =>
    setQuery(
      (now) => {
        now.set('tab', tab);
        return now;
      },
      { replace: true },
    );
  const log = { key: 'log', label: t('tab.log'), children: <RequestLog model={model} /> };
  const items =
    model.kind === 'bpmn'
      ? [
          { key: 'waiting', label: t('tab.waiting'), children: <WaitingTable model={model} /> },
          { key: 'instances', label: t('tab.instances'), children: <InstanceList modelId={model.id} /> },
          log,
        ]
      : [log];
  return (
    <div className="model-details">
      <TabSet label={t('details')} items={items} active={query.get('tab') ?? items[0]?.key ?? ''} onChange={show} />
    </div>
  );
};
