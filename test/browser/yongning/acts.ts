// What people of the story do, each with their own account through the API; the same acts that the screens send.
import type { EscalationCard } from '../../../server/contracts/escalations.ts';
import type { IssueRow } from '../../../server/contracts/issues.ts';
import type { TaskAnswer, TaskType } from '../../../server/contracts/task-answers.ts';
import type { TaskRow } from '../../../server/contracts/tasks.ts';
import { eventually } from '../../support/api.ts';
import { photoOf } from '../../support/photo.ts';
import { clerkOf, executorOf, headOf, leaderOf, sectionOf } from './cast.ts';
import type { Year } from './year.ts';

type Matter = Partial<Pick<TaskRow, 'campaignId' | 'issueId' | 'caseId' | 'inspectionId' | 'escalationId'>>;
type Given<T extends TaskType> = Partial<TaskAnswer<T>>;
export type Row = IssueRow;

/** Small pictures for bulk acts; the screens send those of a camera's size. */
const bulkPhoto = 320;
/** So many acts at once as the county has people at work; more only wait for each other. */
const atOnce = 6;
export const sideBySide = async <T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> => {
  const waiting = [...items];
  const one = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
};

const signed: readonly string[] = [
  'approve-escalation',
  'approve-document',
  'approve-exposure',
  'approve-accountability',
];
/** Decisions on the ladder leave only when their time to recall is over. */
export const signs = (type: string): boolean => signed.includes(type);

export const createActs = (year: Year) => {
  let pictures = 0;

  const findTask = async (username: string, type: TaskType, matter: Matter): Promise<TaskRow | null> => {
    const person = await year.as(username);
    const fits = (task: TaskRow): boolean =>
      Object.entries(matter).every(([name, id]) => task[name as keyof Matter] === id);
    for (const view of ['mine', 'claimable'] as const) {
      let cursor: string | undefined;
      do {
        const page = await person.call('GET /api/tasks', {
          query: { view, type, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
        });
        const found = page.items.find(fits);
        if (found !== undefined) return found;
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    }
    return null;
  };
  const task = (username: string, type: TaskType, matter: Matter): Promise<TaskRow> =>
    eventually(
      `the task ${type} of ${JSON.stringify(matter)} for ${username}`,
      () => findTask(username, type, matter),
      600,
    );
  const does = async <T extends TaskType>(
    username: string,
    type: T,
    matter: Matter,
    values: Given<T>,
  ): Promise<void> => {
    const found = await task(username, type, matter);
    await (await year.as(username)).complete(found, values);
    if (signs(type)) await year.leaves(username);
  };
  const issue = async (id: string) => (await year.as('office')).call('GET /api/issues/:id', { params: { id } });
  const measured = async (row: Row) =>
    (await issue(row.id)).measured.map(({ code, standard }) => ({ code, value: standard }));
  const photo = async (username: string, fields: Record<string, string>): Promise<string> => {
    pictures += 1;
    const taken = await (
      await year.as(username)
    ).upload({ kind: 'photo', ...fields }, await photoOf(pictures, bulkPhoto), `${pictures}.jpg`, 'image/jpeg');
    return taken.id;
  };

  const register = (row: Row): Promise<void> =>
    does(
      clerkOf(row),
      'register-issue',
      { issueId: row.id },
      {
        rootCause: '日常管理没有落实到人',
        measures: row.measures === '' ? '逐项补齐，建立登记制度' : row.measures.slice(0, 200),
        responsibleLeader: '院长',
        person: row.siteName === null ? '公卫科负责人' : '卫生室负责人',
      },
    );
  const confirm = (row: Row, given: Given<'confirm-measures'> = {}): Promise<void> =>
    does(
      sectionOf(row),
      'confirm-measures',
      { issueId: row.id },
      {
        complete: true,
        opinion: '措施可行',
        standard: row.standard,
        needsPolicy: false,
        ...given,
      },
    );
  const handIn = async (row: Row): Promise<void> => {
    const who = executorOf(row);
    const found = await task(who, 'rectify', { issueId: row.id });
    const { requiredEvidence, measured: counted } = await issue(row.id);
    const photos: string[] = [];
    for (const { phase, label } of requiredEvidence) photos.push(await photo(who, { phase, label, issueId: row.id }));
    const answer: Given<'rectify'> = {
      did: '已整改到位并建立台账',
      cause: '制度没有落实',
      photos,
      documents: [],
      declared: counted.map(({ code, standard }) => ({ code, value: standard })),
    };
    await (await year.as(who)).complete(found, answer);
  };
  const sign = (row: Row): Promise<void> =>
    does(headOf(row), 'sign-evidence', { issueId: row.id }, { signed: true, opinion: '情况属实' });
  const pass = async (row: Row): Promise<void> =>
    does(
      leaderOf(row),
      'verify-issue',
      { issueId: row.id },
      {
        verdict: 'passed',
        opinion: '现场核查，与佐证一致',
        photosMatch: true,
        recordsMatch: true,
        noOldPhotos: true,
        counted: await measured(row),
      },
    );
  const fail = (row: Row, verdict: 'failed' | 'false', opinion: string): Promise<void> =>
    does(leaderOf(row), 'verify-issue', { issueId: row.id }, { verdict, opinion });
  const approve = (row: Row): Promise<void> =>
    does('office', 'approve-strike-off', { issueId: row.id }, { approved: true, opinion: '同意销号' });

  const card = (campaignId: string, what: string, fits: (card: EscalationCard) => boolean): Promise<EscalationCard> =>
    eventually(`an escalation of ${what}`, async () => {
      const board = await (await year.as('head')).call('GET /api/escalations', { query: { campaignId } });
      return board.columns.flatMap(({ cards }) => cards).find(fits);
    });

  return {
    findTask,
    task,
    does,
    issue,
    photo,
    register,
    confirm,
    handIn,
    sign,
    pass,
    fail,
    approve,
    card,
    /** Every row that fits, whoever asks: the ledger's pages one after another. */
    rows: async (campaignId: string, username = 'office'): Promise<Row[]> => {
      const person = await year.as(username);
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const page = await person.call('GET /api/issues', {
          query: { campaignId, limit: 100, sort: 'no', ...(cursor === undefined ? {} : { cursor }) },
        });
        rows.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return rows;
    },
    state: async (row: Pick<Row, 'id'>): Promise<string> => (await issue(row.id)).state,
    reaches: (row: Pick<Row, 'id'>, ...states: string[]): Promise<unknown> =>
      eventually(
        `row ${row.id} to be ${states.join(' or ')}`,
        async () => states.includes((await issue(row.id)).state),
        600,
      ),
  };
};
export type Acts = ReturnType<typeof createActs>;
