// Proposes that a row or a unit be escalated; the rule decides the rung, a person the rest.
import { Input, Modal, Segmented, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientId } from '../../shared/api/index.ts';
import { useAct, useApi } from '../../shared/query/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';

/** What a person may state; the others come from the clock and the inspections. */
const triggers = [
  'slow_progress',
  'weak_implementation',
  'low_satisfaction',
  'incomplete_screening',
  'weak_rectification',
  'not_serious',
  'not_in_place',
  'false_rectification',
  'undervalued',
  'unsolid',
  'shirking',
  'passive',
  'not_implemented',
  'inaction_bad_effect',
  'major_effect_year_end',
  'typical_misconduct',
  'fraud',
  'overdue',
] as const;
type Props = { campaignId: string; issueId: string; onDone: (id: string | null) => void };

export const ProposeEscalation = ({ campaignId, issueId, onDone }: Props) => {
  const { t } = useTranslation('escalation');
  const client = useQueryClient();
  const [about, setAbout] = useState<'row' | 'unit'>('row');
  const [issue, setIssue] = useState(issueId);
  const [caseId, setCaseId] = useState('');
  const [words, setWords] = useState('');
  const found = useApi(
    'GET /api/issues',
    { query: { campaignId, limit: 100, ...(words === '' ? {} : { q: words }) } },
    { keep: true },
  ).data;
  const chosen = useApi('GET /api/issues/:id', { params: { id: issue } }, { enabled: issue !== '' }).data;
  const units =
    useApi('GET /api/campaigns/:id/overview', { params: { id: campaignId } }, { enabled: about === 'unit' }).data
      ?.matrix ?? [];
  const [trigger, setTrigger] = useState<string>('slow_progress');
  const [reason, setReason] = useState('');
  const [key] = useState(clientId);
  const propose = useAct('POST /api/escalations');
  const rows = [...(chosen === undefined ? [] : [chosen]), ...(found?.items ?? []).filter((row) => row.id !== issue)];
  const send = (): void =>
    propose.mutate(
      {
        body: {
          campaignId,
          ...(about === 'row' ? { issueId: issue } : { caseId }),
          trigger,
          reason: reason.trim(),
          idempotencyKey: key,
        },
      },
      {
        onSuccess: ({ id }) => {
          void client.invalidateQueries({ queryKey: ['GET /api/escalations'] });
          onDone(id);
        },
      },
    );
  return (
    <Modal
      open
      width={600}
      title={t('propose')}
      okText={t('proposeSend')}
      okButtonProps={{ disabled: (about === 'row' ? issue : caseId) === '' || reason.trim().length < 4 }}
      confirmLoading={propose.isPending}
      onOk={send}
      onCancel={() => onDone(null)}
    >
      <div className="propose-form">
        {propose.error === null ? null : <ProblemNote error={propose.error} />}
        <span id="propose-about">{t('about')}</span>
        <Segmented
          aria-labelledby="propose-about"
          value={about}
          onChange={setAbout}
          options={[
            { value: 'row', label: t('aboutRow') },
            { value: 'unit', label: t('aboutUnit') },
          ]}
        />
        {about === 'row' ? (
          <>
            <label htmlFor="propose-row">{t('row')}</label>
            <Select
              id="propose-row"
              showSearch={{ filterOption: false, onSearch: setWords }}
              value={issue || null}
              onChange={setIssue}
              options={rows.map((row) => ({ value: row.id, label: `${row.no} ${row.unitName} ${row.description}` }))}
            />
          </>
        ) : (
          <>
            <label htmlFor="propose-unit">{t('unit')}</label>
            <Select
              id="propose-unit"
              showSearch={{ optionFilterProp: 'label' }}
              value={caseId || null}
              onChange={setCaseId}
              options={units.map((unit) => ({ value: unit.caseId, label: unit.unitName }))}
            />
          </>
        )}
        <label htmlFor="propose-trigger">{t('trigger')}</label>
        <Select
          id="propose-trigger"
          value={trigger}
          onChange={setTrigger}
          options={triggers.map((value) => ({ value, label: t(`triggers.${value}`) }))}
        />
        <label htmlFor="propose-reason">{t('reason')}</label>
        <Input.TextArea
          id="propose-reason"
          rows={4}
          maxLength={500}
          showCount
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="small quiet">{t('proposeNote')}</p>
      </div>
    </Modal>
  );
};
