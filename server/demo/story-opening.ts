// From the draft to the self-checks: approved in January, units plan and check in April; one is late and gets a circular.
import { campaignDraft } from '#contracts/campaigns.ts';
import type { CaseDetail } from '#contracts/cases.ts';
import { shiftDraft } from '../domain/campaigns/index.ts';
import { clerkOf, headOf, type Cast } from './cast.ts';
import { createLadderActs } from './ladder-acts.ts';
import { scene, type Scene } from './scene.ts';
import { sideBySide } from './side-by-side.ts';
import { clinicFindings, unitIds } from './story-rows.ts';

const lateUnit = 'shengli-hospital';
/** Kept watched after strike-off; the county settled the others for good. */
const watchedProblem = 1;
type Answer = { itemId: string; siteId?: string; answer: 'pass' | 'fail'; count?: number };

/** Approved early: the first look-backs come six months after the first rows were struck off. */
export const openCampaign = async ({ driver, dates }: Cast): Promise<string> => {
  await driver.to(dates.planned('2019-01-08', 10));
  const { id } = await driver.call('office', 'POST /api/campaigns', { body: { templateId: 'yongning-2019' } });
  const detail = await driver.call('office', 'GET /api/campaigns/:id', { params: { id } });
  const moved = shiftDraft(campaignDraft.parse(detail), dates.shift);
  const draft = {
    ...moved,
    settings: { ...moved.settings, publicProgress: true },
    problems: moved.problems.map((problem) => ({ ...problem, continuing: problem.no === watchedProblem })),
  };
  await driver.call('office', 'PUT /api/campaigns/:id', {
    params: { id },
    body: { ...draft, version: detail.version },
  });
  await driver.call('office', 'POST /api/campaigns/:id/submit', { params: { id } });
  await driver.openTask('approve-campaign', { campaignId: id });
  await driver.quiet();
  await driver.to(dates.planned('2019-01-09', 9));
  await driver.does(
    'head',
    'approve-campaign',
    { campaignId: id },
    { approved: true, opinion: '同意，按方案组织实施' },
  );
  return id;
};

const answersOf = (checklist: NonNullable<CaseDetail['checklist']>, siteIds: readonly string[]): Answer[] =>
  checklist.items.flatMap(({ id, kind, scope, standard = 0 }) =>
    (scope === 'site' ? siteIds : [undefined]).map((siteId): Answer => {
      const failed = clinicFindings.find((finding) => finding.siteId === siteId && finding.itemId === id);
      return {
        itemId: id,
        answer: failed === undefined ? 'pass' : 'fail',
        ...(siteId === undefined ? {} : { siteId }),
        ...(kind === 'number' ? { count: failed?.count ?? standard } : {}),
      };
    }),
  );

export const openingScenes = async (cast: Cast, campaignId: string): Promise<Scene[]> => {
  const { driver, dates, userIds } = cast;
  const ladder = createLadderActs(cast, campaignId);
  const overview = await driver.eventually('a case for every unit', async () => {
    const { matrix } = await driver.call('office', 'GET /api/campaigns/:id/overview', { params: { id: campaignId } });
    return matrix.length === unitIds.length ? matrix : null;
  });
  const caseIds = new Map(overview.map(({ unitId, caseId }) => [unitId, caseId]));
  const caseOf = (unitId: string): { caseId: string } => ({ caseId: caseIds.get(unitId) ?? '' });
  const punctual = unitIds.filter((unitId) => unitId !== lateUnit);

  const plan = async (unitId: string): Promise<void> => {
    await driver.does(clerkOf({ unitId }), 'submit-plan', caseOf(unitId), {
      leadingGroup: '院长任组长，分管副院长任副组长',
      workGroups: '签约服务组、药品保障组、宣传组',
      zones: '按责任片区到村到人',
    });
    await driver.does(headOf({ unitId }), 'sign-plan', caseOf(unitId), { signed: true, opinion: '同意报送' });
  };
  const review = (unitId: string): Promise<void> =>
    driver.does('office', 'review-plan', caseOf(unitId), { accepted: true, opinion: '内容完整' });
  const check = async (unitId: string): Promise<void> => {
    const username = clerkOf({ unitId });
    const record = await driver.call(username, 'GET /api/cases/:id', { params: { id: caseOf(unitId).caseId } });
    const organisations = await driver.call('office', 'GET /api/organisations', {});
    const sites = organisations.filter(({ parentId, type }) => type === 'clinic' && parentId === unitId);
    if (record.checklist === null) throw new Error(`Expected ${unitId} to have a self-check sheet`);
    await driver.does(username, 'self-check', caseOf(unitId), {
      answers: answersOf(
        record.checklist,
        sites.map(({ id }) => id),
      ),
      guarantor: userIds.get(headOf({ unitId })) ?? '',
      checker: userIds.get(username) ?? '',
    });
  };
  const sign = (unitId: string): Promise<void> =>
    driver.does(headOf({ unitId }), 'sign-self-check', caseOf(unitId), { signed: true, opinion: '情况属实' });

  return [
    scene(dates.planned('2019-04-18', 9), () => sideBySide(punctual, plan)),
    scene(dates.planned('2019-04-19', 10), () => sideBySide(punctual, review)),
    scene(dates.planned('2019-04-23', 15), () => sideBySide(punctual, check)),
    scene(dates.planned('2019-04-24', 10), () => sideBySide(punctual, sign)),
    scene(dates.planned('2019-05-08', 0.05), () => ladder.ofUnit(lateUnit)),
    scene(dates.planned('2019-05-08', 9), async () => ladder.approve('head', await ladder.ofUnit(lateUnit))),
    scene(dates.planned('2019-05-08', 10), async () => ladder.issuePaper(await ladder.ofUnit(lateUnit))),
    scene(dates.planned('2019-05-09', 9), async () => {
      await plan(lateUnit);
      await ladder.answer(lateUnit, await ladder.ofUnit(lateUnit), '方案已补报，今后按时报送');
    }),
    scene(dates.planned('2019-05-10', 9), async () => {
      await review(lateUnit);
      await ladder.lift(await ladder.ofUnit(lateUnit));
    }),
    scene(dates.planned('2019-05-16', 9), () => check(lateUnit)),
    scene(dates.planned('2019-05-17', 9), () => sign(lateUnit)),
    scene(dates.ago(1, 11), () =>
      sideBySide(['county-hospital', 'maternal-hospital'], (unitId) =>
        driver.does(clerkOf({ unitId }), 'submit-report', caseOf(unitId), {
          summary: '本单位台账问题已逐项整改，经核查全部销号，长效制度已建立。',
        }),
      ),
    ),
    scene(dates.ago(1, 15), () =>
      driver.does('office', 'accept-report', caseOf('county-hospital'), { accepted: true, opinion: '内容完整' }),
    ),
  ];
};
