// Asks for deployment: version n to n+1, what differs, what running cases do, why; a second administrator decides.
import { CloseOutlined, CloseCircleFilled, TeamOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useAct } from '../../../shared/query/index.ts';
import { LoadingNote, ProblemNote } from '../../../shared/ui/index.ts';
import { ChangeList } from '../compare/change-list.tsx';
import { useComparison } from '../compare/use-comparison.ts';
import type { ModelDetail } from '../view/model-aside.tsx';
import { EffectChoice } from './effect-choice.tsx';
import { RunningPromise } from './running-promise.tsx';
import { RunningChoice, type Choice } from './running-choice.tsx';

type Props = {
  model: ModelDetail;
  /** Text of the latest deployed version, '' when there is none. */
  before: string;
  content: string;
  errors: number;
  /** Saves what is on screen and returns the draft's version, null when it could not be saved. */
  save: () => Promise<number | null>;
  onPick?: (id: string) => void;
  onClose: () => void;
  onAsked: () => void;
};

export const DeployPanel = ({ model, before, content, errors, save, onPick, onClose, onAsked }: Props) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const client = useQueryClient();
  const { found, error } = useComparison(before, content);
  const ask = useAct('POST /api/models/:id/deployments');
  const [reason, setReason] = useState('');
  const [choice, setChoice] = useState<Choice>({ running: 'stay', mapping: [] });
  const moves = model.kind === 'bpmn' && model.latestVersion > 0;
  const [effectiveOn, setEffectiveOn] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const next = model.latestVersion + 1;
  const send = async (): Promise<void> => {
    setSaving(true);
    const draftVersion = await save();
    setSaving(false);
    if (draftVersion === null) return;
    ask.mutate(
      {
        params: { id: model.id },
        body: { reason: reason.trim(), draftVersion, effectiveOn, ...(moves ? choice : {}) },
      },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ['GET /api/models/:id'] });
          onAsked();
        },
      },
    );
  };
  const same = found !== null && found.changes.length === 0 && found.moved === 0;
  return (
    <section className="side-panel" aria-label={t('deploy')}>
      <header>
        <div className="grow">
          <h2>{t('deployTitle', { name: model.no || work.name(model.name), from: model.latestVersion, to: next })}</h2>
          <p className="small quiet">{t('changesAgainst', { count: found?.changes.length ?? 0 })}</p>
        </div>
        <Button type="text" icon={<CloseOutlined />} aria-label={t('shared:close')} onClick={onClose} />
      </header>
      <div className="side-body">
        <h3>{t('changes')}</h3>
        {error === null ? null : <div className="note bad">{t('cannotCompare', { reason: error })}</div>}
        {found === null ? (
          error === null ? (
            <LoadingNote />
          ) : null
        ) : (
          <ChangeList comparison={found} {...(onPick === undefined ? {} : { onPick })} />
        )}
        {moves ? (
          <RunningChoice model={model} content={content} choice={choice} onChoose={setChoice} />
        ) : (
          <RunningPromise model={model} />
        )}
        <EffectChoice day={effectiveOn} onChoose={setEffectiveOn} />
        <label htmlFor="deploy-reason">
          <b>{t('deployReason')}</b> <span className="small quiet">{t('deployReasonNote')}</span>
        </label>
        <Input.TextArea
          id="deploy-reason"
          rows={3}
          maxLength={300}
          value={reason}
          placeholder={t('deployReasonHint')}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="small support">
          <TeamOutlined aria-hidden /> {t('secondEyes')}
        </p>
        {ask.error === null ? null : <ProblemNote error={ask.error} />}
      </div>
      <footer>
        <span className="grow small tone-bad" role="status">
          {errors > 0 ? (
            <>
              <CloseCircleFilled aria-hidden /> {t('fixFirst', { count: errors })}
            </>
          ) : same ? (
            t('sameModel')
          ) : null}
        </span>
        <Button onClick={onClose}>{t('shared:cancel')}</Button>
        <Button
          type="primary"
          loading={saving || ask.isPending}
          disabled={
            errors > 0 || same || reason.trim().length < 4 || effectiveOn === '' || model.pendingDeployment !== null
          }
          onClick={() => void send()}
        >
          {t('ask')}
        </Button>
      </footer>
    </section>
  );
};
