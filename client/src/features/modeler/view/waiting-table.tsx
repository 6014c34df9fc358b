// The same numbers as on the diagram, as a table: for reading aloud and for opening the cases.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readModel } from '../../../../../processes/lint/index.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { EmptyNote } from '../../../shared/ui/index.ts';
import type { ModelDetail } from './model-aside.tsx';

/** Names of the elements of a diagram, by id. */
export const useElementNames = (content: string): ReadonlyMap<string, string> => {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let alive = true;
    readModel(content).then(
      ({ processes }) => {
        if (alive) setNames(new Map(processes.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name]))));
      },
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [content]);
  return names;
};

export const WaitingTable = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const names = useElementNames(model.content);
  if (model.tokens.length === 0) return <EmptyNote>{t('nobodyWaits', { version: model.shownVersion })}</EmptyNote>;
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col" className="num">
              {t('column.running')}
            </th>
            <th scope="col" className="num">
              {t('late')}
            </th>
            <th scope="col" className="num">
              {t('column.incidents')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...model.tokens]
            .sort((left, right) => right.count - left.count)
            .map(({ elementId, count, overdue, incidents }) => (
              <tr key={elementId}>
                <td>{work.name(names.get(elementId) ?? '') || elementId}</td>
                <td className="num">
                  <Link
                    to={`/models/${model.id}?version=${model.shownVersion}&tab=instances&state=active&element=${elementId}`}
                  >
                    {count}
                  </Link>
                </td>
                <td className={`num ${overdue > 0 ? 'tone-bad strong' : 'quiet'}`}>{overdue}</td>
                <td className={`num ${incidents > 0 ? 'tone-bad strong' : 'quiet'}`}>{incidents}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
};
