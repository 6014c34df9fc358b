// What all tasks on a ledger row share: finding the row, its words in the inbox, the case beside the form.
import type { TaskAnswer, TaskType } from '#contracts/task-answers.ts';
import type { IssueDetail } from '#contracts/issues.ts';
import { messageOf } from '../../../platform/problem-texts.ts';
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type {
  Actor,
  MatterDesk,
  OpenTask,
  TaskDone,
  TaskHandler,
  TaskView,
  TaskWords,
  Work,
} from '../../../platform/slice.ts';
import type { IssueDeps } from '../issue.deps.ts';
import type { IssueRecord } from '../issue.record.ts';
import type { IssueStore } from '../issue.store.ts';

export type Desk = {
  readonly deps: IssueDeps;
  readonly store: IssueStore;
  readonly detail: (issue: IssueRecord, actor: Actor) => Promise<IssueDetail>;
};

export const wordsOf = (issue: IssueRecord): TaskWords => {
  const returned = issue.returned !== null && ['draft', 'assigned', 'rectifying'].includes(issue.state);
  return {
    refNo: `台账 ${issue.no}`,
    unitId: issue.unitId,
    unitName: issue.unitName,
    siteName: issue.siteName ?? '',
    subject: issue.description,
    rung: issue.rung,
    returned,
    returnReason: returned ? (issue.returned?.reason ?? '') : '',
    secret: false,
  };
};

type Parts<T extends TaskType> = {
  /** Prefilled values, options and the button's words. */
  readonly view?: (issue: IssueRecord, task: OpenTask, actor: Actor) => Promise<TaskView>;
  /** Why this person may not act on this row: judged for the form and again when it is handed in. */
  readonly allowed: (actor: Actor, issue: IssueRecord) => Result<null>;
  readonly complete: (
    issue: IssueRecord,
    answer: TaskAnswer<T>,
    work: Work,
    task: OpenTask,
  ) => Promise<Result<TaskDone>>;
};

export const issueTask = <T extends TaskType>(desk: Desk, parts: Parts<T>): TaskHandler<T> => {
  const find = async (task: OpenTask, work?: Work): Promise<IssueRecord | null> =>
    desk.store.load(task.refs.issueId ?? '', work?.session ?? null);
  return {
    describe: async (task) => {
      const issue = await find(task);
      if (issue === null) throw new Error(`Expected a ledger row for task ${task.key}`);
      return wordsOf(issue);
    },
    view: async (task, actor) => {
      const issue = await find(task);
      if (issue === null) return {};
      const allowed = parts.allowed(actor, issue);
      return {
        issue: await desk.detail(issue, actor),
        ...(await parts.view?.(issue, task, actor)),
        ...(allowed.ok ? {} : { whyNot: messageOf(allowed.refusal) }),
      };
    },
    complete: async (task, answer, work) => {
      const issue = await find(task, work);
      if (issue === null) return refuse('not_found');
      const allowed = parts.allowed(work.actor, issue);
      return allowed.ok ? parts.complete(issue, answer, work, task) : allowed;
    },
  };
};

const unused = () => Promise.resolve(refuse('not_found'));
/** What a step the county added stands on; its model may name people who may not read the matter itself. */
export const issueMatter = (desk: Desk): MatterDesk => {
  const { describe, view } = issueTask(desk, { allowed: () => ok(null), complete: unused });
  return {
    ref: 'issueId',
    describe,
    view: async (task, actor) => {
      const matter = await desk.store.load(task.refs.issueId ?? '', null);
      return matter !== null && desk.deps.access.can(actor, 'read', 'Issue', matter) ? view(task, actor) : {};
    },
  };
};
