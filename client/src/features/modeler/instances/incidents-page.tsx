// What is stuck, oldest question first for the operator: which step failed, why, and try again.
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useState } from 'react';
import type { ResponseOf } from '#contracts/http.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useApi } from '../../../shared/query/index.ts';
import { fullTime } from '../../../shared/time/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../../shared/ui/index.ts';
import { useFollow } from '../use-follow.ts';
import { RetryCell } from './retry-cell.tsx';

type Incident = ResponseOf<'GET /api/incidents'>[number];

export const IncidentsPage = () => {
  const { t } = useTranslation('models');
  const [query] = useSearchParams();
  const model = query.get('model');
  const read = useApi('GET /api/incidents', {});
  useFollow(read.refetch);
  const rows = useKept(read.data?.filter((row) => model === null || row.processId === model));
  return (
    <div className="page">
      <PageHead
        title={t('incidents')}
        facts={
          <>
            <span>{t('incidentsAll', { count: read.data?.length ?? 0 })}</span>
            {model === null ? null : <Link to="/models/incidents">{t('allIncidents')}</Link>}
          </>
        }
        acts={<Link to="/models">{t('backToList')}</Link>}
      />
      <div className="page-body">
        <Loaded read={{ ...read, data: rows }}>
          {(found) =>
            found.length === 0 ? (
              <EmptyNote>{t('noIncidents')}</EmptyNote>
            ) : (
              <ul className="incident-list">
                {found.map((incident) => (
                  <IncidentCard key={placeOf(incident)} incident={incident} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </div>
  );
};

const placeOf = ({ instanceKey, elementId }: Incident): string => `${instanceKey}/${elementId}`;

/** A solved incident stays on the page until it is left, so that its outcome can be read. */
const useKept = (now: readonly Incident[] | undefined): readonly Incident[] | undefined => {
  const [seen, setSeen] = useState<readonly Incident[]>([]);
  const fresh = (now ?? []).filter(({ key }) => !seen.some((one) => one.key === key));
  if (fresh.length > 0) {
    // a step that failed again is the same matter under a new number
    const again = new Map(fresh.map((incident) => [placeOf(incident), incident]));
    const kept = seen.map((incident) => again.get(placeOf(incident)) ?? incident);
    setSeen([...fresh.filter((incident) => !seen.some((one) => placeOf(one) === placeOf(incident))), ...kept]);
  }
  return now === undefined ? undefined : seen;
};

const IncidentCard = ({ incident }: { incident: Incident }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  return (
    <li className="card incident" data-incident={incident.key}>
      <div className="incident-head">
        <b>
          {work.name(incident.processName)} · {work.name(incident.elementName)}
        </b>
        <span className="small quiet">
          v{incident.version} · {fullTime(incident.at)}
        </span>
        <Link to={`/models/instances/${incident.instanceKey}`}>{t('openInstance')}</Link>
      </div>
      <p className="incident-kind">{t(`incidentType.${incident.type}`, t('incidentType.other'))}</p>
      <p className="incident-message">{incident.message}</p>
      <RetryCell
        incidentKey={incident.key}
        elementId={incident.elementId}
        instanceKey={incident.instanceKey}
        name={work.name(incident.elementName)}
      />
    </li>
  );
};
