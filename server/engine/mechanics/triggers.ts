// Events that were caught: kept until their element acts on them, then taken once.
import type { Context } from './context.ts';
import type { Frame } from './frame.ts';

export function rememberTrigger(
  ctx: Context,
  scope: Frame,
  targetElementId: string,
  variables: string,
  interrupts = false,
): void {
  const { processDefinitionKey, processInstanceKey } = scope.value;
  ctx.emit('PROCESS_EVENT.TRIGGERING', ctx.nextKey(), {
    scopeKey: scope.key,
    targetElementId,
    variables,
    processDefinitionKey,
    processInstanceKey,
    ...(interrupts ? { interrupts } : {}),
  });
}

/** The variables of the oldest event caught for the scope, or for one target in it; empty when there was none. */
export function takeTrigger(ctx: Context, scope: Frame, target?: string): string {
  const trigger = ctx.state.triggers
    .all(scope.key)
    .find(({ targetElementId }) => target === undefined || targetElementId === target);
  if (trigger === undefined) return '{}';
  const { processDefinitionKey, processInstanceKey } = scope.value;
  const { key, targetElementId, variables } = trigger;
  ctx.emit('PROCESS_EVENT.TRIGGERED', key, {
    scopeKey: scope.key,
    targetElementId,
    variables,
    processDefinitionKey,
    processInstanceKey,
  });
  return variables;
}
