// Enters a problem into the ledger by hand.
import { Checkbox, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, clientId } from '../../shared/api/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';

type Props = { campaignId: string; unitId: string | null; siteId: string | null; onDone: (id: string | null) => void };
const unitTypes = ['countyHospital', 'maternalHospital', 'townshipHospital', 'communityCentre', 'bureau', 'section'];

export const NewRow = ({ campaignId, unitId, siteId, onDone }: Props) => {
  const { t } = useTranslation('ledger');
  const client = useQueryClient();
  const organisations = useApi('GET /api/organisations', {}, { stale: 300_000 }).data ?? [];
  const campaign = useApi('GET /api/campaigns/:id', { params: { id: campaignId } }).data;
  const [values, setValues] = useState({
    problemNo: null as number | null,
    unitId: unitId ?? '',
    siteId: siteId ?? '',
    source: '',
    description: '',
    goal: '',
    standard: '',
    due: '',
    fixableOnSpot: false,
    needsPolicy: false,
  });
  // one a form: an answer lost on the way must not make a second row
  const [idempotencyKey] = useState(clientId);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const units = organisations.filter((each) => each.active && unitTypes.includes(each.type));
  const sites = organisations.filter(
    (each) => each.active && each.parentId === values.unitId && each.type === 'clinic',
  );
  const ready = values.unitId !== '' && values.description.trim().length >= 4 && values.due !== '';
  const send = async (): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      const { siteId: site, ...rest } = values;
      const body = { campaignId, idempotencyKey, ...rest, ...(site === '' ? {} : { siteId: site }) };
      const { id } = await call('POST /api/issues', { body });
      void client.invalidateQueries({ queryKey: ['GET /api/issues'] });
      onDone(id);
    } catch (refusal) {
      setError(refusal);
      setSending(false);
    }
  };
  const option = (each: { id: string; name: string }) => ({ value: each.id, label: each.name });
  const long = (name: 'description' | 'goal' | 'standard') => (
    <>
      <label htmlFor={`row-${name}`}>{t(`column.${name}`)}</label>
      <Input.TextArea
        id={`row-${name}`}
        autoSize={{ minRows: 2 }}
        maxLength={name === 'description' ? 500 : 300}
        value={values[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </>
  );
  return (
    <Modal
      open
      width={620}
      title={t('add.title')}
      okText={t('add.ok')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={sending}
      onOk={() => void send()}
      onCancel={() => onDone(null)}
    >
      <div className="ask-form">
        {error === null ? null : <ProblemNote error={error} />}
        <label htmlFor="row-problem">{t('add.problem')}</label>
        <Select
          id="row-problem"
          allowClear
          value={values.problemNo}
          onChange={(problemNo: number | null) => set({ problemNo: problemNo ?? null })}
          options={(campaign?.problems ?? []).map((each) => ({ value: each.no, label: `${each.no}. ${each.title}` }))}
        />
        <label htmlFor="row-unit">{t('add.unit')}</label>
        <Select
          id="row-unit"
          showSearch={{ optionFilterProp: 'label' }}
          value={values.unitId || null}
          onChange={(id: string) => set({ unitId: id, siteId: '' })}
          options={units.map(option)}
        />
        {sites.length === 0 ? null : (
          <>
            <label htmlFor="row-site">{t('add.site')}</label>
            <Select
              id="row-site"
              allowClear
              value={values.siteId || null}
              onChange={(id: string | null) => set({ siteId: id ?? '' })}
              options={sites.map(option)}
            />
          </>
        )}
        <label htmlFor="row-source">{t('column.source')}</label>
        <Input
          id="row-source"
          maxLength={60}
          value={values.source}
          onChange={(event) => set({ source: event.target.value })}
        />
        {long('description')}
        {long('goal')}
        {long('standard')}
        <label htmlFor="row-due">{t('column.due')}</label>
        <Input id="row-due" type="date" value={values.due} onChange={(event) => set({ due: event.target.value })} />
        <Checkbox checked={values.fixableOnSpot} onChange={(event) => set({ fixableOnSpot: event.target.checked })}>
          {t('add.onSpot')}
        </Checkbox>
        <Checkbox checked={values.needsPolicy} onChange={(event) => set({ needsPolicy: event.target.checked })}>
          {t('add.needsPolicy')}
        </Checkbox>
      </div>
    </Modal>
  );
};
