// A step the county added: it is answered by its own form, and stands in the inbox with the words of its matter.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { MatterDesk, OpenTask, TaskDone, TaskRefs, TaskView, TaskWords } from '../../platform/slice.ts';
import type { Actor, Json } from '../../platform/slice.ts';
import type { Instances } from '../instances/index.ts';
import { readAnswer } from './own-form/form-answer.ts';
import { readFields } from './own-form/form-fields.ts';
import { variablesOf } from './own-form/form-variables.ts';
import type { TaskDoc } from './task.model.ts';

export type Matters = () => readonly MatterDesk[];
type Done = TaskDone & { readonly answer: Readonly<Record<string, Json>> };

/** The narrowest matter speaks for the task. */
const order: readonly (keyof TaskRefs)[] = ['escalationId', 'inspectionId', 'issueId', 'caseId', 'campaignId'];
const deskFor = (matters: Matters, refs: TaskRefs): MatterDesk | undefined => {
  const ref = order.find((name) => refs[name] !== undefined);
  return ref === undefined ? undefined : matters().find((desk) => desk.ref === ref);
};

export const describeOwn = async (matters: Matters, task: OpenTask): Promise<TaskWords | null> =>
  (await deskFor(matters, task.refs)?.describe(task)) ?? null;
export const viewOwn = async (matters: Matters, task: OpenTask, actor: Actor): Promise<TaskView> =>
  (await deskFor(matters, task.refs)?.view(task, actor)) ?? {};

/** The form the job was made with; a task of the server's own goes by the form of its id even after it was moved. */
export const formOf = async (
  instances: Instances,
  task: Pick<TaskDoc, 'formKey' | 'type'>,
  known: boolean,
): Promise<{ readonly id: string; readonly components: Record<string, unknown>[] } | null> => {
  const given = task.formKey === '' ? null : await instances.form(task.formKey);
  const found = given === null || (known && given.formId !== task.type) ? await instances.latestForm(task.type) : given;
  const form = found ?? given;
  if (form === null) return null;
  const schema = JSON.parse(form.content) as { id?: string; components?: Record<string, unknown>[] };
  return { id: schema.id ?? form.formId, components: schema.components ?? [] };
};

export const completeOwn = async (
  instances: Instances,
  task: TaskDoc,
  values: Readonly<Record<string, unknown>>,
): Promise<Result<Done>> => {
  const form = await formOf(instances, task, false);
  if (form === null)
    return refuse('rule_refused', {
      message: {
        zh: '这一步没有表单，请联系管理员在流程模型里关联表单。',
        en: 'This step has no form; ask the administrator to link one.',
      },
    });
  const fields = readFields(form.components);
  const answer = readAnswer(fields, values);
  if (!answer.ok) return answer;
  return ok({
    variables: variablesOf(fields, answer.value, task.secret),
    message: { zh: '已提交', en: 'Submitted' },
    answer: answer.value,
  });
};
