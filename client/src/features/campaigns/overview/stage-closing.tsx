// 阶段收口检查: what still has to be settled before a stage can end; every number opens its list.
import { CheckCircleFilled, ExclamationCircleFilled, RightOutlined } from '@ant-design/icons';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignOverview, StageClosing as Closing } from '#contracts/campaigns.ts';
import { useApi } from '../../../shared/query/index.ts';
import { shortDay } from '../../../shared/time/index.ts';
import { Loaded } from '../../../shared/ui/index.ts';
import { useLaneWords } from './use-lane-words.ts';

type Props = { overview: CampaignOverview; onClose: () => void };
type Check = Closing['checks'][number];

// a problem that outlives the stages has a lane and no closing
const stagesOf = ({ lanes }: CampaignOverview) => lanes.filter(({ code }) => !code.startsWith('problem-'));
const firstLook = (overview: CampaignOverview): string => {
  const stages = stagesOf(overview);
  return (stages.findLast(({ state }) => state === 'running') ?? stages.at(-1))?.code ?? '';
};

export const StageClosing = ({ overview, onClose }: Props) => {
  const { t } = useTranslation('campaign');
  const words = useLaneWords();
  const [code, setCode] = useState(() => firstLook(overview));
  const read = useApi(
    'GET /api/campaigns/:id/stages/:code/closing',
    { params: { id: overview.id, code } },
    { enabled: code !== '' },
  );
  return (
    <Modal open title={t('closing.title')} footer={null} width={640} onCancel={onClose}>
      <Select
        className="wide"
        aria-label={t('closing.stage')}
        value={code}
        onChange={setCode}
        options={stagesOf(overview).map((lane) => ({
          value: lane.code,
          label: `${words.name(lane)} ${words.dates(lane)} · ${t(`laneState.${lane.state}`)}`,
        }))}
      />
      <Loaded read={read}>{(closing) => <Findings closing={closing} campaignId={overview.id} />}</Loaded>
    </Modal>
  );
};

const Findings = ({ closing, campaignId }: { closing: Closing; campaignId: string }) => {
  const { t } = useTranslation('campaign');
  return (
    <>
      <p className={`note closing-note ${closing.ready ? 'good' : 'warn'}`} role="status">
        {closing.ready ? t('closing.ready') : t('closing.notReady')}
      </p>
      <ul className="closing-list">
        {closing.checks.map((check) => (
          <CheckLine key={check.code} check={check} campaignId={campaignId} />
        ))}
      </ul>
      <p className="small quiet">{t('closing.asOf', { day: shortDay(closing.asOf) })}</p>
    </>
  );
};

const pages: Readonly<Record<Check['code'], string>> = {
  plan: '/cases',
  selfCheck: '/cases',
  report: '/cases',
  overdue: '/ledger',
  toVerify: '/ledger',
  open: '/ledger',
  later: '/ledger',
  escalations: '/escalations',
  inspections: '/inspections',
  decisions: '/inbox',
};
const itemPath = (check: Check, id: string, campaignId: string): string =>
  pages[check.code] === '/cases'
    ? `/cases/${id}?campaignId=${campaignId}`
    : `/ledger?campaignId=${campaignId}&row=${id}`;

const CheckLine = ({ check, campaignId }: { check: Check; campaignId: string }) => {
  const { t } = useTranslation('campaign');
  const settled = check.count === 0;
  const words = t(`closing.check.${check.code}`);
  return (
    <li>
      <div className="closing-line">
        {settled ? (
          <CheckCircleFilled className="tone-green" aria-hidden />
        ) : (
          <ExclamationCircleFilled className={check.code === 'later' ? 'tone-grey' : 'tone-warn'} aria-hidden />
        )}
        <span className="grow">{words}</span>
        {settled || check.drill === null ? (
          <b>{check.count}</b>
        ) : (
          <Link
            to={`${pages[check.code]}?${check.drill}`}
            aria-label={t('closing.openList', { what: words, count: check.count })}
          >
            <b>{check.count}</b> <RightOutlined aria-hidden />
          </Link>
        )}
      </div>
      {check.items.length === 0 ? null : (
        <details open={check.items.length <= 8}>
          <summary className="small support">{t('closing.list')}</summary>
          <ul>
            {check.items.map(({ id, label, note }) => (
              <li key={id}>
                <Link to={itemPath(check, id, campaignId)}>{label}</Link> <span className="support">{note}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};
