// Whether a running case can continue on another version, and as what: the limits of Zeebe 8.5, told before anybody asks for it.
import type { ModelFacts } from '../../../processes/lint/index.ts';
import type { ElementMapping } from '../../platform/slice.ts';
import type { InstanceDoc } from '../instances/index.ts';

export type Process = ModelFacts['processes'][number];
export type Node = Process['nodes'][number];
export type StayCode =
  | 'eventSubProcess'
  | 'newEventSubProcess'
  | 'lostStep'
  | 'waitingEvent'
  | 'multiInstance'
  | 'incident'
  | 'boundary'
  | 'newBoundary'
  | 'messageBoundary'
  | 'scope'
  | 'otherType'
  | 'ended'
  | 'other';
export type Stay = { readonly code: StayCode; readonly elementId: string };

const steps: ReadonlySet<string> = new Set([
  'userTask',
  'serviceTask',
  'sendTask',
  'scriptTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
]);
const stepTypes: ReadonlySet<string> = new Set([
  'USER_TASK',
  'SERVICE_TASK',
  'SEND_TASK',
  'SCRIPT_TASK',
  'BUSINESS_RULE_TASK',
  'CALL_ACTIVITY',
  'SUB_PROCESS',
]);

const stepsOf = ({ nodes }: Process): Node[] =>
  nodes.filter(({ type, eventSubProcess }) => steps.has(type) && !eventSubProcess);
const nodeIn = ({ nodes }: Process, id: string): Node | undefined => nodes.find((node) => node.id === id);
const boundariesOn = ({ nodes }: Process, id: string): Node[] => nodes.filter(({ host }) => host === id);
export const hasEventSubProcess = ({ nodes }: Process): boolean => nodes.some(({ eventSubProcess }) => eventSubProcess);

/** Steps of the old version that the new one has no more. */
export const lostSteps = (source: Process, target: Process): Node[] =>
  stepsOf(source).filter(({ id, type }) => nodeIn(target, id)?.type !== type);
export const choicesFor = (lost: Node, target: Process): Node[] =>
  stepsOf(target).filter(({ type }) => type === lost.type);

/** Every step by its own id, a lost one as it was chosen; steps only, since the engine refuses a mapped event. */
export const mappingFor = (source: Process, target: Process, chosen: readonly ElementMapping[]): ElementMapping[] =>
  stepsOf(source).flatMap(({ id, type }) => {
    const to = nodeIn(target, id)?.type === type ? id : chosen.find(({ from }) => from === id)?.to;
    return to !== undefined && nodeIn(target, to)?.type === type ? [{ from: id, to }] : [];
  });

type Case = Pick<InstanceDoc, 'elements' | 'incidents'>;
type Versions = { readonly source: Process; readonly target: Process };

/** Null where it can be moved. The engine says the last word. */
export const staysBecause = (
  { elements, incidents }: Case,
  { source, target }: Versions,
  mapping: readonly ElementMapping[],
): Stay | null => {
  if (hasEventSubProcess(source)) return { code: 'eventSubProcess', elementId: '' };
  if (hasEventSubProcess(target)) return { code: 'newEventSubProcess', elementId: '' };
  const ids = new Map(mapping.map(({ from, to }) => [from, to]));
  for (const { e, t } of elements.filter(({ s }) => s === 'active')) {
    const code = stepStays(e, t, { source, target }, ids) ?? (incidents > 0 ? 'incident' : null);
    if (code !== null) return { code, elementId: e };
  }
  return null;
};

const stepStays = (
  id: string,
  type: string,
  { source, target }: Versions,
  ids: ReadonlyMap<string, string>,
): StayCode | null => {
  if (type === 'MULTI_INSTANCE_BODY') return 'multiInstance';
  if (!stepTypes.has(type)) return 'waitingEvent';
  const to = ids.get(id);
  if (to === undefined) return 'lostStep';
  const before = boundariesOn(source, id);
  if (before.some(({ event }) => event !== 'message')) return 'boundary';
  const after = boundariesOn(target, to);
  if (after.some(({ event }) => event !== 'message')) return 'newBoundary';
  if (before.some(({ message }) => after.some((other) => other.message?.name === message?.name)))
    return 'messageBoundary';
  const scope = nodeIn(source, id)?.parent ?? '';
  return nodeIn(target, to)?.parent === (scope === '' ? '' : ids.get(scope)) ? null : 'scope';
};
