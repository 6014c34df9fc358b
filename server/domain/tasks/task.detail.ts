// One task with its form, its draft and the case beside it.
import type { Text } from '#contracts/problem.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import type { TaskType } from '#contracts/task-answers.ts';
import type { Clock } from '../../platform/clock.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, TaskHandlers } from '../../platform/slice.ts';
import type { Instances } from '../instances/index.ts';
import { mayDo, maySee, mayWatch } from './task.access.ts';
import type { DraftDoc, SnoozeDoc, TaskDoc, TaskModels } from './task.model.ts';
import { presentTask, type DueView } from './task.presenter.ts';
import { formOf, viewOwn, type Matters } from './task.own-form.ts';
import { openTaskOf } from './task.words.ts';

type Deps = {
  readonly models: TaskModels;
  readonly instances: Instances;
  readonly handlers: () => TaskHandlers;
  readonly matters: Matters;
  readonly clock: Clock;
  readonly dueView: DueView;
};

const notNow = (task: TaskDoc, actor: Actor): Text | null => {
  if (task.state !== 'open') return { zh: '这项任务已经办结', en: 'This task is done' };
  return task.assigneeId === null || task.assigneeId === actor.userId
    ? null
    : { zh: `由${task.assigneeName}办理中`, en: `${task.assigneeName} is working on it` };
};

export const createTaskDetail = (deps: Deps) => {
  const form = async (task: TaskDoc, known: boolean): Promise<TaskDetail['form']> =>
    (await formOf(deps.instances, task, known)) ?? { id: task.type, components: [] };
  const watched = async (task: TaskDoc): Promise<TaskDetail> => ({
    task: presentTask(task, new Date(deps.clock.now()), deps.dueView),
    watching: true,
    form: { id: task.type, components: [] },
    values: {},
    mayComplete: false,
    whyNot: null,
    recallSeconds: null,
    draft: null,
    strip: await deps.instances.strip(task.instanceKey),
    issue: null,
    case: null,
    inspection: null,
    escalation: null,
    campaign: null,
    options: {},
  });
  return async (actor: Actor, key: string): Promise<Result<TaskDetail>> => {
    const task = await deps.models.tasks.findById(key).lean<TaskDoc>();
    if (task === null) return refuse('not_found');
    if (!maySee(task, actor)) return mayWatch(task, actor) ? ok(await watched(task)) : refuse('not_found');
    const handler = deps.handlers()[task.type as TaskType];
    const open = openTaskOf(task);
    const view = handler === undefined ? await viewOwn(deps.matters, open, actor) : await handler.view(open, actor);
    const draft = await deps.models.drafts.findById(`${key}:${actor.userId}`).lean<DraftDoc>();
    const snoozed = await deps.models.snoozes.findById(`${key}:${actor.userId}`).lean<SnoozeDoc>();
    const may = task.state === 'open' && mayDo(task, actor) && view.whyNot === undefined;
    return ok({
      task: presentTask(task, new Date(deps.clock.now()), deps.dueView, snoozed?.until ?? null),
      watching: false,
      form: await form(task, handler !== undefined),
      values: task.answer ?? view.values ?? {},
      mayComplete: may,
      whyNot: view.whyNot ?? notNow(task, actor),
      recallSeconds: view.recallSeconds ?? null,
      draft:
        draft === null ? null : { values: draft.values, savedAt: draft.savedAt.toISOString(), version: draft.version },
      strip: await deps.instances.strip(task.instanceKey),
      issue: view.issue ?? null,
      case: view.case ?? null,
      inspection: view.inspection ?? null,
      escalation: view.escalation ?? null,
      campaign: view.campaign ?? null,
      options: view.options ?? {},
    });
  };
};
