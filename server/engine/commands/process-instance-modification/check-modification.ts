// What a modification may ask for; texts as Zeebe's, since tools show them.
import { elementTypeOf, nodeById, type Context, type Frame } from '../../mechanics/index.ts';
import { reject, type CommandValues, type Rejection } from '../../protocol/index.ts';
import { isBehindEventGateway, isInsideMultiInstance } from '../process-instance-creation/check-start-instructions.ts';

type Value = CommandValues['PROCESS_INSTANCE_MODIFICATION.MODIFY'];
const unsupported: ReadonlySet<string> = new Set(['START_EVENT', 'BOUNDARY_EVENT']);
const SUPPORTED =
  '[PROCESS, SUB_PROCESS, EVENT_SUB_PROCESS, INTERMEDIATE_CATCH_EVENT, INTERMEDIATE_THROW_EVENT, END_EVENT, SERVICE_TASK, RECEIVE_TASK, USER_TASK, MANUAL_TASK, TASK, EXCLUSIVE_GATEWAY, PARALLEL_GATEWAY, EVENT_BASED_GATEWAY, INCLUSIVE_GATEWAY, MULTI_INSTANCE_BODY, CALL_ACTIVITY, BUSINESS_RULE_TASK, SCRIPT_TASK, SEND_TASK]';

export function checkModification(ctx: Context, root: Frame, value: Value): Rejection | undefined {
  return (
    checkElements(root, value) ??
    checkTerminations(ctx, root, value) ??
    checkAncestors(ctx, root, value) ??
    checkVariables(root, value)
  );
}

function checkElements(root: Frame, { activateInstructions }: Value): Rejection | undefined {
  const ids = activateInstructions.map(({ elementId }) => elementId);
  const unknown = ids.filter((id) => root.process.nodes[id] === undefined);
  if (unknown.length > 0)
    return refuse(root, `activate instructions with an element that could not be found: ${quoted(unknown)}`);
  const nodes = ids.map((id) => nodeById(root.process, id));
  const wrong = nodes.filter((node) => unsupported.has(elementTypeOf(node)));
  if (wrong.length > 0)
    return refuse(
      root,
      `activate instructions for elements that are unsupported: ${quoted(wrong.map(({ id }) => id))}. ${wrong
        .map((node) => `The activation of elements with type '${elementTypeOf(node)}' is not supported.`)
        .join(' ')} Supported element types are: ${SUPPORTED}.`,
    );
  const looped = nodes.filter((node) => isInsideMultiInstance(root.process, node));
  if (looped.length > 0)
    return refuse(
      root,
      `activate instructions for elements that are unsupported: ${quoted(looped.map(({ id }) => id))}. The activation of elements inside a multi-instance subprocess is not supported.`,
    );
  const gated = nodes.filter((node) => isBehindEventGateway(root.process, node));
  if (gated.length === 0) return undefined;
  return refuse(
    root,
    `activate instructions for elements that are unsupported: ${quoted(gated.map(({ id }) => id))}. The activation of events belonging to an event-based gateway is not supported.`,
  );
}

function checkTerminations(ctx: Context, root: Frame, { terminateInstructions }: Value): Rejection | undefined {
  const unknown = terminateInstructions
    .map(({ elementInstanceKey }) => elementInstanceKey)
    .filter((key) => ctx.state.elements.get(key)?.value.processInstanceKey !== root.key);
  if (unknown.length === 0) return undefined;
  return refuse(root, `terminate instructions with an element instance that could not be found: ${quoted(unknown)}`);
}

function checkAncestors(ctx: Context, root: Frame, { activateInstructions }: Value): Rejection | undefined {
  const given = activateInstructions.map(({ ancestorScopeKey }) => ancestorScopeKey).filter((key) => key > 0);
  const gone = given.filter((key) => ctx.state.elements.get(key)?.state !== 'ELEMENT_ACTIVATED');
  if (gone.length > 0)
    return refuse(
      root,
      `activate instructions with an ancestor scope key that does not exist, or is not in an active state: ${quoted(gone)}`,
    );
  const foreign = given.filter((key) => ctx.state.elements.get(key)?.value.processInstanceKey !== root.key);
  if (foreign.length === 0) return undefined;
  return refuse(
    root,
    `activate instructions with an ancestor scope key that does not belong to the modified process instance: ${quoted(foreign)}`,
  );
}

function checkVariables(root: Frame, { activateInstructions }: Value): Rejection | undefined {
  const unknown = activateInstructions
    .flatMap(({ variableInstructions }) => variableInstructions.map(({ elementId }) => elementId))
    .filter((id) => id !== '' && id !== root.process.id && root.process.nodes[id] === undefined);
  if (unknown.length === 0) return undefined;
  return refuse(root, `variable instructions with a scope element id that could not be found: ${quoted(unknown)}`);
}

const quoted = (items: readonly (string | number)[]): string => items.map((item) => `'${item}'`).join(', ');
const refuse = (root: Frame, what: string): Rejection =>
  reject(
    'INVALID_ARGUMENT',
    `Expected to modify instance of process '${root.process.id}' but it contains one or more ${what}`,
  );
