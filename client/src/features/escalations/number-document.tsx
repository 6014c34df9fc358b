// 登记文号: the number of a paper that was signed without one.
import { Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isNumbered } from '#contracts/document-number.ts';
import type { Letter } from '../../shared/paper/index.ts';
import { useAct } from '../../shared/query/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';

type Props = { id: string; letter: Letter; onClose: () => void };

export const NumberDocument = ({ id, letter, onClose }: Props) => {
  const { t } = useTranslation('escalation');
  const client = useQueryClient();
  const [docNo, setDocNo] = useState(letter.docNo);
  const number = useAct('PUT /api/escalations/:id/documents/:documentId/number');
  const send = (): void =>
    number.mutate(
      { params: { id, documentId: letter.id }, body: { docNo: docNo.trim() } },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ['GET /api/escalations/:id'] });
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('number')}
      okText={t('numberSend')}
      okButtonProps={{ disabled: !isNumbered(docNo) }}
      confirmLoading={number.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {number.error === null ? null : <ProblemNote error={number.error} />}
      <p className="small support">{t('numberNote', { title: letter.title })}</p>
      <Input
        aria-label={t('numberOf')}
        maxLength={60}
        value={docNo}
        onChange={(event) => setDocNo(event.target.value)}
      />
    </Modal>
  );
};
