// A new process or form starts with an id that never changes; it is begun at once and kept as a draft.
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../../shared/query/index.ts';
import { ProblemNote } from '../../../shared/ui/index.ts';
import { emptyForm } from '../form/form-file.ts';
import { emptyProcess } from './empty-process.ts';

type Kind = 'bpmn' | 'form';
const idForms = { bpmn: /^[a-z][A-Za-z0-9]*$/, form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ } as const;
type Props = { taken: readonly string[]; onClose: () => void };

export const NewProcess = ({ taken, onClose }: Props) => {
  const { t } = useTranslation('models');
  const navigate = useNavigate();
  const save = useAct('PUT /api/models/:id/draft');
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const [kind, setKind] = useState<Kind>('bpmn');
  const fault =
    id === '' ? null : !idForms[kind].test(id) ? t(`idForm.${kind}`) : taken.includes(id) ? t('idTaken') : null;
  const content = (): string => (kind === 'form' ? emptyForm(id) : emptyProcess(id, name.trim()));
  const create = (): void =>
    save.mutate(
      { params: { id }, body: { content: content(), baseVersion: 0, draftVersion: 0 } },
      { onSuccess: () => void navigate(`/models/${id}/edit`) },
    );
  return (
    <Modal
      open
      title={t('newProcess')}
      okText={t('create')}
      okButtonProps={{ disabled: (kind === 'bpmn' && name.trim() === '') || id === '' || fault !== null }}
      confirmLoading={save.isPending}
      onOk={create}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {save.error === null ? null : <ProblemNote error={save.error} />}
        <Form.Item label={t('newKind')}>
          <Radio.Group
            value={kind}
            options={(['bpmn', 'form'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={({ target }) => setKind(target.value as Kind)}
          />
        </Form.Item>
        {kind === 'form' ? null : (
          <Form.Item label={t('processName')} htmlFor="new-name">
            <Input id="new-name" maxLength={40} value={name} onChange={({ target }) => setName(target.value)} />
          </Form.Item>
        )}
        <Form.Item
          label={t('processId')}
          htmlFor="new-id"
          help={fault ?? t(`idHelp.${kind}`)}
          validateStatus={fault === null ? '' : 'error'}
        >
          <Input id="new-id" maxLength={40} value={id} onChange={({ target }) => setId(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
