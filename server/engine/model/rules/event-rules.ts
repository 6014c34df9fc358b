// Start, end, intermediate and boundary events: which definitions each may have.
import { extensions, flag, many, one, text, type Element } from '../element.ts';
import { eventDefinitionsOf } from '../event-definition.ts';
import { checkJob } from './activity-rules.ts';
import type { Report, Rule } from './report.ts';

const kindsOf = (event: Element): readonly string[] =>
  eventDefinitionsOf(event).map(({ $type }) => $type.replace(/^bpmn:|EventDefinition$/gu, '').toLowerCase());

const only = (event: Element, ...allowed: readonly string[]): boolean =>
  kindsOf(event).every((kind) => allowed.includes(kind));

export const startEvent: Rule = (event, report) => {
  if (kindsOf(event).length > 1) report(event, "Start event can't have more than one type");
  const parent = event.$parent;
  if (parent?.$type !== 'bpmn:Process' || only(event, 'none', 'message', 'timer', 'signal')) return;
  report(event, 'Start events of processes must be one of: none, message, timer or signal');
};

export const endEvent: Rule = (event, report) => {
  if (many(event, 'outgoing').length > 0)
    report(event, 'End events must not have outgoing sequence flows to other elements.');
  if (kindsOf(event).length > 1) report(event, 'Must have at most one event definition');
  if (!only(event, 'error', 'message', 'terminate', 'signal', 'escalation', 'compensate')) {
    report(event, 'End events must be one of: none, error, message, terminate, signal, escalation or compensation');
  }
  throwing(event, report);
};

export const throwEvent: Rule = (event, report) => {
  if (!only(event, 'message', 'signal', 'escalation', 'link', 'compensate'))
    report(event, 'Event definition of this type is not supported');
  throwing(event, report);
};

function throwing(event: Element, report: Report): void {
  if (!kindsOf(event).includes('message')) return;
  if (extensions(event, 'zeebe:TaskDefinition').length === 1) return checkJob(event, report);
  report(event, "Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element");
}

export const catchEvent: Rule = (event, report) => {
  if (kindsOf(event).length !== 1) return report(event, 'Must have exactly one event definition');
  if (!only(event, 'message', 'timer', 'signal', 'link'))
    report(event, 'Event definition must be one of: message, timer, signal, or link');
  const [definition] = eventDefinitionsOf(event);
  if (
    !kindsOf(event).includes('timer') ||
    one(definition, 'timeDuration') !== undefined ||
    one(definition, 'timeDate') !== undefined
  )
    return;
  report(event, 'Intermediate timer catch event must have either a time duration or a time date.');
};

const errorLike = ['error'];

export const boundaryEvent: Rule = (event, report) => {
  const host = one(event, 'attachedToRef');
  if (host === undefined || !isActivity(host)) report(event, 'Must be attached to an activity');
  if (kindsOf(event).length !== 1) report(event, 'Must have exactly one event definition');
  if (!only(event, 'timer', 'message', 'error', 'signal', 'escalation'))
    report(event, 'Boundary events must be one of: timer, message, error, signal, escalation');
  if (many(event, 'incoming').length > 0) report(event, 'Cannot have incoming sequence flows');
  if (many(event, 'outgoing').length === 0)
    report(event, 'Must have at least one outgoing sequence flow or association');
  interruption(event, event, flag(event, 'cancelActivity', true), report);
  const catchesEscalation = kindsOf(event).includes('escalation') && host !== undefined;
  if (catchesEscalation && !['bpmn:SubProcess', 'bpmn:CallActivity'].includes(host.$type)) {
    report(event, 'An escalation boundary event should only be attached to a subprocess, or a call activity.');
  }
};

const isActivity = ({ $type }: Element): boolean => /(Task|SubProcess|CallActivity|Transaction)$/u.test($type);

/** `place` is where the message goes: the event, or its event subprocess. */
export function interruption(event: Element, place: Element, interrupting: boolean, report: Report): void {
  const [definition] = eventDefinitionsOf(event);
  if (!interrupting && kindsOf(event).some((kind) => errorLike.includes(kind)))
    report(place, 'Non-Interrupting event of this type is not allowed');
  if (interrupting && one(definition, 'timeCycle') !== undefined)
    report(place, 'Interrupting timer event with time cycle is not allowed.');
}

export const eventSubProcess: Rule = (subProcess, report) => {
  const starts = many(subProcess, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');
  const [start] = starts;
  if (starts.length !== 1 || start === undefined) return report(subProcess, 'Must have exactly one start event');
  const kinds = kindsOf(start);
  if (kinds.length === 0 || !only(start, 'message', 'timer', 'error', 'signal', 'escalation')) {
    report(
      subProcess,
      'Start events in event subprocesses must be one of: message, timer, error, signal or escalation',
    );
  }
  interruption(start, subProcess, flag(start, 'isInterrupting', true), report);
};

export const subProcess: Rule = (element, report) => {
  if (flag(element, 'triggeredByEvent', false)) return eventSubProcess(element, report);
  const starts = many(element, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');
  if (starts.length !== 1) report(element, 'Must have exactly one start event');
  else if (starts.some((start) => kindsOf(start).length > 0))
    report(element, 'Start events in subprocesses must be of type none');
};

export const linkDefinition: Rule = (definition, report) => {
  if ((text(definition, 'name') ?? '') === '') report(definition, 'Link name must be present and not empty.');
};
