// What an event waits for or throws.
import { extension, many, one, text, type Element } from './element.ts';
import { expressionOf, optionalExpression } from './expression-text.ts';
import type { EventDefinition, Expression, TimerKind } from './graph.ts';
import { jobOf } from './job-definition.ts';
import { present } from './present.ts';

export const eventDefinitionsOf = (element: Element): readonly Element[] => many(element, 'eventDefinitions');

export function eventOf(element: Element): EventDefinition {
  const definition = eventDefinitionsOf(element)[0];
  if (definition === undefined) return { type: 'none' };
  const read = readers[definition.$type];
  if (read === undefined) throw new Error(`event definition ${definition.$type} passed validation`);
  return read(definition, element);
}

const readers: Readonly<Record<string, (definition: Element, event: Element) => EventDefinition>> = {
  'bpmn:TimerEventDefinition': timerOf,
  'bpmn:MessageEventDefinition': (definition, event) =>
    messageEventOf(one(definition, 'messageRef'), jobOf(definition) ?? jobOf(event)),
  'bpmn:SignalEventDefinition': (definition) => ({ type: 'signal', name: nameOf(one(definition, 'signalRef')) }),
  'bpmn:ErrorEventDefinition': (definition) =>
    present({ type: 'error' as const, code: codeOf(definition, 'errorRef', 'errorCode') }),
  'bpmn:EscalationEventDefinition': (definition) =>
    present({ type: 'escalation' as const, code: codeOf(definition, 'escalationRef', 'escalationCode') }),
  'bpmn:LinkEventDefinition': (definition) => ({ type: 'link', name: text(definition, 'name') ?? '' }),
  'bpmn:TerminateEventDefinition': () => ({ type: 'terminate' }),
};

export function messageEventOf(message: Element | undefined, job?: ReturnType<typeof jobOf>): EventDefinition {
  const correlationKey = optionalExpression(text(extension(message, 'zeebe:Subscription'), 'correlationKey'));
  return present({ type: 'message' as const, name: nameOf(message), correlationKey, job });
}

const nameOf = (element: Element | undefined): Expression => expressionOf(text(element, 'name') ?? '');

const codeOf = (definition: Element, ref: string, attribute: string): Expression | undefined =>
  optionalExpression(text(one(definition, ref), attribute));

const timerParts: readonly (readonly [string, TimerKind])[] = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
];

function timerOf(definition: Element): EventDefinition {
  for (const [part, timer] of timerParts) {
    const body = text(one(definition, part), 'body');
    if (body !== undefined) return { type: 'timer', timer, expression: expressionOf(body.trim()) };
  }
  throw new Error('a timer without a time passed validation');
}
