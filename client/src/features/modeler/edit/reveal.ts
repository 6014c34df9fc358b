// Brings an element into view, lets it flash, and opens the field of the properties where something is to do.
import type { Diagram } from '../bpmn/services.ts';

const flashMs = 1500;

/** A finding's field to the entry of the properties panel. */
const entries: Readonly<Record<string, string>> = {
  name: 'name',
  id: 'id',
  documentation: 'documentation',
  candidateGroups: 'assignmentDefinitionCandidateGroups',
  dueDate: 'taskScheduleDueDate',
  formId: 'formId',
  type: 'taskDefinitionType',
  retries: 'taskDefinitionRetries',
  timer: 'timerEventDefinitionValue',
  messageRef: 'messageName',
  conditionExpression: 'conditionExpression',
  decisionId: 'decisionId',
  processId: 'targetProcessId',
};

const drawn = (diagram: Diagram, ids: readonly string[]): string[] => {
  const registry = diagram.get('elementRegistry');
  const root = diagram.get('canvas').getRootElement().id;
  return [...new Set(ids)].filter((id) => id !== root && registry.get(id) !== undefined);
};

export const flash = (diagram: Diagram, ids: readonly string[]): void => {
  const canvas = diagram.get('canvas');
  const shown = drawn(diagram, ids);
  const [first] = shown;
  if (first !== undefined) canvas.scrollToElement(first, 80);
  for (const id of shown) canvas.addMarker(id, 'is-flashing');
  setTimeout(() => {
    for (const id of drawn(diagram, shown)) canvas.removeMarker(id, 'is-flashing');
  }, flashMs);
};

export const reveal = (diagram: Diagram, elementId: string, field: string): void => {
  const registry = diagram.get('elementRegistry');
  const shape = registry.get(elementId) ?? diagram.get('canvas').getRootElement();
  diagram.get('selection').select(shape);
  flash(diagram, [elementId]);
  const entry = entries[field];
  // the panel is drawn anew for the selected element first
  if (entry !== undefined)
    setTimeout(() => diagram.get('eventBus').fire('propertiesPanel.showEntry', { id: entry }), 120);
};
