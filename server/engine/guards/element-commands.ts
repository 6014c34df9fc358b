// Preconditions of the element lifecycle; behaviours assume that they hold.
import { isOpen, nodeOf, type Context, type Frame } from '../mechanics/index.ts';
import { reject, type ProcessInstanceValue, type Rejection } from '../protocol/index.ts';
import type { ElementInstance } from '../state/index.ts';

type Checked = { readonly ok: true } | Rejection;
const fine: Checked = { ok: true };

/** The scope takes new elements, and a join has a token on each of its flows. */
export function mayActivate(ctx: Context, frame: Frame): Checked {
  const { flowScopeKey, elementId, flows } = frame.value;
  if (flowScopeKey <= 0) return fine;
  const scope = ctx.state.elements.get(flowScopeKey);
  // An interrupted scope is open to the event sub-process that interrupted it, and to nothing else.
  const takesOver = frame.node?.type === 'eventSubProcess' && scope?.state === 'ELEMENT_ACTIVATED';
  if (!takesOver && !isOpen(scope))
    return reject(
      'INVALID_STATE',
      `Expected flow scope instance with key '${flowScopeKey}' to be active, but it is not`,
    );
  if (flows === undefined || frame.node?.type !== 'parallelGateway') return fine;
  const taken = ctx.state.elements.takenFlows(flowScopeKey, elementId);
  if (taken.length >= nodeOf(frame).incoming.length) return fine;
  return reject(
    'INVALID_STATE',
    `Expected to be able to activate parallel gateway '${elementId}', but not all sequence flows have been taken`,
  );
}

export function mayComplete(ctx: Context, key: number): Checked {
  const instance = ctx.state.elements.get(key);
  if (instance?.state !== 'ELEMENT_ACTIVATED') return wrongState(instance, key, 'ELEMENT_ACTIVATED');
  return instance.children === 0 ? fine : wrongState(instance, key, 'ELEMENT_ACTIVATED without children');
}

export function mayTerminate(ctx: Context, key: number): Checked {
  const instance = ctx.state.elements.get(key);
  return instance !== undefined && instance.state !== 'ELEMENT_TERMINATING'
    ? fine
    : wrongState(instance, key, 'ELEMENT_ACTIVATING, ELEMENT_ACTIVATED or ELEMENT_COMPLETING');
}

const wrongState = (instance: ElementInstance | undefined, key: number, expected: string): Rejection =>
  reject(
    'INVALID_STATE',
    `Expected element instance with key '${key}' to be in state ${expected}, but it is ${instance?.state ?? 'gone'}`,
  );

/** A join uses up one token of each incoming flow. */
export function flowsUsed({ value: { loopItem: _, ...value }, node }: Frame): ProcessInstanceValue {
  if (value.flows === undefined || node?.type !== 'parallelGateway') return value;
  return { ...value, flows: node.incoming.length, joined: node.incoming };
}
