// Start events of the newest version listen; those of the version before fall silent.
import { nodeById, type Context } from '../../mechanics/index.ts';
import type { FlowNode } from '../../model/index.ts';
import type { ProcessDefinition } from '../../state/index.ts';

const startsOf = ({ value: { executable } }: ProcessDefinition): FlowNode[] =>
  executable.scope.startEventIds.map((id) => nodeById(executable, id));

export function openStartTimers(ctx: Context, definition: ProcessDefinition): void {
  for (const node of startsOf(definition)) {
    if (node.event?.type !== 'timer') continue;
    const plan = ctx.expressions.timer(node.event, {});
    if (!plan.ok) continue;
    const value = { targetElementId: node.id, ...plan.value, processDefinitionKey: definition.key };
    ctx.emit('TIMER.CREATED', ctx.nextKey(), { ...value, processInstanceKey: -1, elementInstanceKey: -1 });
  }
}

export function closeStartTimers(ctx: Context, processDefinitionKey: number): void {
  for (const timer of ctx.state.timers.ofProcess(processDefinitionKey))
    ctx.emit('TIMER.CANCELED', timer.key, timer.value);
}

export function openStarts(ctx: Context, definition: ProcessDefinition): void {
  for (const node of startsOf(definition)) openStart(ctx, definition, node);
}

export function closeStarts(ctx: Context, processDefinitionKey: number): void {
  for (const start of ctx.state.messageSubscriptions.startsOf(processDefinitionKey))
    ctx.emit('MESSAGE_START_EVENT_SUBSCRIPTION.DELETED', start.key, start.value);
  for (const start of ctx.state.signalSubscriptions.startsOf(processDefinitionKey))
    ctx.emit('SIGNAL_SUBSCRIPTION.DELETED', start.key, start.value);
}

function openStart(
  ctx: Context,
  { id: bpmnProcessId, key: processDefinitionKey }: ProcessDefinition,
  node: FlowNode,
): void {
  const { event } = node;
  if (event?.type === 'message') {
    const messageName = nameOf(ctx, event.name);
    const value = { correlationKey: '', messageName, startEventId: node.id, messageKey: -1, processDefinitionKey };
    const rest = { bpmnProcessId, processInstanceKey: -1, variables: '{}' };
    ctx.emit('MESSAGE_START_EVENT_SUBSCRIPTION.CREATED', ctx.nextKey(), { ...value, ...rest });
  }
  if (event?.type === 'signal') {
    const value = { signalName: nameOf(ctx, event.name), catchEventId: node.id, catchEventInstanceKey: -1 };
    ctx.emit('SIGNAL_SUBSCRIPTION.CREATED', ctx.nextKey(), { ...value, processDefinitionKey, bpmnProcessId });
  }
}

function nameOf(ctx: Context, expression: Parameters<Context['expressions']['string']>[0]): string {
  const name = ctx.expressions.string(expression, {});
  return name.ok ? name.value : '';
}
