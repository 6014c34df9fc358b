// Gateways and sequence flows.
import { many, one, text, type Element } from '../element.ts';
import { feelProblem, staticProblem } from './expression-rules.ts';
import type { Rule } from './report.ts';

const conditionOf = (flow: Element): string | undefined => {
  const condition = one(flow, 'conditionExpression');
  return condition === undefined ? undefined : (text(condition, 'body') ?? '').trim();
};

export const exclusiveGateway: Rule = (gateway, report) => {
  forkConditions(gateway, 'Must have a condition or be default flow', report);
  defaultStartsHere(gateway, report);
};

export const inclusiveGateway: Rule = (gateway, report) => {
  if (many(gateway, 'incoming').length > 1)
    report(gateway, 'Currently the inclusive gateway can only have one incoming sequence flow');
  forkConditions(gateway, 'Must have a condition', report);
  defaultStartsHere(gateway, report);
};

const forkConditions = (gateway: Element, message: string, report: Parameters<Rule>[1]): void => {
  const flows = many(gateway, 'outgoing');
  if (flows.length < 2) return;
  for (const flow of flows)
    if (one(gateway, 'default') !== flow && conditionOf(flow) === undefined) report(flow, message);
};

const defaultStartsHere: Rule = (gateway, report) => {
  const flow = one(gateway, 'default');
  if (flow !== undefined && one(flow, 'sourceRef') !== gateway) report(gateway, 'Default flow must start at gateway');
};

export const sequenceFlow: Rule = (flow, report) => {
  const condition = conditionOf(flow);
  if (condition === undefined) return;
  const problem = condition === '' ? staticProblem('') : feelProblem(condition);
  if (problem !== undefined) report(flow, problem, 'conditionExpression');
  const source = one(flow, 'sourceRef');
  if (source === undefined || ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(source.$type)) return;
  report(source, 'Conditional sequence flows are only supported at exclusive or inclusive gateway');
};

const caught = ['bpmn:MessageEventDefinition', 'bpmn:TimerEventDefinition', 'bpmn:SignalEventDefinition'];

export const eventBasedGateway: Rule = (gateway, report) => {
  const targets = many(gateway, 'outgoing').map((flow) => one(flow, 'targetRef'));
  if (targets.length < 2) report(gateway, 'Event-based gateway must have at least 2 outgoing sequence flows.');
  if (!targets.every(isCaught)) {
    report(
      gateway,
      'Event-based gateway must not have an outgoing sequence flow to other elements than message/timer/signal intermediate catch events.',
    );
  }
  if (targets.some((target) => many(target, 'incoming').length > 1)) {
    report(
      gateway,
      'Target elements of an event gateway must not have any additional incoming sequence flows other than that from the event gateway.',
    );
  }
};

const isCaught = (target: Element | undefined): boolean =>
  target?.$type === 'bpmn:IntermediateCatchEvent' &&
  many(target, 'eventDefinitions').every(({ $type }) => caught.includes($type));
