// Stops a campaign; asks for the reason because it is on record for good.
import { Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../shared/query/index.ts';
import { ProblemNote } from '../../../shared/ui/index.ts';

type Props = { id: string; onCancelled: () => void; onClose: () => void };
export const CancelCampaign = ({ id, onCancelled, onClose }: Props) => {
  const { t } = useTranslation('campaign');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const cancel = useAct('POST /api/campaigns/:id/cancel');
  const go = (): void =>
    cancel.mutate(
      { params: { id }, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          onCancelled();
          for (const route of ['GET /api/campaigns', 'GET /api/campaigns/:id'])
            void client.invalidateQueries({ queryKey: [route] });
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('cancelTitle')}
      okText={t('cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 4 }}
      confirmLoading={cancel.isPending}
      onOk={go}
      onCancel={onClose}
    >
      {cancel.error === null ? null : <ProblemNote error={cancel.error} />}
      <p>{t('cancelNote')}</p>
      <Input.TextArea
        aria-label={t('reason')}
        placeholder={t('reason')}
        rows={3}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
};
