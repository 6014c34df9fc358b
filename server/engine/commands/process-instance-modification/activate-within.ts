// Activates an element inside a running instance, creating the scopes that are missing around it.
import {
  childValue,
  eventSubProcessStarts,
  frameOf,
  frameOfInstance,
  nodeById,
  setLocal,
  splitDocument,
  subscribe,
  boundariesOf,
  type Context,
  type Frame,
} from '../../mechanics/index.ts';
import type { FlowNode } from '../../model/index.ts';

export type ScopedVariables = { readonly elementId: string; readonly variables: string };

export function activateProcessScope(ctx: Context, root: Frame): void {
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATING', root.key, root.value);
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATED', root.key, root.value);
  subscribe(ctx, root, eventSubProcessStarts(root));
}

/** Returns the keys of the scopes that now hold the element, outermost last. */
export function activateWithin(
  ctx: Context,
  root: Frame,
  elementId: string,
  ancestorKey: number | undefined,
  variables: readonly ScopedVariables[],
): number[] {
  const node = nodeById(root.process, elementId);
  let scope = root;
  const keys = [root.key];
  give(ctx, root, root.process.id, variables);
  for (const scopeNode of scopesAround(root, node)) {
    const found = existing(ctx, scope, scopeNode, ancestorKey);
    scope = found ?? open(ctx, scope, scopeNode, variables);
    if (found !== undefined) give(ctx, found, scopeNode.id, variables);
    keys.push(scope.key);
  }
  const key = ctx.nextKey();
  const value = childValue(scope, node);
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', key, value);
  for (const entry of variables)
    if (entry.elementId === elementId) setLocal(ctx, value, key, splitDocument(entry.variables));
  return keys.reverse();
}

/** Sub-processes between the process and the node, outermost first. */
function scopesAround(root: Frame, node: FlowNode): FlowNode[] {
  const scopes: FlowNode[] = [];
  for (let id = node.scopeId; id !== root.process.id; id = nodeById(root.process, id).scopeId)
    scopes.unshift(nodeById(root.process, id));
  return scopes;
}

function existing(ctx: Context, scope: Frame, node: FlowNode, ancestorKey: number | undefined): Frame | undefined {
  const candidates = ctx.state.elements
    .children(scope.key)
    .filter(({ value, state }) => value.elementId === node.id && state === 'ELEMENT_ACTIVATED');
  const chosen = candidates.find(({ key }) => key === ancestorKey) ?? candidates[0];
  return chosen && frameOfInstance(ctx.state, chosen);
}

function open(ctx: Context, scope: Frame, node: FlowNode, variables: readonly ScopedVariables[]): Frame {
  const key = ctx.nextKey();
  const frame = frameOf(ctx.state, key, childValue(scope, node));
  give(ctx, frame, node.id, variables);
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATING', key, frame.value);
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATED', key, frame.value);
  subscribe(ctx, frame, [...boundariesOf(frame), ...eventSubProcessStarts(frame)]);
  return frame;
}

function give(ctx: Context, frame: Frame, elementId: string, variables: readonly ScopedVariables[]): void {
  for (const entry of variables)
    if (entry.elementId === elementId || (entry.elementId === '' && frame.node === undefined))
      setLocal(ctx, frame.value, frame.key, splitDocument(entry.variables));
}
