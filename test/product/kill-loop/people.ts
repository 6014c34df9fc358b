// People who work through the inbox without rest and try again whatever happens, and what they were told was done.
import type { TaskRow } from '../../../server/contracts/tasks.ts';
import { ApiProblem, type Person } from '../../support/api.ts';
import { photoOf } from '../../support/photo.ts';
import type { County } from '../../support/scene.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export type Told = {
  /** Task key → who was told that it is done, and with which idempotency key. */
  readonly tasks: Map<string, { readonly by: string; readonly key: string; readonly type: string }>;
  readonly rows: Set<string>;
  readonly evidence: Map<string, string>;
  readonly escalations: Set<string>;
  /** Answers that mean a fault of the product. */
  readonly faults: string[];
};

type Answer = (person: Person, task: TaskRow, told: Told) => Promise<Record<string, unknown>>;
const plain =
  (values: Record<string, unknown>): Answer =>
  async () =>
    values;

let pictures = 0;
const handIn = async (person: Person, task: TaskRow, told: Told): Promise<Record<string, unknown>> => {
  const issueId = task.issueId ?? '';
  const issue = await person.call('GET /api/issues/:id', { params: { id: issueId } });
  const photos: string[] = [];
  for (const [at, need] of issue.requiredEvidence.entries()) {
    const clientId = `kill-${task.key}-${at}`;
    const { id } = await person.upload(
      { clientId, kind: need.phase === 'record' ? 'document' : 'photo', phase: need.phase, label: need.label, issueId },
      await photoOf((pictures += 1), 240),
      `${at}.jpg`,
      'image/jpeg',
    );
    told.evidence.set(clientId, id);
    photos.push(id);
  }
  return {
    did: '已补齐品种并建立常用药清单',
    cause: issue.causeChips[0] ?? '没有按月清点',
    photos,
    documents: [],
    declared: issue.measured.map(({ code, standard }) => ({ code, value: standard })),
  };
};
const verify: Answer = async (person, task) => {
  const issue = await person.call('GET /api/issues/:id', { params: { id: task.issueId ?? '' } });
  return {
    verdict: 'passed',
    opinion: '现场清点合格',
    photosMatch: true,
    recordsMatch: true,
    noOldPhotos: true,
    counted: issue.measured.map(({ code, standard }) => ({ code, value: standard })),
  };
};

const answers: Readonly<Record<string, Answer>> = {
  'submit-plan': plain({ leadingGroup: '院长任组长', workGroups: '设三个工作组' }),
  'sign-plan': plain({ signed: true, opinion: '同意' }),
  'review-plan': plain({ accepted: true, opinion: '同意' }),
  'register-issue': plain({
    rootCause: '没有短缺预警',
    measures: '按月补货',
    responsibleLeader: '院长',
    person: '药房负责人',
  }),
  'confirm-measures': plain({ complete: true, opinion: '可行', standard: '达标', needsPolicy: false }),
  rectify: handIn,
  'sign-evidence': plain({ signed: true, opinion: '属实' }),
  'verify-issue': verify,
  'approve-strike-off': plain({ approved: true, opinion: '同意销号' }),
  'approve-escalation': plain({ approved: true, opinion: '情况属实', checked: true, skipReason: '情节严重' }),
  'draft-document': plain({
    title: '关于整改进展的通报',
    addressee: '各单位',
    body: '现将整改进展情况通报如下，请对照整改。',
  }),
  'approve-document': plain({ approved: true, opinion: '同意', checked: true }),
  'acknowledge-escalation': plain({ acknowledged: true }),
  'reply-escalation': plain({ reply: '已按要求整改' }),
  'review-reply': plain({ lifted: true, opinion: '同意解除' }),
};

const settle = (error: unknown, told: Told, what: string): void => {
  // nothing was answered: tried again with the same key
  if (!(error instanceof ApiProblem)) return;
  const { status, problem } = error;
  if (status >= 500 && status !== 503) told.faults.push(`${what}: ${status} ${problem.code} ${error.message}`);
};

const work = async (person: Person, task: TaskRow, told: Told): Promise<void> => {
  const answer = answers[task.type];
  if (answer === undefined || told.tasks.has(task.key)) return;
  const key = `kill-loop-${task.key}`;
  try {
    const values = await answer(person, task, told);
    await person.call('POST /api/tasks/:key/complete', {
      params: { key: task.key },
      body: { values, idempotencyKey: key },
    });
    told.tasks.set(task.key, { by: person.username, key, type: task.type });
  } catch (error) {
    settle(error, told, `${task.type} by ${person.username}`);
  }
};

/** Works until told to go home; resolves when the last act has been answered. */
export const workThrough = async (county: County, username: string, told: Told, over: () => boolean): Promise<void> => {
  const person = await county.as(username);
  while (!over()) {
    try {
      for (const task of await person.tasks()) {
        if (over()) return;
        await work(person, task, told);
      }
    } catch (error) {
      settle(error, told, `inbox of ${username}`);
    }
    await pause(120);
  }
};

/** The office keeps listing rows and now and then proposes an escalation; each is asked until it is answered. */
export const keepListing = async (
  county: County,
  campaignId: string,
  units: readonly string[],
  told: Told,
  over: () => boolean,
): Promise<number> => {
  const office = await county.as('office');
  const due = new Date((await county.product.now()) + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const until = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        settle(error, told, what);
        if (error instanceof ApiProblem && error.status < 500) throw error;
        await pause(150);
      }
    }
  };
  let count = 0;
  while (!over()) {
    count += 1;
    const unitId = units[count % units.length] ?? '';
    const idempotencyKey = `kill-row-${count}`;
    const { id } = await until('a new row', () =>
      office.call('POST /api/issues', {
        body: {
          campaignId,
          problemNo: 4,
          unitId,
          source: '群众反映',
          description: `第 ${count} 次检查发现药品短缺`,
          goal: '',
          standard: '',
          due,
          fixableOnSpot: false,
          needsPolicy: false,
          idempotencyKey,
        },
      }),
    );
    told.rows.add(id);
    if (count % 4 === 0) {
      const escalation = await until('an escalation', () =>
        office.call('POST /api/escalations', {
          body: { campaignId, issueId: id, trigger: 'slow_progress', reason: '进展缓慢，多次督促', idempotencyKey },
        }),
      );
      told.escalations.add(escalation.id);
    }
    await pause(400);
  }
  return count;
};
