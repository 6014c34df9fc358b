// Every read the phone makes, with the news that makes it old.
import { ProblemError, call } from '../../shared/api/index.ts';
import type { ResponseOf } from '#contracts/http.ts';
import type { IssueRow } from '#contracts/issues.ts';
import type { TaskRow } from '#contracts/tasks.ts';
import type { Spec } from './resource.ts';

export type Board = { tasks: TaskRow[]; waiting: IssueRow[]; done: IssueRow[] };
const waitingStates: readonly IssueRow['state'][] = ['evidenceSubmitted', 'verifying', 'verified'];
const runs = ['running', 'closing', 'suspended'];

const ownTasks = async (): Promise<TaskRow[]> => {
  const mine = await call('GET /api/tasks', { query: { view: 'mine', limit: 100 } });
  const open = await call('GET /api/tasks', { query: { view: 'claimable', limit: 100 } });
  return [...new Map([...mine.items, ...open.items].map((row) => [row.key, row])).values()];
};
const ownIssues = async (): Promise<IssueRow[]> => {
  const campaigns = await call('GET /api/campaigns');
  const pages: IssueRow[][] = [];
  for (const campaign of campaigns.filter((one) => runs.includes(one.state))) {
    pages.push((await call('GET /api/issues', { query: { campaignId: campaign.id, limit: 100 } })).items);
  }
  return pages.flat();
};
// Some roles have tasks and no ledger.
const noneIfRefused = (error: unknown): never[] => {
  if (error instanceof ProblemError && error.code === 'forbidden') return [];
  throw error;
};

/** A visit nobody may know of yet lies on no phone: it is read when there is a network, and forgotten with the page. */
export const isKept = (task: Pick<TaskRow, 'secret'>): boolean => !task.secret;

export const boardRead = (): Spec<Board> => ({
  id: 'board',
  topics: ['task', 'issue', 'campaign', 'inspection', 'escalation', 'outbox'],
  load: async () => {
    const tasks = await ownTasks();
    const issues = await ownIssues().catch(noneIfRefused);
    return {
      tasks,
      waiting: issues.filter((row) => waitingStates.includes(row.state) || row.extensionPending),
      done: issues.filter((row) => row.status === 'struckOff' || row.status === 'watching'),
    };
  },
  kept: (board) => ({ ...board, tasks: board.tasks.filter(isKept) }),
});
export const taskRead = (key: string): Spec<ResponseOf<'GET /api/tasks/:key'>> => ({
  id: `task/${key}`,
  topics: ['task', 'issue', 'escalation', 'inspection', 'case'],
  load: () => call('GET /api/tasks/:key', { params: { key } }),
  kept: (detail) => (isKept(detail.task) ? detail : null),
});
export const issueRead = (id: string): Spec<ResponseOf<'GET /api/issues/:id'>> => ({
  id: `issue/${id}`,
  topics: ['issue', 'task'],
  load: () => call('GET /api/issues/:id', { params: { id } }),
});
export const escalationRead = (id: string): Spec<ResponseOf<'GET /api/escalations/:id'>> => ({
  id: `escalation/${id}`,
  topics: ['escalation', 'task'],
  load: () => call('GET /api/escalations/:id', { params: { id } }),
});
export const calendarRead = (from: string, to: string): Spec<ResponseOf<'GET /api/calendar'>> => ({
  id: `calendar/${from}/${to}`,
  topics: [],
  load: () => call('GET /api/calendar', { query: { from, to } }),
});
export const evidenceRead = (id: string): Spec<ResponseOf<'GET /api/evidence/:id'>> => ({
  id: `evidence/${id}`,
  topics: [],
  load: () => call('GET /api/evidence/:id', { params: { id } }),
});
