// What the first person chose for the running cases, and what it would mean now: for the second pair of eyes.
import { useTranslation } from 'react-i18next';
import { useText, useWorkWords } from '../../../shared/i18n/index.ts';
import { ProblemNote } from '../../../shared/ui/index.ts';
import type { ModelDetail } from '../view/model-aside.tsx';
import { RunningPromise } from './running-promise.tsx';
import { Staying } from './running-choice.tsx';
import { usePreview } from './use-preview.ts';

type Request = NonNullable<ModelDetail['pendingDeployment']>;

export const ChosenNote = ({ model, request }: { model: ModelDetail; request: Request }) =>
  request.running === 'stay' ? <RunningPromise model={model} /> : <Moving model={model} request={request} />;

const Moving = ({ model, request }: { model: ModelDetail; request: Request }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const say = useText();
  const { preview, error } = usePreview(model.id, request.content, request.mapping);
  const name = (id: string): string => work.name(preview?.lost.find((step) => step.id === id)?.name ?? id);
  return (
    <section className="running-promise">
      <h3>{t('running.chosen', { version: model.latestVersion + 1 })}</h3>
      {error === null ? null : <ProblemNote error={error} />}
      {preview === null ? null : (
        <p>
          {preview.blocked === null
            ? t('running.migrateNote', {
                movable: preview.movable,
                staying: preview.staying.reduce((sum, { count }) => sum + count, 0),
              })
            : say(preview.blocked)}
        </p>
      )}
      <ul className="staying">
        {request.mapping.map(({ from, to }) => (
          <li key={from}>{t('running.goesOn', { from: name(from), to })}</li>
        ))}
      </ul>
      {preview === null ? null : <Staying preview={preview} />}
    </section>
  );
};
