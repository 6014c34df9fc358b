// Running cases stay on their version or move to the new one: how many can, why the others cannot, where lost steps go on.
import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText, useWorkWords } from '../../../shared/i18n/index.ts';
import { ProblemNote } from '../../../shared/ui/index.ts';
import type { ModelDetail } from '../view/model-aside.tsx';
import { usePreview, type Mapping, type Preview } from './use-preview.ts';

export type Running = 'stay' | 'migrate';
export type Choice = { readonly running: Running; readonly mapping: Mapping };
type Props = { model: ModelDetail; content: string; choice: Choice; onChoose: (choice: Choice) => void };

export const RunningChoice = ({ model, content, choice, onChoose }: Props) => {
  const { t } = useTranslation('models');
  const { preview, error } = usePreview(model.id, content, choice.mapping);
  return (
    <section className="running-promise">
      <h3 id="running-choice">{t('runningAll', { count: model.running })}</h3>
      <Radio.Group
        aria-labelledby="running-choice"
        className="running-choice"
        value={choice.running}
        onChange={({ target }) => onChoose({ ...choice, running: target.value as Running })}
      >
        <Radio value="stay">
          <b>{t('running.stay')}</b>
          <StayNote model={model} />
        </Radio>
        <Radio value="migrate" disabled={preview === null || preview.blocked !== null}>
          <b>{t('running.migrate', { version: model.latestVersion + 1 })}</b>
          {preview === null ? (
            <span className="small support">{t('running.checking')}</span>
          ) : (
            <MigrateNote preview={preview} />
          )}
        </Radio>
      </Radio.Group>
      {error === null ? null : <ProblemNote error={error} />}
      {choice.running === 'migrate' && preview !== null ? (
        <>
          <LostSteps
            lost={preview.lost}
            mapping={choice.mapping}
            onMap={(mapping) => onChoose({ ...choice, mapping })}
          />
          <Staying preview={preview} />
        </>
      ) : null}
    </section>
  );
};

const StayNote = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const running = model.versions.filter((version) => version.running > 0);
  return (
    <span className="small support">
      {running.length === 0
        ? t('promiseNone')
        : t('running.stayNote', {
            list: running
              .map(({ version, running: count }) => t('versionCount', { version, count }))
              .join(t('listComma')),
          })}
    </span>
  );
};

const MigrateNote = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation('models');
  const say = useText();
  const staying = preview.staying.reduce((sum, { count }) => sum + count, 0);
  return (
    <span className="small support">
      {preview.blocked === null
        ? t('running.migrateNote', { movable: preview.movable, staying })
        : say(preview.blocked)}
    </span>
  );
};

type LostProps = { lost: Preview['lost']; mapping: Mapping; onMap: (mapping: Mapping) => void };
const LostSteps = ({ lost, mapping, onMap }: LostProps) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  if (lost.length === 0) return null;
  const others = (id: string): Mapping => mapping.filter(({ from }) => from !== id);
  return (
    <div className="lost-steps">
      <h4>{t('running.lost')}</h4>
      {lost.map((step) => (
        <div key={step.id} className="lost-step">
          <label htmlFor={`lost-${step.id}`}>
            {t('running.lostStep', { name: work.name(step.name), count: step.count })}
          </label>
          <Select
            id={`lost-${step.id}`}
            value={mapping.find(({ from }) => from === step.id)?.to ?? ''}
            options={[
              { value: '', label: t('running.leaveThere') },
              ...step.choices.map(({ id, name }) => ({
                value: id,
                label: t('running.stepAndId', { name: work.name(name), id }),
              })),
            ]}
            onChange={(to: string) => onMap(to === '' ? others(step.id) : [...others(step.id), { from: step.id, to }])}
          />
        </div>
      ))}
    </div>
  );
};

export const Staying = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation('models');
  const say = useText();
  if (preview.staying.length === 0) return null;
  return (
    <>
      <h4>{t('running.staying')}</h4>
      <ul className="staying">
        {preview.staying.map(({ version, elementId, count, message }) => (
          <li key={`${version}-${elementId}-${message.en}`}>
            <b>{t('versionCount', { version, count })}</b> {say(message)}
          </li>
        ))}
      </ul>
    </>
  );
};
