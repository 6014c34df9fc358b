// Takes a deployed resource out of use; instances that run on it may finish.
import type { Context } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import type { DecisionRequirements, ProcessDefinition } from '../../state/index.ts';
import { closeStartTimers, closeStarts, openStartTimers, openStarts } from '../deployment/start-subscriptions.ts';
import { accept, type Handler } from '../handler.ts';

export const deleteResource: Handler<'RESOURCE_DELETION.DELETE'> = (ctx, { value }) => {
  const { resourceKey } = value;
  const { processes, requirements, forms } = ctx.state.definitions;
  const process = processes.get(resourceKey);
  const usable = process !== undefined && processes.version(process.id, process.version) !== undefined;
  const graph = requirements.get(resourceKey);
  const form = forms.get(resourceKey);
  if (!usable && graph === undefined && form === undefined)
    return reject('NOT_FOUND', `Expected to delete resource but no resource found with key \`${resourceKey}\``);
  const key = ctx.nextKey();
  ctx.emit('RESOURCE_DELETION.DELETING', key, value);
  if (process !== undefined) deleteProcess(ctx, process);
  if (graph !== undefined) deleteDecisions(ctx, graph);
  if (form !== undefined) ctx.emit('FORM.DELETED', form.key, form.value);
  ctx.emit('RESOURCE_DELETION.DELETED', key, value);
  return accept(key);
};

function deleteProcess(ctx: Context, definition: ProcessDefinition): void {
  const { processes } = ctx.state.definitions;
  const wasLatest = processes.latest(definition.id)?.key === definition.key;
  ctx.emit('PROCESS.DELETING', definition.key, definition.value);
  if (wasLatest) {
    closeStartTimers(ctx, definition.key);
    closeStarts(ctx, definition.key);
    const latest = processes.latest(definition.id);
    if (latest !== undefined) {
      openStartTimers(ctx, latest);
      openStarts(ctx, latest);
    }
  }
  if (!ctx.state.elements.hasInstances(definition.key)) ctx.emit('PROCESS.DELETED', definition.key, definition.value);
}

function deleteDecisions(ctx: Context, graph: DecisionRequirements): void {
  const { decisions } = ctx.state.definitions;
  for (const { id } of graph.value.graph.decisions) {
    const decision = decisions.latest(id);
    if (decision?.value.decisionRequirementsKey === graph.key)
      ctx.emit('DECISION.DELETED', decision.key, decision.value);
  }
  ctx.emit('DECISION_REQUIREMENTS.DELETED', graph.key, graph.value);
}
