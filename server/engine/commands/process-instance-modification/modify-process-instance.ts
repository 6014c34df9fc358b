// Moves the tokens of a running instance by hand: begins elements, ends elements, sets variables.
import { cancelJob, frameOfInstance, type Context } from '../../mechanics/index.ts';
import { reject, type ActivateInstruction, type CommandValues } from '../../protocol/index.ts';
import type { ElementInstance } from '../../state/index.ts';
import { accept, type Handler } from '../handler.ts';
import { activateWithin } from './activate-within.ts';
import { checkModification } from './check-modification.ts';

type Value = CommandValues['PROCESS_INSTANCE_MODIFICATION.MODIFY'];

export const modifyProcessInstance: Handler<'PROCESS_INSTANCE_MODIFICATION.MODIFY'> = (ctx, { key, value }) => {
  const instance = ctx.state.elements.get(key);
  if (instance === undefined || instance.value.bpmnElementType !== 'PROCESS' || instance.state !== 'ELEMENT_ACTIVATED')
    return reject('NOT_FOUND', `Expected to modify process instance but no process instance found with key '${key}'`);
  const root = frameOfInstance(ctx.state, instance);
  const refused = checkModification(ctx, root, value);
  if (refused !== undefined) return refused;
  const activated = value.activateInstructions.map((instruction) => activate(ctx, root, instruction));
  const ancestorScopeKeys = [...new Set(activated.flatMap((instruction) => instruction.ancestorScopeKeys))];
  const ending = value.terminateInstructions.map(({ elementInstanceKey }) => elementInstanceKey);
  for (const ended of withEmptiedScopes(ctx, ending, ancestorScopeKeys)) terminateNow(ctx, ended);
  ctx.emit('PROCESS_INSTANCE_MODIFICATION.MODIFIED', key, {
    ...value,
    activateInstructions: activated,
    ancestorScopeKeys,
  });
  return accept(key);
};

function activate(
  ctx: Context,
  root: ReturnType<typeof frameOfInstance>,
  instruction: Value['activateInstructions'][number],
): ActivateInstruction {
  const { elementId, ancestorScopeKey, variableInstructions } = instruction;
  const ancestor = ancestorScopeKey > 0 ? ancestorScopeKey : undefined;
  const ancestorScopeKeys = activateWithin(ctx, root, elementId, ancestor, variableInstructions);
  return { ...instruction, ancestorScopeKeys };
}

/** A scope that would be left with nothing in it ends instead of its last children. */
function withEmptiedScopes(ctx: Context, keys: readonly number[], needed: readonly number[]): number[] {
  const ending = new Set(keys);
  for (const key of ending) {
    const scopeKey = ctx.state.elements.get(key)?.value.flowScopeKey ?? -1;
    const scope = ctx.state.elements.get(scopeKey);
    if (scope === undefined || needed.includes(scopeKey) || scope.activeFlows > 0) continue;
    const children = ctx.state.elements.children(scopeKey);
    if (!children.every((child) => ending.has(child.key))) continue;
    for (const child of children) ending.delete(child.key);
    ending.add(scopeKey);
  }
  return [...ending];
}

function terminateNow(ctx: Context, key: number): void {
  const instance = ctx.state.elements.get(key);
  if (instance === undefined || instance.state === 'ELEMENT_TERMINATING') return;
  const frame = frameOfInstance(ctx.state, instance);
  ctx.emit('PROCESS_INSTANCE.ELEMENT_TERMINATING', key, frame.value);
  if (hasJob(instance)) cancelJob(ctx, frame);
  ctx.behaviourOf(frame.value.bpmnElementType).terminate(ctx, frame);
}

const hasJob = ({ jobKey }: ElementInstance): boolean => jobKey > 0;
