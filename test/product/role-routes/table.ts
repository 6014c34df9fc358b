// Who may call what: every route of the contract against every role, read as a table.
//
//   +  answered, and what is asked for is in the answer       -  refused: not this role (403)
//   o  answered, without it                                   .  does not exist for this person (404)
//   r  allowed, but the rules refuse it now (409, 422)        ?  not signed in (401)
import { randomUUID } from 'node:crypto';
import type { RouteKey } from '../../../server/contracts/http.ts';
import { photoOf } from '../../support/photo.ts';
import { site, unit, type Scene } from './scene.ts';
import type { Caller, Input } from './people.ts';

export type Line = {
  readonly route: RouteKey;
  readonly about?: string;
  readonly ask: (scene: Scene, who: Caller) => Input | Promise<Input>;
  /** What the answer must hold for a `+` and must not hold for an `o`. */
  readonly holds?: (scene: Scene) => string | RegExp;
  readonly expected: string;
  /** Signs in anew for the call, because it ends the session. */
  readonly ownSession?: true;
};
const nothing = (): Input => ({});
const id = (pick: (scene: Scene) => string) => (scene: Scene) => ({ params: { id: pick(scene) } });
const key = (scene: Scene) => ({ params: { key: scene.taskKey } });
const inCampaign = (scene: Scene) => ({ query: { campaignId: scene.campaignId } });
const reason = { reason: '按程序办理，另有安排' };
const line = (route: RouteKey, expected: string, ask: Line['ask'] = nothing, more: Partial<Line> = {}): Line => ({
  route,
  expected,
  ask,
  ...more,
});
/** Acts that use up what they act on get a new one wherever they are allowed. */
const fresh =
  (allowed: readonly Caller[], stand: (scene: Scene) => string, make: (scene: Scene) => Promise<string>) =>
  async (scene: Scene, who: Caller): Promise<{ params: { id: string } }> => ({
    params: { id: allowed.includes(who) ? await make(scene) : stand(scene) },
  });
const photo = async (scene: Scene): Promise<FormData> => {
  const form = new FormData();
  const fields = { clientId: randomUUID(), kind: 'photo', phase: 'before', label: '药柜照片', issueId: scene.rowId };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(await photoOf(7, 300))], { type: 'image/jpeg' }), 'a.jpg');
  return form;
};
const newUser = () => ({
  username: `made-${randomUUID().slice(0, 8)}`,
  name: '新同事',
  title: '',
  orgId: unit,
  memberships: [],
  password: 'a long password',
});
const oldUser = (scene: Scene) => ({ params: { id: scene.clerkId }, body: { title: '单位经办人' } });
const sameTeam = ({ team }: Scene) => ({
  name: team.name,
  headId: team.headId,
  memberIds: [...team.memberIds],
  unitIds: [...team.unitIds],
});
const model = { params: { id: 'issueRectification' } };
const noDeployment = { params: { id: 'issueRectification', deploymentId: 'none' } };

/* prettier-ignore */
export const columns: readonly Caller[] = [
  'nobody', 'admin', 'office', 'head', 'leader', 'member', 'section', 'unitHead', 'clerk', 'clinic',
  'discipline', 'superior', 'otherUnit', 'otherTeam', 'unlisted',
];

/* prettier-ignore */
export const table: readonly Line[] = [
  //                                          no ad of he le me se uh cl ci di su ou ot un
  line('GET /api/boot',                      '+  +  +  +  +  +  +  +  +  +  +  +  +  +  +'),
  line('POST /api/session',                  '?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?', (_scene, who) => ({ body: { username: `unknown-${who}`, password: 'wrong' } })),
  line('DELETE /api/session',                '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +', nothing, { ownSession: true }),
  line('POST /api/setup',                    'r  r  r  r  r  r  r  r  r  r  r  r  r  r  r', () => ({ body: { username: 'second', name: '第二人', password: 'a long password', county: '永宁县' } })),

  line('GET /api/tasks',                     '?  o  o  o  o  o  o  o  +  o  o  o  o  o  o', () => ({ query: { view: 'mine', limit: '100' } }), { holds: (scene) => scene.taskKey }),
  line('GET /api/tasks',                     '?  o  o  o  o  o  o  o  o  o  o  o  o  o  o', () => ({ query: { view: 'claimable', limit: '100' } }), { about: 'of another', holds: (scene) => scene.taskKey }),
  line('GET /api/tasks/counts',              '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +'),
  // the section acted in this matter: it may see where it stands, without form and case
  line('GET /api/tasks/:key',                '?  .  .  .  .  .  +  .  +  .  .  .  .  .  .', key, { holds: (scene) => scene.taskKey }),
  line('POST /api/tasks/:key/claim',         '?  .  .  .  .  .  .  .  +  .  .  .  .  .  .', key),
  line('GET /api/tasks/:key/colleagues',     '?  .  .  .  .  .  .  .  +  .  .  .  .  .  .', key),
  line('POST /api/tasks/:key/release',       '?  .  .  .  .  .  .  .  +  .  .  .  .  .  .', key),
  line('POST /api/tasks/:key/assign',        '?  .  .  .  .  .  .  .  +  .  .  .  .  .  .', (scene) => ({ ...key(scene), body: { userId: scene.clerkId } })),
  line('POST /api/tasks/:key/delegate',      '?  .  .  .  .  .  .  .  +  .  .  .  .  .  .', (scene) => ({ ...key(scene), body: { userId: scene.clerkId } })),
  line('POST /api/tasks/:key/snooze',        '?  .  .  .  .  .  .  .  +  .  .  .  .  .  .', (scene) => ({ ...key(scene), body: { until: '2000-01-01T00:00:00Z' } })),
  line('PUT /api/tasks/:key/draft',          '?  .  .  .  .  .  .  .  +  .  .  .  .  .  .', (scene) => ({ ...key(scene), body: { values: { did: '写到一半' }, baseVersion: 0 } })),
  line('POST /api/tasks/:key/complete',      '?  .  .  .  .  .  .  .  r  .  .  .  .  .  .', (scene) => ({ ...key(scene), body: { values: {}, idempotencyKey: randomUUID() } })),
  line('POST /api/tasks/urge',               '?  o  +  +  +  o  +  o  o  o  o  o  o  o  o', (scene) => ({ body: { keys: [scene.taskKey], note: '请抓紧', idempotencyKey: randomUUID() } }), { holds: () => /"ok":true|24 小时内已催过/ }),
  line('GET /api/views',                     '?  o  +  o  o  o  o  o  o  o  o  o  o  o  o', nothing, { holds: (scene) => scene.viewId }),
  line('POST /api/views',                    '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +', () => ({ body: { name: '逾期', query: 'due=overdue' } })),
  line('PUT /api/views/:id',                 '?  .  +  .  .  .  .  .  .  .  .  .  .  .  .', (scene) => ({ ...id(({ viewId }) => viewId)(scene), body: { name: '今天', query: 'due=today' } })),
  line('DELETE /api/views/:id',              '?  .  +  .  .  .  .  .  .  .  .  .  .  .  .', id(({ viewId }) => viewId)),
  line('GET /api/notifications',             '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +'),
  line('POST /api/notifications/read',       '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +', () => ({ body: { ids: [] } })),

  line('POST /api/evidence',                 '?  .  -  -  +  +  -  +  +  +  -  -  .  .  +', (scene) => ({ form: () => photo(scene) })),
  line('GET /api/evidence/:id',              '?  .  +  +  +  +  +  +  +  +  +  +  .  .  +', id(({ evidenceId }) => evidenceId)),
  line('GET /api/evidence/:id/file',         '?  .  +  +  +  +  +  +  +  +  +  +  .  .  +', id(({ evidenceId }) => evidenceId)),
  line('GET /api/evidence/:id/thumb',        '?  .  +  +  +  +  +  +  +  +  +  +  .  .  +', id(({ evidenceId }) => evidenceId)),

  line('GET /api/issues',                    '?  o  +  +  +  +  +  +  +  +  +  +  o  o  +', inCampaign, { holds: ({ rowId }) => rowId }),
  line('GET /api/issues/export.xlsx',        '?  -  +  +  +  -  +  +  +  -  +  +  +  +  -', inCampaign),
  line('GET /api/issues/:id',                '?  .  +  +  +  +  +  +  +  +  +  +  .  .  +', id(({ rowId }) => rowId), { holds: ({ rowId }) => rowId }),
  line('POST /api/issues',                   '?  -  +  -  +  +  -  -  +  -  -  -  -  -  +', (scene) => ({ body: { campaignId: scene.campaignId, problemNo: 4, unitId: unit, source: '', description: '药品缺少一半品种', goal: '', standard: '', due: scene.soon, fixableOnSpot: false, needsPolicy: false } })),
  line('POST /api/issues/:id/extension',     '?  .  -  -  -  -  -  r  r  r  -  -  .  .  -', (scene) => ({ ...id(({ rowId }) => rowId)(scene), body: { newDue: scene.soon, reason: '配送没有到位', done: '', idempotencyKey: randomUUID() } })),
  line('POST /api/issues/:id/cancel',        '?  .  +  +  -  -  +  -  +  +  -  -  .  .  -', async (scene, who) => ({ ...(await fresh(['office', 'head', 'section', 'clerk', 'clinic'], ({ rowId }) => rowId, ({ newRow }) => newRow())(scene, who)), body: reason })),

  line('GET /api/campaigns',                 '?  o  +  +  +  +  +  +  +  +  +  +  o  +  +', nothing, { holds: ({ campaignId }) => campaignId }),
  line('GET /api/campaigns',                 '?  o  +  +  o  o  o  o  o  o  o  o  o  o  o', nothing, { about: 'in draft', holds: ({ draftId }) => draftId }),
  line('GET /api/campaign-templates',        '?  -  +  -  -  -  -  -  -  -  -  -  -  -  -'),
  line('POST /api/campaigns',                '?  -  +  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ body: { templateId: 'yongning-2019' } })),
  line('GET /api/campaigns/:id',             '?  .  +  +  +  +  +  +  +  +  +  +  .  +  +', id(({ campaignId }) => campaignId)),
  line('PUT /api/campaigns/:id',             '?  .  +  -  .  .  .  .  .  .  .  .  .  .  .', async (scene) => ({ ...id(({ draftId }) => draftId)(scene), body: await scene.draftBody() })),
  line('POST /api/campaigns/:id/submit',     '?  .  r  -  .  .  .  .  .  .  .  .  .  .  .', fresh(['office'], ({ draftId }) => draftId, ({ newDraft }) => newDraft())),
  line('POST /api/campaigns/:id/cancel',     '?  .  +  +  .  .  .  .  .  .  .  .  .  .  .', async (scene, who) => ({ ...(await fresh(['office', 'head'], ({ draftId }) => draftId, ({ newDraft }) => newDraft())(scene, who)), body: reason })),
  line('POST /api/campaigns/:id/units',      '?  .  r  -  -  -  -  -  -  -  -  -  .  -  -', (scene) => ({ ...id(({ campaignId }) => campaignId)(scene), body: { unitId: unit } })),
  line('PUT /api/campaigns/:id/stages',      '?  .  +  -  -  -  -  -  -  -  -  -  .  -  -', (scene) => ({ ...id(({ campaignId }) => campaignId)(scene), body: { stages: [], ...reason } })),
  line('GET /api/campaigns/:id/overview',    '?  .  +  +  +  +  +  +  +  +  +  +  .  +  +', id(({ campaignId }) => campaignId)),
  line('GET /api/campaigns/:id/stages/:code/closing', '?  .  +  +  +  +  +  +  +  +  +  +  .  +  +', ({ campaignId }) => ({ params: { id: campaignId, code: 'rectify' } })),
  line('GET /api/campaigns/:id/export.xlsx', '?  .  +  +  +  -  +  +  +  -  +  +  .  +  -', id(({ campaignId }) => campaignId)),
  line('GET /api/cases/:id',                 '?  .  +  +  +  +  +  +  +  .  .  +  .  .  +', id(({ caseId }) => caseId)),
  line('GET /api/institutions',              '?  -  +  +  +  +  +  +  +  -  -  +  o  o  +', inCampaign, { holds: () => unit }),
  line('GET /api/institutions/:id',          '?  .  +  +  +  +  +  +  +  .  .  +  .  .  +', (scene) => ({ ...inCampaign(scene), params: { id: unit } })),
  line('GET /api/institutions/:id/dossier.xlsx', '?  .  +  +  +  -  +  +  +  .  .  +  .  .  -', (scene) => ({ ...inCampaign(scene), params: { id: unit } })),
  line('GET /api/checklists',                '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +'),

  line('GET /api/inspections',               '?  o  +  +  +  +  o  o  o  o  +  +  o  o  o', inCampaign, { about: 'unannounced', holds: ({ secretId }) => secretId }),
  line('GET /api/inspections',               '?  o  +  +  +  +  +  +  +  +  +  +  o  o  o', inCampaign, { about: 'open', holds: ({ openId }) => openId }),
  line('GET /api/inspections/:id',           '?  .  +  +  +  +  .  .  .  .  +  +  .  .  .', id(({ secretId }) => secretId), { about: 'unannounced' }),
  line('GET /api/inspections/:id',           '?  .  +  +  +  +  +  +  +  +  +  +  .  .  .', id(({ openId }) => openId), { about: 'open' }),
  line('POST /api/inspections',              '?  -  +  -  +  -  -  -  -  -  -  -  -  -  -', (scene) => ({ body: scene.inspectionOf('unannounced') })),
  line('POST /api/inspections/:id/cancel',   '?  .  +  -  +  -  .  .  .  .  -  -  .  .  .', async (scene, who) => ({ ...(await fresh(['office', 'leader'], ({ secretId }) => secretId, ({ newInspection }) => newInspection('unannounced'))(scene, who)), body: reason })),

  line('GET /api/escalations',               '?  o  +  +  +  o  +  +  +  +  +  +  o  o  o', inCampaign, { about: 'circular', holds: ({ escalationId }) => escalationId }),
  line('GET /api/escalations/:id',           '?  .  +  +  +  .  +  +  +  +  +  +  .  .  .', id(({ escalationId }) => escalationId), { about: 'circular' }),
  line('POST /api/escalations',              '?  -  +  -  +  -  +  -  -  -  +  -  -  -  -', (scene) => ({ body: scene.escalationBody(scene.rowId) })),
  line('GET /api/signings',                  '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +'),
  line('POST /api/escalations/:id/recall',   '?  .  r  r  r  .  r  r  r  r  r  r  .  .  .', (scene) => ({ ...id(({ escalationId }) => escalationId)(scene), body: { signingId: 'none' } })),
  line('POST /api/escalations/:id/appeal',   '?  .  r  r  r  .  r  r  r  r  r  r  .  .  .', (scene) => ({ ...id(({ escalationId }) => escalationId)(scene), body: { text: '已在整改，请复核', idempotencyKey: randomUUID() } })),

  // shut to readers; the office is told that there is no such paper
  line('PUT /api/escalations/:id/documents/:documentId/number', '?  .  .  -  -  .  -  -  -  -  -  -  .  .  .', (scene) => ({ params: { id: scene.escalationId, documentId: 'none' }, body: { docNo: '永卫健发〔2026〕1号' } })),

  line('GET /api/organisations',             '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +'),
  line('POST /api/organisations',            '?  +  -  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ body: { name: `${randomUUID().slice(0, 6)}卫生室`, type: 'clinic', parentId: unit } })),
  line('PUT /api/organisations/:id',         '?  +  -  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ params: { id: site }, body: { name: '宁化村卫生室', type: 'clinic', parentId: unit, townId: 'lijun', active: true } })),
  line('GET /api/users',                     '?  +  -  +  -  -  -  -  -  -  +  -  -  -  -'),
  line('POST /api/users',                    '?  +  -  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ body: newUser() })),
  line('PUT /api/users/:id',                 '?  +  -  -  -  -  -  -  -  -  -  -  -  -  -', oldUser),
  line('GET /api/people',                    '?  -  +  -  -  -  -  -  -  -  -  -  -  -  -  -'),
  line('GET /api/teams',                     '?  +  +  +  +  +  +  +  +  -  +  +  o  o  +', nothing, { holds: ({ teamId }) => teamId }),
  line('POST /api/teams',                    '?  -  +  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ body: { name: `督查组${randomUUID().slice(0, 6)}`, headId: null, memberIds: [], unitIds: [] } })),
  line('PUT /api/teams/:id',                 '?  -  +  -  -  -  -  -  -  -  -  -  -  -  -', (scene) => ({ ...id(({ teamId }) => teamId)(scene), body: { ...sameTeam(scene), active: true } })),
  line('GET /api/audit',                     '?  o  -  +  -  -  -  -  -  -  +  -  -  -  -', (scene) => ({ query: { objectId: scene.rowId } }), { about: 'of a row', holds: ({ rowId }) => rowId }),
  line('GET /api/audit/check',               '?  +  -  +  -  -  -  -  -  -  +  -  -  -  -', nothing, { holds: () => '"intact":true' }),
  line('GET /api/calendar',                  '?  +  +  +  +  +  +  +  +  +  +  +  +  +  +', () => ({ query: { from: '2019-04-25', to: '2019-05-07' } })),

  line('GET /api/models',                    '?  +  +  +  -  -  -  -  -  -  -  +  -  -  -', nothing, { holds: () => 'issueRectification' }),
  line('GET /api/models/:id',                '?  +  +  +  -  -  -  -  -  -  -  +  -  -  -', () => model),
  line('POST /api/models/:id/lint',          '?  +  +  +  -  -  -  -  -  -  -  +  -  -  -', () => ({ ...model, body: { content: 'no model' } })),
  line('POST /api/models/:id/migration',     '?  +  +  +  -  -  -  -  -  -  -  +  -  -  -', () => ({ ...model, body: { content: 'no model', mapping: [] } })),
  line('PUT /api/models/:id/draft',          '?  +  -  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ ...model, body: { content: 'no model', baseVersion: 1, draftVersion: 0 } })),
  line('POST /api/models/:id/deployments',   '?  r  -  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ ...model, body: { ...reason, draftVersion: 1 } })),
  line('POST /api/models/:id/deployments/:deploymentId/approve', '?  .  .  -  -  -  -  -  -  -  -  -  -  -  -', () => noDeployment),
  line('POST /api/models/:id/deployments/:deploymentId/refuse', '?  .  .  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ ...noDeployment, body: reason })),
  line('GET /api/models/:id/deployments/:deploymentId/moves', '?  .  .  .  -  -  -  -  -  -  -  .  -  -  -', () => noDeployment),
  line('DELETE /api/models/:id/draft',       '?  +  -  -  -  -  -  -  -  -  -  -  -  -  -', () => model),
  line('GET /api/models/:id/instances',      '?  +  +  +  -  -  -  -  -  -  -  +  -  -  -', () => model, { holds: ({ instanceKey }) => instanceKey }),
  line('GET /api/instances/:key',            '?  +  +  +  +  +  +  +  +  +  +  +  .  .  +', ({ instanceKey }) => ({ params: { key: instanceKey } })),
  line('GET /api/incidents',                 '?  +  -  -  -  -  -  -  -  -  -  -  -  -  -'),
  line('POST /api/incidents/:key/retry',     '?  .  -  -  -  -  -  -  -  -  -  -  -  -  -', () => ({ params: { key: '1' } })),

  line('GET /api/public/list',               '+  +  +  +  +  +  +  +  +  +  +  +  +  +  +'),
  line('GET /api/public/report/:campaignId', '.  .  .  .  .  .  .  .  .  .  .  .  .  .  .', ({ campaignId }) => ({ params: { campaignId } })),
];
