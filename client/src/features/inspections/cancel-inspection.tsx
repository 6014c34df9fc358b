// Calls an inspection off, with its reason.
import { Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../shared/query/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';

export const CancelInspection = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation('inspection');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const cancel = useAct('POST /api/inspections/:id/cancel');
  const go = (): void =>
    cancel.mutate(
      { params: { id }, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          for (const route of ['GET /api/inspections', 'GET /api/inspections/:id'])
            void client.invalidateQueries({ queryKey: [route] });
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('cancel')}
      okText={t('cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 4 }}
      confirmLoading={cancel.isPending}
      onOk={go}
      onCancel={onClose}
    >
      {cancel.error === null ? null : <ProblemNote error={cancel.error} />}
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
