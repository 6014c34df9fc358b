// One running or finished case on its diagram: the way it took, where it stands, how long each step lasted.
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ResponseOf } from '#contracts/http.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useApi } from '../../../shared/query/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { fullTime } from '../../../shared/time/index.ts';
import { Loaded, PageHead } from '../../../shared/ui/index.ts';
import { useFollow } from '../use-follow.ts';
import { durationWords } from './duration.ts';
import { InstanceTable } from './instance-list.tsx';
import { InstancePicture } from './instance-picture.tsx';
import { RetryCell } from './retry-cell.tsx';

export type Instance = ResponseOf<'GET /api/instances/:key'>;

export const InstancePage = () => {
  const key = useParams()['key'] ?? '';
  const read = useApi('GET /api/instances/:key', { params: { key } });
  useFollow(read.refetch);
  return (
    <div className="page instance-page">
      <Loaded read={read}>{(instance) => <InstanceView key={instance.key} instance={instance} />}</Loaded>
    </div>
  );
};

const InstanceView = ({ instance }: { instance: Instance }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const may = useMay();
  const [shows, setShows] = useState<'path' | 'heat'>('path');
  return (
    <>
      <PageHead
        title={`${work.name(instance.processName)} · ${t(`instanceState.${instance.state}`)}`}
        facts={
          <>
            <span>v{instance.version}</span>
            <span>{t('instanceNo', { key: instance.key })}</span>
            {instance.subject === '' ? null : (
              <span>
                {work.refNo(instance.refNo)} {work.subject(instance.subject)}
              </span>
            )}
            <span>{t('startedOn', { at: fullTime(instance.startedAt) })}</span>
            {instance.endedAt === null ? null : <span>{t('endedOn', { at: fullTime(instance.endedAt) })}</span>}
          </>
        }
        acts={
          <>
            <Segmented
              aria-label={t('shows')}
              value={shows}
              onChange={setShows}
              options={[
                { value: 'path', label: t('path') },
                { value: 'heat', label: t('heat') },
              ]}
            />
            {may('models.view') ? (
              <Link to={`/models/${instance.processId}?tab=instances&state=active`}>{t('backToModel')}</Link>
            ) : null}
          </>
        }
      />
      <div className="instance-body">
        <InstancePicture instance={instance} heat={shows === 'heat'} />
        <InstanceSide instance={instance} />
      </div>
    </>
  );
};

const InstanceSide = ({ instance }: { instance: Instance }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const may = useMay();
  return (
    <div className="instance-side">
      {instance.incidentList.map((incident) => (
        <section key={incident.elementId} className="note bad instance-incident">
          <div className="grow">
            <b>
              {work.name(instance.elements.find(({ id }) => id === incident.elementId)?.name ?? incident.elementId)}
            </b>{' '}
            {t(`incidentType.${incident.type}`, t('incidentType.other'))}
            <p className="incident-message">{incident.message}</p>
            {may('models.edit') ? (
              <RetryCell
                incidentKey={incident.key}
                elementId={incident.elementId}
                instanceKey={instance.key}
                name={incident.elementId}
              />
            ) : null}
          </div>
        </section>
      ))}
      <details className="card" open>
        <summary>{t('steps', { count: instance.elements.length })}</summary>
        <StepTable instance={instance} />
      </details>
      {instance.parentKey === null && instance.children.length === 0 ? null : (
        <details className="card" open>
          <summary>{t('related')}</summary>
          {instance.parentKey === null ? null : (
            <p className="inside">
              <Link to={`/models/instances/${instance.parentKey}`}>{t('parent', { key: instance.parentKey })}</Link>
            </p>
          )}
          {instance.children.length === 0 ? null : <InstanceTable rows={instance.children} />}
        </details>
      )}
    </div>
  );
};

const StepTable = ({ instance }: { instance: Instance }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('entered')}</th>
            <th scope="col" className="num">
              {t('stayed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...instance.elements]
            .reverse()
            .sort((left, right) => right.enteredAt.localeCompare(left.enteredAt))
            .map((element) => (
              <tr key={element.id}>
                <td>
                  {work.name(element.name)}
                  {element.count > 1 ? (
                    <span className="small quiet"> {t('times', { count: element.count })}</span>
                  ) : null}
                </td>
                <td
                  className={
                    element.state === 'incident'
                      ? 'tone-bad strong'
                      : element.state === 'active'
                        ? 'tone-blue'
                        : 'support'
                  }
                >
                  {t(`elementState.${element.state}`)}
                </td>
                <td className="support">{fullTime(element.enteredAt)}</td>
                <td className="num">{durationWords(t, element.seconds)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
};
