// What a team does on an inspection, from the plan to the published result.
import type { inspectionModes } from '#contracts/inspections.ts';
import type { z } from 'zod';
import type { taskAnswers } from '#contracts/task-answers.ts';
import { teams } from './accounts.ts';
import { headOf, type Cast } from './cast.ts';
import { drawnPhoto } from './photos.ts';

type Given = z.input<(typeof taskAnswers)['inspect-institution']>['answers'][number];
export type FoundFault = {
  readonly itemId: string;
  readonly what: string;
  readonly count?: number;
  readonly due: string;
};
type Plan = {
  readonly team: number;
  readonly mode: (typeof inspectionModes)[number];
  readonly targetOrgId: string;
  readonly plannedFor: string;
  readonly checklistId: string;
  readonly purpose: string;
};
/** Pictures of inspections are numbered apart from those of the rows. */
const firstPicture = 5_000;

export const createInspectionActs = ({ driver, userIds }: Cast, campaignId: string) => {
  let known: Promise<Map<string, string>> | null = null;
  const teamIds = (): Promise<Map<string, string>> =>
    (known ??= driver
      .call('office', 'GET /api/teams', {})
      .then((found) => new Map(found.map(({ name, id }) => [name, id]))));
  let made = 0;
  const faultOf = async (inspectionId: string, inspector: string, fault: FoundFault): Promise<Given> => {
    made += 1;
    const shown = await driver.upload(
      inspector,
      { clientId: `story-inspection-${made}`, kind: 'photo', phase: 'onSite', label: '现场照片', inspectionId },
      { name: `site-${made}.jpg`, bytes: await drawnPhoto(firstPicture + made, false) },
    );
    return {
      itemId: fault.itemId,
      answer: 'fail',
      what: fault.what,
      fix: 'timeLimited',
      severity: 'B',
      due: fault.due,
      evidence: [shown.id],
      ...(fault.count === undefined ? {} : { count: fault.count }),
    };
  };
  return {
    plan: async ({ team, targetOrgId, ...plan }: Plan): Promise<string> => {
      made += 1;
      const name = teams[team - 1]?.name ?? '';
      const members = [`inspector${team}a`, `inspector${team}b`].flatMap((username) => userIds.get(username) ?? []);
      const planned = await driver.call(`leader${team}`, 'POST /api/inspections', {
        body: {
          ...plan,
          plannedFor: `${plan.plannedFor}T08:30:00+08:00`,
          campaignId,
          teamId: (await teamIds()).get(name) ?? '',
          targetOrgIds: [targetOrgId],
          memberIds: members,
          idempotencyKey: `story-inspection-plan-${made}`,
        },
      });
      return planned.id;
    },
    approve: (inspectionId: string): Promise<void> =>
      driver.does('head', 'approve-inspection', { inspectionId }, { approved: true, opinion: '同意' }),
    start: (team: number, inspectionId: string): Promise<void> =>
      driver.does(`leader${team}`, 'start-inspection', { inspectionId }, { place: '现场' }),
    inspect: async (team: number, inspectionId: string, fault: FoundFault | null): Promise<void> => {
      const inspector = `inspector${team}a`;
      await driver.openTask('inspect-institution', { inspectionId });
      const { checklist } = await driver.call(inspector, 'GET /api/inspections/:id', { params: { id: inspectionId } });
      const answers: Given[] = [];
      for (const { id, kind, standard = 0 } of checklist?.items ?? [])
        answers.push(
          fault?.itemId === id
            ? await faultOf(inspectionId, inspector, fault)
            : { itemId: id, answer: 'pass', ...(kind === 'number' ? { count: standard } : {}) },
        );
      await driver.does(inspector, 'inspect-institution', { inspectionId }, { answers });
    },
    giveOpinion: (team: number, inspectionId: string, opinion: string): Promise<void> =>
      driver.does(`leader${team}`, 'issue-opinion', { inspectionId }, { opinion }),
    sign: (unitId: string, inspectionId: string): Promise<void> =>
      driver.does(
        headOf({ unitId }),
        'sign-opinion',
        { inspectionId },
        { signed: true, comment: '接受意见，立即整改' },
      ),
    publish: (inspectionId: string): Promise<void> =>
      driver.does('office', 'publish-inspection', { inspectionId }, { opinion: '按督查意见整改' }),
  };
};
