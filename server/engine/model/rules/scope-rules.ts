// Rules about a whole process or subprocess: its starts, and events that must not meet.
import { many, one, text, type Element } from '../element.ts';
import { eventDefinitionsOf } from '../event-definition.ts';
import type { Rule } from './report.ts';

const startsOf = (scope: Element): readonly Element[] =>
  many(scope, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');

export const processStarts: Rule = (process, report) => {
  const starts = startsOf(process);
  if (starts.length === 0) report(process, 'Must have at least one start event');
  if (starts.filter((start) => eventDefinitionsOf(start).length === 0).length > 1)
    report(process, 'Multiple none start events are not allowed');
  for (const message of repeated(
    starts.flatMap(definitionsOf('bpmn:MessageEventDefinition')).map((definition) => one(definition, 'messageRef')),
  )) {
    if (message !== undefined) report(message, 'A message cannot be referred by more than one start event');
  }
};

/** Two catch events of one scope must not wait for the same thing. */
export const sameEvents: Rule = (scope, report) => {
  const children = many(scope, 'flowElements');
  const starts = children.filter(({ triggeredByEvent }) => triggeredByEvent === true).flatMap(startsOf);
  reportRepeated(scope, starts, report);
  for (const host of children) {
    reportRepeated(
      host,
      children.filter((child) => child.$type === 'bpmn:BoundaryEvent' && one(child, 'attachedToRef') === host),
      report,
    );
  }
  links(scope, report);
};

function reportRepeated(place: Element, events: readonly Element[], report: Parameters<Rule>[1]): void {
  for (const name of repeated(namesIn(events, 'Message', 'messageRef', 'name'))) {
    report(place, `Multiple message event definitions with the same name '${name}' are not allowed.`);
  }
  for (const code of repeated(namesIn(events, 'Error', 'errorRef', 'errorCode'))) {
    report(
      place,
      `Multiple error catch events with the same error code '${code}' are not supported on the same scope.`,
    );
  }
  for (const code of repeated(namesIn(events, 'Escalation', 'escalationRef', 'escalationCode'))) {
    report(
      place,
      `Multiple escalation catch events with the same escalation code '${code}' are not supported on the same scope.`,
    );
  }
}

const namesIn = (events: readonly Element[], kind: string, ref: string, attribute: string): readonly string[] =>
  events
    .flatMap(definitionsOf(`bpmn:${kind}EventDefinition`))
    .map((definition) => text(one(definition, ref), attribute) ?? '');

const definitionsOf =
  (type: string) =>
  (event: Element): readonly Element[] =>
    eventDefinitionsOf(event).filter(({ $type }) => $type === type);

function links(scope: Element, report: Parameters<Rule>[1]): void {
  const children = many(scope, 'flowElements');
  const named = (type: string): readonly string[] =>
    children
      .filter(({ $type }) => $type === type)
      .flatMap(definitionsOf('bpmn:LinkEventDefinition'))
      .map((link) => text(link, 'name') ?? '');
  const caught = named('bpmn:IntermediateCatchEvent');
  for (const name of repeated(caught))
    report(scope, `Multiple intermediate catch link event definitions with the same name '${name}' are not allowed.`);
  for (const name of new Set(named('bpmn:IntermediateThrowEvent'))) {
    if (name !== '' && !caught.includes(name))
      report(scope, `Can't find an catch link event for the throw link event with the name '${name}'.`);
  }
}

const repeated = <T>(items: readonly T[]): readonly T[] => [
  ...new Set(items.filter((item, index) => items.indexOf(item) !== index)),
];
