// The Zeebe extensions of activities: mappings, user task, call, decision, script, multi-instance.
import { extension, flag, many, one, text, type Element } from './element.ts';
import { expressionOf, listExpression, optionalExpression } from './expression-text.ts';
import type { FlowNode, Mapping, MultiInstance, UserTaskDefinition } from './graph.ts';
import { headersOf } from './job-definition.ts';
import { present } from './present.ts';

export function mappingsOf(element: Element): { inputs: readonly Mapping[]; outputs: readonly Mapping[] } {
  const io = extension(element, 'zeebe:IoMapping');
  return { inputs: mapped(many(io, 'inputParameters')), outputs: mapped(many(io, 'outputParameters')) };
}

const mapped = (parameters: readonly Element[]): readonly Mapping[] =>
  parameters.map((parameter) => ({
    source: expressionOf(text(parameter, 'source') ?? ''),
    target: text(parameter, 'target') ?? '',
  }));

export function userTaskOf(element: Element): UserTaskDefinition {
  const assignment = extension(element, 'zeebe:AssignmentDefinition');
  const schedule = extension(element, 'zeebe:TaskSchedule');
  const form = extension(element, 'zeebe:FormDefinition');
  return present({
    assignee: optionalExpression(text(assignment, 'assignee')),
    candidateGroups: listExpression(text(assignment, 'candidateGroups')),
    candidateUsers: listExpression(text(assignment, 'candidateUsers')),
    dueDate: optionalExpression(text(schedule, 'dueDate')),
    followUpDate: optionalExpression(text(schedule, 'followUpDate')),
    formKey: optionalExpression(text(form, 'formKey')),
    formId: optionalExpression(text(form, 'formId')),
    headers: headersOf(element),
  });
}

export function callOf(element: Element): FlowNode['call'] {
  const called = extension(element, 'zeebe:CalledElement');
  return {
    processId: expressionOf(text(called, 'processId') ?? ''),
    propagateAllChild: flag(called, 'propagateAllChildVariables', true),
    propagateAllParent: flag(called, 'propagateAllParentVariables', true),
  };
}

export function decisionOf(element: Element): FlowNode['decision'] {
  const called = extension(element, 'zeebe:CalledDecision');
  if (called === undefined) return undefined;
  return {
    decisionId: expressionOf(text(called, 'decisionId') ?? ''),
    resultVariable: text(called, 'resultVariable') ?? '',
  };
}

export function scriptOf(element: Element): FlowNode['script'] {
  const script = extension(element, 'zeebe:Script');
  if (script === undefined) return undefined;
  return {
    expression: expressionOf(text(script, 'expression') ?? ''),
    resultVariable: text(script, 'resultVariable') ?? '',
  };
}

export function multiInstanceOf(element: Element): MultiInstance | undefined {
  const loop = one(element, 'loopCharacteristics');
  if (loop === undefined) return undefined;
  const zeebe = extension(loop, 'zeebe:LoopCharacteristics');
  return present({
    sequential: flag(loop, 'isSequential', false),
    inputCollection: expressionOf(text(zeebe, 'inputCollection') ?? ''),
    inputElement: text(zeebe, 'inputElement'),
    outputCollection: text(zeebe, 'outputCollection'),
    outputElement: optionalExpression(text(zeebe, 'outputElement')),
    completionCondition: optionalExpression(text(one(loop, 'completionCondition'), 'body')?.trim()),
  });
}
