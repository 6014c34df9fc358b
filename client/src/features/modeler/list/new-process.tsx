// A new process starts with a name and an id that never changes; it is drawn at once and kept as a draft.
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../../shared/query/index.ts';
import { ProblemNote } from '../../../shared/ui/index.ts';
import { emptyProcess } from './empty-process.ts';

type Props = { taken: readonly string[]; onClose: () => void };

export const NewProcess = ({ taken, onClose }: Props) => {
  const { t } = useTranslation('models');
  const navigate = useNavigate();
  const save = useAct('PUT /api/models/:id/draft');
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const fault =
    id === '' ? null : !/^[a-z][A-Za-z0-9]*$/.test(id) ? t('idForm') : taken.includes(id) ? t('idTaken') : null;
  const create = (): void =>
    save.mutate(
      { params: { id }, body: { content: emptyProcess(id, name.trim()), baseVersion: 0, draftVersion: 0 } },
      { onSuccess: () => void navigate(`/models/${id}/edit`) },
    );
  return (
    <Modal
      open
      title={t('newProcess')}
      okText={t('create')}
      okButtonProps={{ disabled: name.trim() === '' || id === '' || fault !== null }}
      confirmLoading={save.isPending}
      onOk={create}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {save.error === null ? null : <ProblemNote error={save.error} />}
        <Form.Item label={t('processName')} htmlFor="new-name">
          <Input id="new-name" maxLength={40} value={name} onChange={({ target }) => setName(target.value)} />
        </Form.Item>
        <Form.Item
          label={t('processId')}
          htmlFor="new-id"
          help={fault ?? t('idHelp')}
          validateStatus={fault === null ? '' : 'error'}
        >
          <Input id="new-id" maxLength={40} value={id} onChange={({ target }) => setId(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
