// Plans an inspection: how, when, which team, where; a secret mode says at once what secrecy means.
import { Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientId } from '../../shared/api/index.ts';
import { useAct, useApi } from '../../shared/query/index.ts';
import { useMe } from '../../shared/session/index.ts';
import { addDays, isoDay, serverNow } from '../../shared/time/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import { LotFields, lotReady, type Lot } from './lot-fields.tsx';

const modes = ['open', 'unannounced', 'undercover', 'spot', 'phone', 'data'] as const;
const targetTypes = ['countyHospital', 'maternalHospital', 'townshipHospital', 'communityCentre', 'clinic'];
type Props = { campaignId: string; unitId: string | null; onDone: (id: string | null) => void };

export const PlanInspection = ({ campaignId, unitId, onDone }: Props) => {
  const { t } = useTranslation('inspection');
  const me = useMe();
  const client = useQueryClient();
  const ownTeam = me.memberships.find((each) => each.role === 'teamLeader')?.scopeId ?? '';
  const teams = useApi('GET /api/teams', {}).data ?? [];
  const organisations = useApi('GET /api/organisations', {}, { stale: 300_000 }).data ?? [];
  const checklists = useApi('GET /api/checklists', {}, { stale: 300_000 }).data ?? [];
  const [values, setValues] = useState({
    mode: 'open' as (typeof modes)[number],
    teamId: ownTeam,
    day: addDays(isoDay(serverNow()), 1),
    time: '08:30',
    targetOrgIds: unitId === null ? [] : [unitId],
    memberIds: [] as string[],
    checklistId: '',
    purpose: '',
  });
  const [lot, setLot] = useState<Lot | null>(null);
  const [key] = useState(clientId);
  const plan = useAct('POST /api/inspections');
  const set = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const team = teams.find((each) => each.id === values.teamId);
  const secret = values.mode === 'unannounced' || values.mode === 'undercover';
  const ready =
    lotReady(lot) &&
    values.teamId !== '' &&
    values.targetOrgIds.length > 0 &&
    values.checklistId !== '' &&
    values.day !== '' &&
    values.time !== '';
  const send = (): void => {
    const { day, time, ...rest } = values;
    const byLot = lot === null ? {} : { byLot: { ...lot, size: Number(lot.size) } };
    plan.mutate(
      { body: { ...rest, ...byLot, campaignId, plannedFor: `${day}T${time}:00+08:00`, idempotencyKey: key } },
      {
        onSuccess: ({ id }) => {
          void client.invalidateQueries({ queryKey: ['GET /api/inspections'] });
          onDone(id);
        },
      },
    );
  };
  return (
    <Modal
      open
      width={620}
      title={t('plan')}
      okText={t('planSend')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={plan.isPending}
      onOk={send}
      onCancel={() => onDone(null)}
    >
      <div className="plan-form">
        {plan.error === null ? null : <ProblemNote error={plan.error} />}
        <label htmlFor="plan-mode">{t('mode')}</label>
        <Select
          id="plan-mode"
          value={values.mode}
          onChange={(mode) => set({ mode })}
          options={modes.map((value) => ({ value, label: t(`work:mode.${value}`) }))}
        />
        {secret ? <div className="note secret-note">{t('secretNote')}</div> : null}
        <label htmlFor="plan-day">{t('when')}</label>
        <span className="plan-when">
          <Input id="plan-day" type="date" value={values.day} onChange={(event) => set({ day: event.target.value })} />
          <Input
            type="time"
            aria-label={t('time')}
            value={values.time}
            onChange={(event) => set({ time: event.target.value })}
          />
        </span>
        <label htmlFor="plan-team">{t('team')}</label>
        <Select
          id="plan-team"
          value={values.teamId || null}
          onChange={(teamId: string) => set({ teamId, memberIds: [] })}
          options={teams.filter((each) => each.active).map((each) => ({ value: each.id, label: each.name }))}
        />
        <label htmlFor="plan-members">{t('members')}</label>
        <Select
          id="plan-members"
          mode="multiple"
          value={values.memberIds}
          onChange={(memberIds) => set({ memberIds })}
          options={(team?.people ?? []).map((each) => ({ value: each.id, label: each.name }))}
        />
        <label htmlFor="plan-targets">{t('targets')}</label>
        <Select
          id="plan-targets"
          mode="multiple"
          showSearch={{
            filterOption: (typed, option) => `${option?.label} ${option?.pinyin}`.includes(typed.toLowerCase()),
          }}
          value={values.targetOrgIds}
          onChange={(targetOrgIds) => set({ targetOrgIds })}
          options={organisations
            .filter((each) => each.active && targetTypes.includes(each.type))
            .map((each) => ({ value: each.id, label: each.name, pinyin: each.pinyin }))}
        />
        <LotFields lot={lot} onChange={setLot} />
        <label htmlFor="plan-checklist">{t('checklist')}</label>
        <Select
          id="plan-checklist"
          value={values.checklistId || null}
          onChange={(checklistId: string) => set({ checklistId })}
          options={checklists.map((each) => ({
            value: each.id,
            label: t('checklistSize', { title: each.title, version: each.version, count: each.items.length }),
          }))}
        />
        <label htmlFor="plan-purpose">{t('purpose')}</label>
        <Input.TextArea
          id="plan-purpose"
          rows={2}
          maxLength={300}
          value={values.purpose}
          onChange={(event) => set({ purpose: event.target.value })}
        />
      </div>
    </Modal>
  );
};
