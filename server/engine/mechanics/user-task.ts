// A user task as a job: who may do it, until when, with which form, all as headers.
import type { Expression, UserTaskDefinition } from '../model/index.ts';
import { fail, succeed, type Json, type Outcome } from '../protocol/index.ts';
import type { Context } from './context.ts';
import type { Frame } from './frame.ts';
import { createJob } from './jobs.ts';
import { visibleVariables } from './variables.ts';

const JOB_TYPE = 'io.camunda.zeebe:userTask';
const PREFIX = 'io.camunda.zeebe:';
type Variables = Record<string, Json>;
type Evaluated = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string };

export function prepareUserTask(ctx: Context, frame: Frame, definition: UserTaskDefinition): Outcome<() => void> {
  const headers = userTaskHeaders(ctx, definition, visibleVariables(ctx.state, frame.key));
  if (!headers.ok) return headers;
  return succeed(() => createJob(ctx, frame, JOB_TYPE, 1, headers.value));
}

function userTaskHeaders(
  ctx: Context,
  definition: UserTaskDefinition,
  variables: Variables,
): Outcome<Record<string, string>> {
  const { expressions } = ctx;
  const list = (expression: Expression): Evaluated => {
    const found = expressions.stringList(expression, variables);
    return found.ok ? { ok: true, value: JSON.stringify(found.value) } : found;
  };
  const plain = (expression: Expression): Evaluated => expressions.string(expression, variables);
  const date = (expression: Expression): Evaluated => expressions.dateTime(expression, variables);
  const wanted = [
    ['assignee', definition.assignee, plain],
    ['candidateGroups', definition.candidateGroups, list],
    ['candidateUsers', definition.candidateUsers, list],
    ['dueDate', definition.dueDate, date],
    ['followUpDate', definition.followUpDate, date],
    ['formKey', definition.formKey, plain],
  ] as const;
  const headers: Record<string, string> = { ...definition.headers };
  for (const [name, expression, evaluate] of wanted) {
    if (expression === undefined) continue;
    const found = evaluate(expression);
    if (!found.ok) return fail('EXTRACT_VALUE_ERROR', found.message);
    headers[PREFIX + name] = found.value;
  }
  return definition.formId === undefined ? succeed(headers) : withForm(ctx, definition.formId, variables, headers);
}

function withForm(
  ctx: Context,
  formId: Expression,
  variables: Variables,
  headers: Record<string, string>,
): Outcome<Record<string, string>> {
  const id = ctx.expressions.string(formId, variables);
  if (!id.ok) return fail('EXTRACT_VALUE_ERROR', id.message);
  const form = ctx.state.definitions.forms.latest(id.value);
  if (form !== undefined) return succeed({ ...headers, [`${PREFIX}formKey`]: String(form.key) });
  return fail(
    'FORM_NOT_FOUND',
    `Expected to find a form with id '${id.value}', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id`,
  );
}
