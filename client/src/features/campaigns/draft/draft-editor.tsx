// The plan as one long form; saving keeps the version, so that two editors never overwrite each other.
import { App, Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import type { CampaignDetail, CampaignDraft } from '#contracts/campaigns.ts';
import { call } from '../../../shared/api/index.ts';
import { apiKey } from '../../../shared/query/index.ts';
import { LifeList } from '../../../shared/case-file/index.ts';
import { Card, PageHead, ProblemNote, useFaultFocus, useFaults, type Faults } from '../../../shared/ui/index.ts';
import { BasicsPart } from './basics-part.tsx';
import { CancelCampaign } from './cancel-campaign.tsx';
import { PeoplePart } from './people-part.tsx';
import { PlanNotes } from './plan-notes.tsx';
import { ProblemsPart } from './problems-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { RunningPart } from './running-part.tsx';
import { StagesPart } from './stages-part.tsx';

/** `disabled` while something is being sent; `readOnly` where the plan is not open to change at all. */
export type PartProps = {
  draft: CampaignDraft;
  disabled: boolean;
  readOnly: boolean;
  faults: Faults;
  onChange: (part: Partial<CampaignDraft>) => void;
};

/** Faults that the parts below show; any other stands above them. */
const toldAtFields = (path: string): boolean =>
  /^(title|documentNo|campaignEnd|stages|stages\.\d+\.(start|end|submitDue)|problems|unitIds|teamIds)$/.test(path);

const draftOf = (campaign: CampaignDetail): CampaignDraft => ({
  title: campaign.title,
  documentNo: campaign.documentNo,
  sources: campaign.sources,
  aims: campaign.aims,
  focusAreas: campaign.focusAreas,
  stages: campaign.stages,
  problems: campaign.problems,
  unitIds: campaign.unitIds,
  teamIds: campaign.teamIds,
  settings: campaign.settings,
  campaignEnd: campaign.campaignEnd,
  summaryDue: campaign.summaryDue,
  checklistIds: campaign.checklistIds,
});

export const DraftEditor = ({ campaign, mayEdit }: { campaign: CampaignDetail; mayEdit: boolean }) => {
  const { t } = useTranslation('campaign');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(() => draftOf(campaign));
  /** The version that the form stands on; saving over another one is refused. */
  const [base, setBase] = useState(campaign.version);
  const [dirty, setDirty] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [cancelling, setCancelling] = useState(false);
  const editable = mayEdit && campaign.state === 'draft';
  const faults = useFaults(error);
  const body = useFaultFocus(error);
  useLeaveGuard(dirty, t('unsaved'));
  const overtaken = dirty && campaign.version > base;
  const adopt = (): void => {
    setDraft(draftOf(campaign));
    setBase(campaign.version);
    setDirty(false);
    setError(null);
  };
  // news from elsewhere is taken up only where nothing typed would be lost
  if (!dirty && campaign.version > base) adopt();
  const change = (part: Partial<CampaignDraft>): void => {
    setDirty(true);
    setDraft((before) => ({ ...before, ...part }));
  };
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setWorking(true);
    setError(null);
    try {
      await work();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setWorking(false);
    }
  };
  const save = async (): Promise<void> => {
    const saved = await call('PUT /api/campaigns/:id', {
      params: { id: campaign.id },
      body: { ...draft, version: base },
    });
    setDirty(false);
    setBase(saved.version);
    client.setQueryData(apiKey('GET /api/campaigns/:id', { params: { id: campaign.id } }), saved);
    void client.invalidateQueries({ queryKey: ['GET /api/campaigns'] });
    void message.success(t('saved'));
  };
  const submit = async (): Promise<void> => {
    if (dirty) await save();
    await call('POST /api/campaigns/:id/submit', { params: { id: campaign.id } });
    for (const route of ['GET /api/campaigns', 'GET /api/campaigns/:id'])
      void client.invalidateQueries({ queryKey: [route] });
    void message.success(t('submitted'));
  };
  const parts: PartProps = { draft, disabled: !editable || working, readOnly: !editable, faults, onChange: change };
  return (
    <>
      <PageHead
        title={draft.title}
        facts={
          <>
            <span>{t(`state.${campaign.state}`)}</span>
            <span>{campaign.leadUnit}</span>
            {dirty ? <span className="tone-warn">{t('unsavedWord')}</span> : null}
          </>
        }
        acts={
          <>
            {mayEdit && !['closed', 'archived', 'cancelled'].includes(campaign.state) ? (
              <Button danger onClick={() => setCancelling(true)}>
                {t('cancel')}
              </Button>
            ) : null}
            {editable ? (
              <>
                <Button disabled={!dirty} loading={working} onClick={() => void act(save)}>
                  {t('shared:save')}
                </Button>
                <Button type="primary" loading={working} onClick={() => void act(submit)}>
                  {t('submit')}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <div ref={body} className="page-body draft" tabIndex={0} role="region" aria-label={t('plan')}>
        {error === null ? null : <ProblemNote error={error} told={toldAtFields} />}
        {overtaken ? (
          <div className="draft-overtaken" role="status">
            <span>{t('overtaken')}</span>
            <Button size="small" onClick={() => setBase(campaign.version)}>
              {t('keepMine')}
            </Button>
            <Button size="small" onClick={adopt}>
              {t('takeTheirs')}
            </Button>
          </div>
        ) : null}
        <PlanNotes campaign={campaign} open={campaign.state === 'draft' || campaign.state === 'submitted'} />
        {mayEdit && ['running', 'approved', 'closing'].includes(campaign.state) ? (
          <RunningPart campaign={campaign} />
        ) : null}
        <BasicsPart {...parts} />
        <StagesPart {...parts} />
        <ProblemsPart {...parts} />
        <PeoplePart {...parts} />
        <RulesPart {...parts} />
        {campaign.report === null ? null : (
          <Card title={t('report')} inside>
            <p>{campaign.report.organisation}</p>
            <p>{campaign.report.nextSteps}</p>
            <p className="support">{campaign.report.contact}</p>
          </Card>
        )}
        <Card title={t('shared:life.title')} inside>
          <LifeList life={campaign.life} />
        </Card>
      </div>
      {cancelling ? (
        // what was typed goes with the plan
        <CancelCampaign id={campaign.id} onCancelled={() => setDirty(false)} onClose={() => setCancelling(false)} />
      ) : null}
    </>
  );
};

const useLeaveGuard = (dirty: boolean, words: string): void => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    Modal.confirm({ title: words, onOk: () => blocker.proceed(), onCancel: () => blocker.reset() });
  }, [blocker, words]);
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      if (dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [dirty]);
};
