// Gives a task to a colleague: for good or to be done in one's place.
import { Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#contracts/tasks.ts';
import { useApi } from '../../../shared/query/index.ts';
import { ProblemNote } from '../../../shared/ui/index.ts';
import type { TaskActs } from '../use-task-acts.ts';

export const HandOver = ({ task, acts, onClose }: { task: TaskRow; acts: TaskActs; onClose: () => void }) => {
  const { t } = useTranslation('inbox');
  const read = useApi('GET /api/tasks/:key/colleagues', { params: { key: task.key } });
  const [how, setHow] = useState<'assign' | 'delegate'>('assign');
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const person = read.data?.find((each) => each.id === to);
  const hand = (): void => {
    if (person === undefined) return;
    // the dialog does not wait: the row shows the new holder at once
    onClose();
    void acts.hand(task, how, { id: person.id, name: person.name }, note.trim());
  };
  return (
    <Modal
      open
      title={t('hand.title')}
      okText={t('hand.ok')}
      okButtonProps={{ disabled: person === undefined }}
      onOk={hand}
      onCancel={onClose}
    >
      {read.error === null ? null : <ProblemNote error={read.error} again={() => void read.refetch()} />}
      <div className="task-form">
        <Radio.Group
          value={how}
          onChange={(event) => setHow(event.target.value)}
          options={[
            { value: 'assign', label: t('hand.assign') },
            { value: 'delegate', label: t('hand.delegate') },
          ]}
        />
        <Select
          className="wide"
          aria-label={t('hand.person')}
          placeholder={t('hand.person')}
          showSearch={{ optionFilterProp: 'label' }}
          loading={read.isPending}
          value={to}
          onChange={setTo}
          options={(read.data ?? []).map((each) => ({
            value: each.id,
            label: [each.name, each.title].filter(Boolean).join(' · '),
          }))}
        />
        <Input
          aria-label={t('hand.note')}
          placeholder={t('hand.note')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  );
};
