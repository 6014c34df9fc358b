// One running campaign of one township hospital, with a row, a photo, an escalation and two inspections to ask for.
import { randomUUID } from 'node:crypto';
import { eventually } from '../../support/api.ts';
import { photoOf } from '../../support/photo.ts';
import { confirmRow, draftFrom, startCampaign, type County } from '../../support/scene.ts';

export const unit = 'lijun-hospital';
export const site = 'lijun-clinic-1';
const day = 24 * 3600 * 1000;

export type Scene = Awaited<ReturnType<typeof playScene>>;

export const playScene = async (county: County) => {
  const [office, leader, clinic, clerk] = await Promise.all(
    ['office', 'leader1', site, `${unit}-clerk`].map((username) => county.as(username)),
  );
  if (office === undefined || leader === undefined || clinic === undefined || clerk === undefined)
    throw new Error('Expected the people of the scene');
  const campaignId = await startCampaign(county, [unit]);
  const fixing = await confirmRow(county, campaignId, unit, 4);
  const task = await clerk.task('rectify', (one) => one.issueId === fixing);
  const soon = new Date((await county.product.now()) + 20 * day).toISOString().slice(0, 10);
  const newRow = async (): Promise<string> =>
    (
      await office.call('POST /api/issues', {
        body: {
          campaignId,
          problemNo: 4,
          unitId: unit,
          siteId: site,
          source: '群众反映',
          description: '药品缺少一半品种',
          goal: '',
          standard: '',
          due: soon,
          fixableOnSpot: false,
          needsPolicy: false,
        },
      })
    ).id;
  const rowId = await newRow();
  const teams = await office.call('GET /api/teams');
  const team = teams.find(({ unitIds }) => unitIds.includes(unit));
  const [checklist] = await office.call('GET /api/checklists');
  const listed = (await (await county.as('inspector1a')).call('GET /api/boot')).me?.userId ?? '';
  if (team === undefined || checklist === undefined) throw new Error('Expected a team and a checklist');
  const inspectionOf = (mode: 'open' | 'unannounced') => ({
    campaignId,
    mode,
    teamId: team.id,
    plannedFor: soon,
    targetOrgIds: [site],
    memberIds: [listed],
    checklistId: checklist.id,
    purpose: '药品配备',
    idempotencyKey: randomUUID(),
  });
  const newInspection = async (mode: 'open' | 'unannounced'): Promise<string> =>
    (await leader.call('POST /api/inspections', { body: inspectionOf(mode) })).id;
  const newDraft = async (): Promise<string> =>
    (await office.call('POST /api/campaigns', { body: { templateId: 'yongning-2019' } })).id;
  const evidenceId = (
    await clinic.upload(
      { kind: 'photo', phase: 'before', label: '药柜照片', issueId: rowId },
      await photoOf(1),
      'a.jpg',
      'image/jpeg',
    )
  ).id;
  const escalationBody = (issueId: string) => ({
    campaignId,
    issueId,
    trigger: 'slow_progress',
    reason: '进展缓慢，多次督促无果',
    idempotencyKey: randomUUID(),
  });
  const escalationId = (await office.call('POST /api/escalations', { body: escalationBody(rowId) })).id;
  const caseId = await eventually('the unit has its case', async () => {
    const page = await office.call('GET /api/institutions/:id', { params: { id: unit }, query: { campaignId } });
    return page.caseId;
  });
  const view = await office.call('POST /api/views', { body: { name: '我的', query: 'view=mine' } });
  const draftId = await newDraft();
  const draft = await office.call('GET /api/campaigns/:id', { params: { id: draftId } });
  const instanceKey = await eventually(
    'the row has its process',
    async () => (await office.call('GET /api/issues/:id', { params: { id: rowId } })).processInstanceKey,
  );
  return {
    county,
    campaignId,
    rowId,
    evidenceId,
    escalationId,
    caseId,
    draftId,
    instanceKey,
    taskKey: task.key,
    clerkId: (await clerk.call('GET /api/boot')).me?.userId ?? '',
    viewId: view.id,
    teamId: team.id,
    team,
    soon,
    secretId: await newInspection('unannounced'),
    openId: await newInspection('open'),
    newRow,
    newDraft,
    newInspection,
    inspectionOf,
    escalationBody,
    /** The draft as it stands, so that saving it changes nothing. */
    draftBody: async () => {
      const now = await office.call('GET /api/campaigns/:id', { params: { id: draftId } });
      return draftFrom({ ...draft, version: now.version }, [unit], [team.id], await county.product.now());
    },
  };
};
