// Event definitions and the messages, signals, errors and escalations they refer to.
import { extension, extensions, flag, one, text, type Element } from '../element.ts';
import { expressionOf } from '../expression-text.ts';
import { createExpressions } from '../../expression/index.ts';
import { feelProblem, textProblem } from './expression-rules.ts';
import type { Report, Rule } from './report.ts';
import type { TimerKind } from '../graph.ts';

/** Only for texts that need no variables; the time itself does not matter here. */
const constant = createExpressions({ clock: { now: () => 0 }, zone: 'Asia/Shanghai' });

const throws = (event: Element | undefined): boolean =>
  event?.$type === 'bpmn:EndEvent' || event?.$type === 'bpmn:IntermediateThrowEvent';

export const messageDefinition: Rule = (definition, report) => {
  const message = one(definition, 'messageRef');
  if (message === undefined) {
    if (!throws(definition.$parent)) report(definition, 'Must reference a message');
    return;
  }
  checkName(message, report);
  const event = definition.$parent;
  if (!throws(event)) subscription(message, isProcessStart(event), report);
};

export const receivedMessage: Rule = (task, report) => {
  const message = one(task, 'messageRef');
  if (message === undefined) return;
  checkName(message, report);
  subscription(message, false, report);
};

const isProcessStart = (event: Element | undefined): boolean =>
  event?.$type === 'bpmn:StartEvent' && event.$parent?.$type === 'bpmn:Process';

function subscription(message: Element, ofProcessStart: boolean, report: Report): void {
  if (ofProcessStart) return;
  if (extensions(message, 'zeebe:Subscription').length !== 1)
    return report(message, 'Must have exactly one zeebe:subscription extension element');
  const key = text(extension(message, 'zeebe:Subscription'), 'correlationKey');
  const problem = key === '' ? textProblem(key) : feelProblem(key);
  if (problem !== undefined) report(message, problem, 'extensionElements', 'subscription');
}

export const signalDefinition: Rule = (definition, report) => {
  const signal = one(definition, 'signalRef');
  if (signal === undefined) return report(definition, 'Must reference a signal');
  checkName(signal, report);
};

function checkName(named: Element, report: Report): void {
  const name = text(named, 'name') ?? '';
  if (name === '') return report(named, 'Name must be present and not empty');
  const problem = textProblem(name);
  if (problem !== undefined) report(named, problem);
}

/** Process starts know no variables, so their names must be constant. */
export const startName: Rule = (event, report) => {
  if (!isProcessStart(event)) return;
  for (const [definition, ref, kind] of [
    ['MessageEventDefinition', 'messageRef', 'message'],
    ['SignalEventDefinition', 'signalRef', 'signal'],
  ] as const) {
    const found = (event.eventDefinitions as readonly Element[] | undefined)?.find(
      ({ $type }) => $type === `bpmn:${definition}`,
    );
    const name = text(one(found, ref), 'name');
    if (name === undefined || !name.startsWith('=') || textProblem(name) !== undefined) continue;
    const result = constant.evaluate(expressionOf(name), {});
    const type = result.ok ? result.type : 'NULL';
    if (type !== 'STRING')
      report(event, `Expected constant expression of type String for ${kind} name '${name}', but was ${type}`);
  }
};

export const errorDefinition: Rule = (definition, report) => {
  const error = one(definition, 'errorRef');
  const code = text(error, 'errorCode') ?? '';
  if (!throws(definition.$parent)) return catchCode(definition, code, 'errorCode of the error', report);
  if (error === undefined) report(definition, 'Must reference an error');
  else if (code === '') report(definition, 'ErrorCode must be present and not empty');
  else feelIn(definition, code, report);
};

export const escalationDefinition: Rule = (definition, report) => {
  const escalation = one(definition, 'escalationRef');
  const code = text(escalation, 'escalationCode') ?? '';
  if (!throws(definition.$parent)) return catchCode(definition, code, 'escalationCode of the escalation', report);
  if (escalation === undefined) report(definition, 'Must reference an escalation');
  else if (code === '') report(escalation, 'EscalationCode must be present and not empty');
  else feelIn(definition, code, report);
};

function catchCode(definition: Element, code: string, what: string, report: Report): void {
  if (code.startsWith('=')) report(definition, `The ${what} catch event is not allowed to be an expression`);
}

function feelIn(definition: Element, code: string, report: Report): void {
  const problem = textProblem(code);
  if (problem !== undefined) report(definition, problem);
}

const timerParts: readonly (readonly [string, TimerKind])[] = [
  ['timeDuration', 'duration'],
  ['timeDate', 'date'],
  ['timeCycle', 'cycle'],
];

export const timerDefinition: Rule = (definition, report) => {
  const given = timerParts.filter(([part]) => one(definition, part) !== undefined);
  const [first] = given;
  if (given.length !== 1 || first === undefined)
    return report(definition, 'Must be exactly one type of timer: timeDuration, timeDate or timeCycle');
  const [part, timer] = first;
  const source = (text(one(definition, part), 'body') ?? '').trim();
  const problem = source === '' ? undefined : textProblem(source);
  if (problem !== undefined) return report(definition, problem);
  const event = definition.$parent;
  if (event === undefined || (source.startsWith('=') && !isProcessStart(event))) return;
  const planned = constant.timer({ timer, expression: expressionOf(source) }, {});
  if (!planned.ok) report(event, `Invalid timer ${timer} expression (${planned.message})`);
};

export const unsupportedDefinition: Rule = (definition, report) =>
  report(definition, 'Event definition of this type is not supported');

export const isExecutable = (root: Element): boolean =>
  root.$type === 'bpmn:Process' && flag(root, 'isExecutable', false);
