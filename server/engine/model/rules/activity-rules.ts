// Tasks and call activities: each has what makes it executable.
import { extension, extensions, many, one, text, type Element } from '../element.ts';
import { feelProblem, optionalTextProblem, pathProblem, textProblem } from './expression-rules.ts';
import type { Report, Rule } from './report.ts';

export const jobTask: Rule = (task, report) => {
  if (extensions(task, 'zeebe:TaskDefinition').length !== 1)
    report(task, "Must have exactly one 'zeebe:taskDefinition' extension element");
  else checkJob(task, report);
};

const eitherOr =
  (own: string, check: Rule): Rule =>
  (task, report) => {
    const name = own.charAt(0).toLowerCase() + own.slice(1);
    const found = extensions(task, `zeebe:${own}`).length + extensions(task, 'zeebe:TaskDefinition').length;
    if (found !== 1)
      report(task, `Must have either one 'zeebe:${name}' or one 'zeebe:taskDefinition' extension element`);
    else if (extension(task, `zeebe:${own}`) !== undefined) check(task, report);
    else checkJob(task, report);
  };

export const businessRuleTask = eitherOr('CalledDecision', (task, report) => {
  const decision = extension(task, 'zeebe:CalledDecision');
  below(task, report, 'calledDecision', textProblem(text(decision, 'decisionId')));
  needResultVariable(task, decision, report, 'calledDecision');
});

export const scriptTask = eitherOr('Script', (task, report) => {
  const script = extension(task, 'zeebe:Script');
  below(task, report, 'script', feelProblem(text(script, 'expression')));
  needResultVariable(task, script, report, 'script');
});

export const sendTask: Rule = (task, report) => {
  if (extensions(task, 'zeebe:TaskDefinition').length === 1) return checkJob(task, report);
  report(task, "Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element");
};

export const receiveTask: Rule = (task, report) => {
  if (one(task, 'messageRef') === undefined) report(task, 'Must reference a message');
};

export const callActivity: Rule = (call, report) => {
  const called = extensions(call, 'zeebe:CalledElement');
  if (called.length !== 1) return report(call, "Must have exactly one 'zeebe:calledElement' extension element");
  below(call, report, 'calledElement', textProblem(text(called[0], 'processId')));
};

export const userTask: Rule = (task, report) => {
  if (extension(task, 'zeebe:UserTask') !== undefined) {
    report(
      task,
      "User tasks with a 'zeebe:userTask' extension element are currently not supported",
      'extensionElements',
      'userTask',
    );
  }
  const assignment = extension(task, 'zeebe:AssignmentDefinition');
  below(task, report, 'assignmentDefinition', optionalTextProblem(text(assignment, 'assignee')));
  for (const name of ['candidateGroups', 'candidateUsers'])
    below(task, report, 'assignmentDefinition', listProblem(text(assignment, name)));
  const schedule = extension(task, 'zeebe:TaskSchedule');
  for (const name of ['dueDate', 'followUpDate'])
    below(task, report, 'taskSchedule', scheduleProblem(text(schedule, name)));
  checkForm(task, report);
};

function checkForm(task: Element, report: Report): void {
  const form = extension(task, 'zeebe:FormDefinition');
  if (form === undefined) return;
  const given = ['formId', 'formKey'].filter((name) => (text(form, name) ?? '').trim() !== '');
  if (given.length !== 1)
    report(
      task,
      "Exactly one of the attributes 'formId, formKey' must be present and not blank",
      'extensionElements',
      'formDefinition',
    );
}

function listProblem(value: string | undefined): string | undefined {
  if (value === undefined || value === '' || value.startsWith('=')) return optionalTextProblem(value);
  const blank = value.split(',').some((item) => item.trim() === '');
  return blank
    ? `Expected static value to be a list of comma-separated values, e.g. 'a,b,c', but found '${value}'.`
    : undefined;
}

function scheduleProblem(value: string | undefined): string | undefined {
  if (value === undefined || value === '' || value.startsWith('=')) return optionalTextProblem(value);
  if (/^\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)(\[[^\]]+\])?$/u.test(value)) return undefined;
  return `Expected static value to be a valid DateTime String, e.g. '2023-03-02T15:35+02:00', but found '${value}'.`;
}

export function checkJob(task: Element, report: Report): void {
  const definition = extension(task, 'zeebe:TaskDefinition');
  below(task, report, 'taskDefinition', textProblem(text(definition, 'type')));
  below(task, report, 'taskDefinition', optionalTextProblem(text(definition, 'retries')));
}

const RESERVED_HEADER = 'io.camunda.zeebe:';

export const headers: Rule = (task, report) => {
  for (const header of many(extension(task, 'zeebe:TaskHeaders'), 'values')) {
    const key = text(header, 'key') ?? '';
    if (!key.startsWith(RESERVED_HEADER)) continue;
    const message = `Attribute 'key' contains '${key}', but header keys starting with '${RESERVED_HEADER}' are reserved for internal use.`;
    report(task, message, 'extensionElements', 'taskHeaders');
  }
};

export const mappings: Rule = (element, report) => {
  const io = extension(element, 'zeebe:IoMapping');
  for (const [name, parameters] of [
    ['input', many(io, 'inputParameters')],
    ['output', many(io, 'outputParameters')],
  ] as const) {
    for (const parameter of parameters) {
      const problem = textProblem(text(parameter, 'source')) ?? pathProblem(text(parameter, 'target'));
      if (problem !== undefined) report(element, problem, 'extensionElements', 'ioMapping', name);
    }
  }
};

export const multiInstance: Rule = (activity, report) => {
  const loop = one(activity, 'loopCharacteristics');
  if (loop === undefined) return;
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics')
    return report(loop, 'Loops of this type are currently not supported');
  const zeebe = extensions(loop, 'zeebe:LoopCharacteristics');
  if (zeebe.length !== 1) return report(loop, "Must have exactly one 'zeebe:loopCharacteristics' extension element");
  for (const problem of loopProblems(zeebe[0])) report(loop, problem, 'extensionElements', 'loopCharacteristics');
  const condition = text(one(loop, 'completionCondition'), 'body');
  const problem = condition === undefined ? undefined : textProblem(condition.trim());
  if (problem !== undefined) report(loop, problem, 'completionCondition');
};

function loopProblems(zeebe: Element | undefined): readonly string[] {
  const given = (name: string): boolean => (text(zeebe, name) ?? '') !== '';
  const pair = (there: string, missing: string): string | undefined =>
    given(there) && !given(missing)
      ? `Attribute '${missing}' must be present if the attribute '${there}' is set`
      : undefined;
  const problems = [
    feelProblem(text(zeebe, 'inputCollection')),
    pair('outputCollection', 'outputElement'),
    pair('outputElement', 'outputCollection'),
    given('outputElement') ? feelProblem(text(zeebe, 'outputElement')) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

function needResultVariable(task: Element, definition: Element | undefined, report: Report, name: string): void {
  const missing = (text(definition, 'resultVariable') ?? '') === '';
  below(task, report, name, missing ? "Attribute 'resultVariable' must be present and not empty" : undefined);
}

function below(task: Element, report: Report, name: string, problem: string | undefined): void {
  if (problem !== undefined) report(task, problem, 'extensionElements', name);
}
