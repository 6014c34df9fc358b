// Completing a task: the answer checked, the domain changed and the engine told in one transaction.
import type { Text } from '#contracts/problem.ts';
import { answerWords, taskAnswers, type TaskAnswer, type TaskType } from '#contracts/task-answers.ts';
import { faultWords } from '../../platform/http/fault-words.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, TaskDone, TaskHandler, TaskHandlers, Transact, Work } from '../../platform/slice.ts';
import type { Instances } from '../instances/index.ts';
import { inGroups, maySee } from './task.access.ts';
import { clearKept, type TaskDoc, type TaskModels } from './task.model.ts';
import { completeOwn } from './task.own-form.ts';
import { openTaskOf } from './task.words.ts';

type Completed = { key: string; at: string; message: Text };
type Deps = {
  readonly models: TaskModels;
  readonly handlers: () => TaskHandlers;
  readonly instances: Instances;
  readonly transact: Transact;
};
type Done = TaskDone & { readonly answer?: TaskDoc['answer'] };

/** Who took it or what withdrew it, so that the page can say more than "too late". */
const goneMessage = (task: TaskDoc): Result<never> =>
  task.completedById !== null
    ? refuse('task_gone', {
        message: {
          zh: `这项任务已由${task.completedByName}办结；填写的内容还在。`,
          en: `${task.completedByName} has finished this task; what you typed is kept.`,
        },
        details: { by: task.completedByName, at: task.endedAt?.toISOString() },
      })
    : refuse('task_gone', {
        message: {
          zh: '这项任务已被流程撤回（期限、撤销或升级）；填写的内容还在。',
          en: 'The process withdrew this task; what you typed is kept.',
        },
      });

const guard = (task: TaskDoc | null, actor: Actor): Result<TaskDoc> => {
  if (task === null || !maySee(task, actor)) return refuse('not_found');
  if (task.state !== 'open') return goneMessage(task);
  if (task.assigneeId !== null && task.assigneeId !== actor.userId)
    return refuse('task_held', {
      message: {
        zh: `这项任务正由${task.assigneeName}办理；填写的内容还在。`,
        en: `${task.assigneeName} holds this task; what you typed is kept.`,
      },
      details: { holder: task.assigneeName },
    });
  if (task.assigneeId === null && !inGroups(task, actor)) return refuse('forbidden');
  return ok(task);
};

const parseAnswer = (type: TaskType, values: Record<string, unknown>): Result<TaskAnswer<TaskType>> => {
  const parsed = taskAnswers[type].safeParse(values);
  if (parsed.success) return ok(parsed.data as TaskAnswer<TaskType>);
  return refuse('invalid_form', {
    fields: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: answerWords.get(issue.message) ?? faultWords(issue),
    })),
  });
};

/** By the rules of its kind; a step nobody wrote rules for by its own form. */
const handIn = async (
  { handlers, instances }: Deps,
  task: TaskDoc,
  values: Record<string, unknown>,
  work: Work,
): Promise<Result<Done>> => {
  const type = task.type as TaskType;
  const handler = handlers()[type] as TaskHandler<TaskType> | undefined;
  if (handler === undefined) return completeOwn(instances, task, values);
  const answer = parseAnswer(type, values);
  return answer.ok ? handler.complete(openTaskOf(task), answer.value, work) : answer;
};

export const createCompletion =
  (deps: Deps) =>
  (actor: Actor, key: string, values: Record<string, unknown>, idempotencyKey: string): Promise<Result<Completed>> =>
    deps.transact<Completed>(actor, async (work) => {
      const { tasks } = deps.models;
      const found = await tasks.findById(key).session(work.session).lean<TaskDoc>();
      // the same submission again, after a lost answer
      if (found !== null && found.completionKey === idempotencyKey && found.completedById === actor.userId)
        return ok({ key, at: (found.endedAt ?? work.now).toISOString(), message: { zh: '已提交', en: 'Submitted' } });
      const guarded = guard(found, actor);
      if (!guarded.ok) return guarded;
      const task = guarded.value;
      const done = await handIn(deps, task, values, work);
      if (!done.ok) return done;
      await tasks.updateOne(
        { _id: key },
        {
          $set: {
            state: 'completing',
            completedById: actor.userId,
            completedByName: actor.name,
            completionKey: idempotencyKey,
            endedAt: work.now,
            ...(done.value.answer === undefined ? {} : { answer: done.value.answer }),
          },
        },
        { session: work.session },
      );
      await clearKept(deps.models, task, work.session);
      work.send({ kind: 'completeJob', jobKey: key, variables: done.value.variables });
      work.audit({
        action: `task.complete.${task.type}`,
        object: 'task',
        objectId: key,
        summary: `${task.title} ${task.refNo}`.trim(),
        barred: task.barred ?? [],
      });
      work.change({
        topic: 'task',
        id: key,
        what: 'ended',
        to: [...task.groups, `user:${actor.userId}`],
        except: task.barred ?? [],
      });
      return ok({ key, at: work.now.toISOString(), message: done.value.message });
    });
