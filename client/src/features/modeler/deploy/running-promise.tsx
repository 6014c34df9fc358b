// What becomes of running cases that stay: said before anybody decides.
import { useTranslation } from 'react-i18next';
import type { ModelDetail } from '../view/model-aside.tsx';

export const RunningPromise = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  if (model.kind !== 'bpmn') return <p className="support">{t('promiseTable')}</p>;
  const running = model.versions.filter((version) => version.running > 0);
  return (
    <section className="running-promise">
      <h3>{t('runningAll', { count: model.running })}</h3>
      <p>
        {running.length === 0
          ? t('promiseNone')
          : t('promiseStay', {
              list: running
                .map(({ version, running: count }) => t('versionCount', { version, count }))
                .join(t('listComma')),
            })}
      </p>
    </section>
  );
};
