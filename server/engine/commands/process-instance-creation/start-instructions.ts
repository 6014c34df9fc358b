// Begins an instance in the middle: the scopes around the chosen elements first.
import { frameOf, processValue, type Context } from '../../mechanics/index.ts';
import type { StartInstruction } from '../../protocol/index.ts';
import type { ProcessDefinition } from '../../state/index.ts';
import { activateProcessScope, activateWithin } from '../process-instance-modification/activate-within.ts';

export function startAtElements(
  ctx: Context,
  definition: ProcessDefinition,
  processInstanceKey: number,
  instructions: readonly StartInstruction[],
): void {
  const root = frameOf(ctx.state, processInstanceKey, processValue(definition, processInstanceKey));
  activateProcessScope(ctx, root);
  for (const { elementId } of instructions) activateWithin(ctx, root, elementId, undefined, []);
}
