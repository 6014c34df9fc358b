// A request to deploy that waits for the second pair of eyes: what changes, why, and the decision.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useAct, useApi } from '../../../shared/query/index.ts';
import { useMay, useMe } from '../../../shared/session/index.ts';
import { fullTime } from '../../../shared/time/index.ts';
import { LoadingNote, ProblemNote } from '../../../shared/ui/index.ts';
import { ChangeList } from '../compare/change-list.tsx';
import { DifferencePicture } from '../compare/difference-picture.tsx';
import { useComparison } from '../compare/use-comparison.ts';
import { ChosenNote } from './chosen-note.tsx';
import type { ModelDetail } from '../view/model-aside.tsx';

type Request = NonNullable<ModelDetail['pendingDeployment']>;
type Props = { model: ModelDetail; request: Request };

export const PendingNote = ({ model, request }: Props) => {
  const { t } = useTranslation('models');
  const [open, setOpen] = useState(false);
  const own = useMe().userId === request.askedById;
  return (
    <div className="note warn pending-note" role="status">
      <span className="grow">
        <b>
          {t(request.state === 'scheduled' ? 'scheduledTitle' : 'pendingTitle', {
            from: request.baseVersion,
            to: model.latestVersion + 1,
          })}
        </b>
        <br />
        {request.effectiveOn === null ? null : (
          <>
            {t('effect.from', { day: request.effectiveOn })}
            <br />
          </>
        )}
        {t('pendingBy', { by: request.askedBy, at: fullTime(request.askedAt) })}
        <br />
        {t('reasonIs', { reason: request.reason })}
      </span>
      <Button onClick={() => setOpen(true)}>
        {t(own || request.state === 'scheduled' ? 'lookAtRequest' : 'review')}
      </Button>
      {open ? <ReviewDialog model={model} request={request} own={own} onClose={() => setOpen(false)} /> : null}
    </div>
  );
};

const ReviewDialog = ({ model, request, own, onClose }: Props & { own: boolean; onClose: () => void }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const latest = useApi(
    'GET /api/models/:id',
    { params: { id: model.id }, query: { version: model.latestVersion } },
    { enabled: model.latestVersion > 0 },
  );
  const before = model.latestVersion === 0 ? '' : latest.data?.content;
  return (
    <Modal
      open
      width={1080}
      title={t('reviewTitle', { name: work.name(model.name), from: request.baseVersion, to: model.latestVersion + 1 })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {before === undefined ? (
        <LoadingNote />
      ) : (
        <Review before={before} model={model} request={request} own={own} onClose={onClose} />
      )}
    </Modal>
  );
};

type ReviewProps = Props & { before: string; own: boolean; onClose: () => void };
const Review = ({ before, model, request, own, onClose }: ReviewProps) => {
  const { t } = useTranslation('models');
  const { found, error } = useComparison(before, request.content);
  return (
    <div className="review">
      {error === null ? null : <div className="note bad">{t('cannotCompare', { reason: error })}</div>}
      {found === null ? (
        <LoadingNote />
      ) : (
        <>
          {model.kind === 'bpmn' && before !== '' ? (
            <DifferencePicture before={before} after={request.content} comparison={found} />
          ) : null}
          <div className="review-list">
            <ChangeList comparison={found} />
          </div>
        </>
      )}
      <p>
        {request.effectiveOn === null ? null : <b>{t('effect.from', { day: request.effectiveOn })} </b>}
        {t('reasonIs', { reason: request.reason })}
      </p>
      <ChosenNote model={model} request={request} />
      <Decision model={model} request={request} own={own} onDone={onClose} />
    </div>
  );
};

const Decision = ({ model, request, own, onDone }: Props & { own: boolean; onDone: () => void }) => {
  const { t } = useTranslation('models');
  const may = useMay();
  const client = useQueryClient();
  const approve = useAct('POST /api/models/:id/deployments/:deploymentId/approve');
  const refuse = useAct('POST /api/models/:id/deployments/:deploymentId/refuse');
  const [reason, setReason] = useState('');
  const agreed = request.state === 'scheduled';
  const params = { id: model.id, deploymentId: request.id };
  const done = (): void => {
    for (const route of ['GET /api/models', 'GET /api/models/:id'])
      void client.invalidateQueries({ queryKey: [route] });
    onDone();
  };
  if (!may('models.approve')) return null;
  return (
    <div className="decision">
      {approve.error === null ? null : <ProblemNote error={approve.error} />}
      {refuse.error === null ? null : <ProblemNote error={refuse.error} />}
      <label htmlFor="refuse-reason">{t(agreed ? 'callOffReason' : own ? 'takeBackReason' : 'refuseReason')}</label>
      <Input.TextArea
        id="refuse-reason"
        rows={2}
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="decision-acts">
        {own && !agreed ? <span className="grow support">{t('otherDecides')}</span> : <span className="grow" />}
        <Button
          danger
          disabled={reason.trim().length < 4}
          loading={refuse.isPending}
          onClick={() => refuse.mutate({ params, body: { reason: reason.trim() } }, { onSuccess: done })}
        >
          {t(agreed ? 'callOff' : own ? 'takeBack' : 'refuse')}
        </Button>
        {own || agreed ? null : (
          <Button
            type="primary"
            loading={approve.isPending}
            onClick={() => approve.mutate({ params }, { onSuccess: done })}
          >
            {t(request.effectiveOn === null ? 'approveDeploy' : 'approveFrom', {
              version: model.latestVersion + 1,
              day: request.effectiveOn,
            })}
          </Button>
        )}
      </div>
    </div>
  );
};
