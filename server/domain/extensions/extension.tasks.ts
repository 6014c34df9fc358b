// 延期初审 and 延期审批: the section endorses, the office or the head decides; nobody decides their own.
import { refuse, type Result } from '../../platform/result.ts';
import type { TaskHandlers, TaskView } from '../../platform/slice.ts';
import { done } from '../../platform/task-done.ts';
import { dayInWords, dayOf } from '../calendar/index.ts';
import { issueTask, otherPerson, personOf, type Extension, type IssueRecord } from '../issues/index.ts';
import { extensionOf, newDueOf, withExtension } from './extension.rules.ts';
import type { ExtensionDeps } from './index.ts';

const open = (issue: IssueRecord): Extension | null =>
  issue.extensions.find(({ state }) => state === 'asked' || state === 'endorsed') ?? null;
const notOwn = (issue: IssueRecord): readonly (Extension['askedBy'] | null)[] => {
  const extension = open(issue);
  return [extension?.askedBy ?? null, extension?.endorsedBy ?? null];
};
const shown = (issue: IssueRecord, id: string | undefined): TaskView => {
  const extension = extensionOf(issue, id ?? '');
  if (extension === null) return {};
  const { newDue, reason, done: doneSoFar } = extension;
  // whoever decides sees the request beside the choice, not only in the row's story
  const askedFor = `${dayInWords(dayOf(newDue))}，现为${dayInWords(dayOf(issue.dueAt))}`;
  return { values: { newDue: dayOf(newDue), askedFor, reason, done: doneSoFar } };
};
const gone = refuse('task_gone');

export const extensionTasks = ({
  issues,
}: ExtensionDeps): Pick<TaskHandlers, 'endorse-extension' | 'decide-extension'> => {
  const change = (
    ...[work, issue, extension, title, detail]: [
      Parameters<typeof issues.advance>[0],
      IssueRecord,
      Extension,
      string,
      string,
    ]
  ): Promise<Result<IssueRecord>> =>
    issues.advance(work, issue, {
      patch: { extensions: withExtension(issue, extension) },
      entry: { kind: 'extension', title, detail, refId: extension.id },
    });
  return {
    'endorse-extension': issueTask<'endorse-extension'>(issues.desk, {
      allowed: (actor, issue) => otherPerson(actor, ...notOwn(issue)),
      view: async (issue, task) => shown(issue, task.refs.extensionId),
      complete: async (issue, answer, work, task) => {
        const extension = extensionOf(issue, task.refs.extensionId ?? '');
        if (extension?.state !== 'asked') return gone;
        const by = personOf(work.actor);
        const changed: Extension = answer.endorsed
          ? { ...extension, state: 'endorsed', endorsedBy: by, opinion: answer.opinion }
          : { ...extension, opinion: answer.opinion, endorsedBy: by, decidedBy: by };
        const step = await change(
          work,
          issue,
          changed,
          answer.endorsed ? '同意上报延期' : '初审不同意延期',
          answer.opinion,
        );
        return done(
          step,
          { endorsed: answer.endorsed },
          answer.endorsed
            ? { zh: '已送审批', en: 'Sent for decision' }
            : { zh: '已退回申请', en: 'The request went back' },
        );
      },
    }),
    'decide-extension': issueTask<'decide-extension'>(issues.desk, {
      allowed: (actor, issue) => otherPerson(actor, ...notOwn(issue)),
      view: async (issue, task) => shown(issue, task.refs.extensionId),
      complete: async (issue, answer, work, task) => {
        const extension = extensionOf(issue, task.refs.extensionId ?? '');
        if (extension?.state !== 'endorsed') return gone;
        const facts = await issues.desk.deps.campaignFacts(issue.campaignId);
        if (facts === null) return refuse('not_found');
        const day = answer.newDue ?? dayOf(extension.newDue);
        const due = answer.granted ? newDueOf(issue, day, facts.settings, work.now) : null;
        if (due !== null && !due.ok) return due;
        const changed: Extension = {
          ...extension,
          newDue: due?.value ?? extension.newDue,
          opinion: answer.opinion,
          decidedBy: personOf(work.actor),
        };
        const step = await change(
          work,
          issue,
          changed,
          answer.granted ? `批准延期至 ${day.slice(0, 10)}` : '不予延期',
          answer.opinion,
        );
        return done(
          step,
          { granted: answer.granted },
          answer.granted
            ? { zh: '已批准延期', en: 'Extension granted' }
            : { zh: '已答复不予延期', en: 'Answered: no extension' },
        );
      },
    }),
  };
};
