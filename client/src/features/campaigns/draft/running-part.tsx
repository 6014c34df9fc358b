// What may still change once a campaign runs: another unit, other dates with a reason.
import { App, Button, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignDetail } from '#contracts/campaigns.ts';
import { useAct, useApi } from '../../../shared/query/index.ts';
import { useProblemText } from '../../../shared/i18n/index.ts';
import { Card } from '../../../shared/ui/index.ts';

const unitTypes = ['countyHospital', 'maternalHospital', 'townshipHospital', 'communityCentre'];

export const RunningPart = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation('campaign');
  const { message } = App.useApp();
  const say = useProblemText();
  const client = useQueryClient();
  const organisations = useApi('GET /api/organisations', {}, { stale: 300_000 }).data ?? [];
  const addUnit = useAct('POST /api/campaigns/:id/units');
  const reschedule = useAct('PUT /api/campaigns/:id/stages');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [dates, setDates] = useState(() =>
    campaign.stages.map(({ code, name, start, end }) => ({ code, name, start: start ?? '', end: end ?? '' })),
  );
  const then = {
    onSuccess: () => {
      void message.success(t('saved'));
      void client.invalidateQueries({ queryKey: ['GET /api/campaigns/:id'] });
    },
    onError: (error: unknown) => void message.error(say(error), 6),
  };
  const others = organisations.filter(
    (each) => each.active && unitTypes.includes(each.type) && !campaign.unitIds.includes(each.id),
  );
  const set = (code: string, part: { start?: string; end?: string }): void =>
    setDates(dates.map((each) => (each.code === code ? { ...each, ...part } : each)));
  return (
    <Card title={t('running')} inside>
      <div className="draft-line">
        <Select
          aria-label={t('addUnit')}
          placeholder={t('addUnit')}
          className="draft-select"
          value={unitId}
          onChange={setUnitId}
          options={others.map((each) => ({ value: each.id, label: each.name }))}
        />
        <Button
          disabled={unitId === null}
          loading={addUnit.isPending}
          onClick={() => addUnit.mutate({ params: { id: campaign.id }, body: { unitId: unitId ?? '' } }, then)}
        >
          {t('addUnit')}
        </Button>
      </div>
      {dates.map((stage) => (
        <div key={stage.code} className="draft-line">
          <span className="draft-stage">{stage.name}</span>
          <Input
            type="date"
            aria-label={`${stage.name} ${t('start')}`}
            value={stage.start}
            onChange={(event) => set(stage.code, { start: event.target.value })}
          />
          <Input
            type="date"
            aria-label={`${stage.name} ${t('end')}`}
            value={stage.end}
            onChange={(event) => set(stage.code, { end: event.target.value })}
          />
        </div>
      ))}
      <div className="draft-line">
        <Input
          className="draft-reason"
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          disabled={reason.trim().length < 4}
          loading={reschedule.isPending}
          onClick={() =>
            reschedule.mutate(
              {
                params: { id: campaign.id },
                body: {
                  reason: reason.trim(),
                  stages: dates
                    .filter((each) => each.start !== '' && each.end !== '')
                    .map(({ code, start, end }) => ({ code, start, end })),
                },
              },
              then,
            )
          }
        >
          {t('reschedule')}
        </Button>
      </div>
    </Card>
  );
};
