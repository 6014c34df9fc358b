// What Zeebe 8.5 does not migrate is refused with its reasons, before anything moves.
import { boundariesOf, elementTypeOf, frameOfInstance, nodeById, type Context } from '../../mechanics/index.ts';
import type { ExecutableProcess, FlowNode } from '../../model/index.ts';
import {
  reject,
  type ProcessInstanceMigrationValue,
  type Rejection,
  type RejectionType,
} from '../../protocol/index.ts';
import type { ElementInstance, ProcessDefinition } from '../../state/index.ts';

type Mappings = ProcessInstanceMigrationValue['mappingInstructions'];
type Refuse = (type: RejectionType, reason: string) => Rejection;

const migratable: ReadonlySet<string> = new Set([
  'PROCESS',
  'SERVICE_TASK',
  'USER_TASK',
  'SUB_PROCESS',
  'CALL_ACTIVITY',
  'SEND_TASK',
  'SCRIPT_TASK',
  'BUSINESS_RULE_TASK',
]);

export function checkMigration(
  ctx: Context,
  root: ElementInstance,
  target: ProcessDefinition,
  mappings: Mappings,
): Rejection | undefined {
  const refuse: Refuse = (type, reason) =>
    reject(type, `Expected to migrate process instance '${root.key}' but ${reason}`);
  const source = frameOfInstance(ctx.state, root).process;
  return (
    checkMappings(source, target.value.executable, mappings, refuse) ??
    checkEventSubProcesses(source, target.value.executable, refuse) ??
    checkInstances(
      ctx,
      root,
      target.value.executable,
      new Map(mappings.map((m) => [m.sourceElementId, m.targetElementId])),
      refuse,
    )
  );
}

function checkMappings(
  source: ExecutableProcess,
  target: ExecutableProcess,
  mappings: Mappings,
  refuse: Refuse,
): Rejection | undefined {
  const seen = new Set<string>();
  for (const { sourceElementId, targetElementId } of mappings) {
    if (source.nodes[sourceElementId] === undefined)
      return refuse(
        'INVALID_ARGUMENT',
        `mapping instructions contain a non-existing source element id '${sourceElementId}'. Elements provided in mapping instructions must exist in the source process definition.`,
      );
    if (target.nodes[targetElementId] === undefined)
      return refuse(
        'INVALID_ARGUMENT',
        `mapping instructions contain a non-existing target element id '${targetElementId}'. Elements provided in mapping instructions must exist in the target process definition.`,
      );
    if (seen.has(sourceElementId))
      return refuse(
        'INVALID_ARGUMENT',
        `the mapping instructions contain duplicate source element ids '[${sourceElementId}]'.`,
      );
    seen.add(sourceElementId);
  }
  return undefined;
}

function checkEventSubProcesses(
  source: ExecutableProcess,
  target: ExecutableProcess,
  refuse: Refuse,
): Rejection | undefined {
  if (has(source))
    return refuse(
      'INVALID_STATE',
      'process instance has an event subprocess. Process instances with event subprocesses cannot be migrated yet.',
    );
  if (has(target))
    return refuse(
      'INVALID_STATE',
      'target process has an event subprocess. Target processes with event subprocesses cannot be migrated yet.',
    );
  return undefined;
}

const has = ({ nodes }: ExecutableProcess): boolean =>
  Object.values(nodes).some(({ type }) => type === 'eventSubProcess');

function checkInstances(
  ctx: Context,
  root: ElementInstance,
  target: ExecutableProcess,
  ids: ReadonlyMap<string, string>,
  refuse: Refuse,
): Rejection | undefined {
  for (const child of ctx.state.elements.children(root.key)) {
    const refused = checkInstance(ctx, child, target, ids, refuse) ?? checkInstances(ctx, child, target, ids, refuse);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function checkInstance(
  ctx: Context,
  instance: ElementInstance,
  target: ExecutableProcess,
  ids: ReadonlyMap<string, string>,
  refuse: Refuse,
): Rejection | undefined {
  const { elementId, bpmnElementType, flowScopeKey } = instance.value;
  if (!migratable.has(bpmnElementType))
    return refuse(
      'INVALID_STATE',
      `active element with id '${elementId}' has an unsupported type. The migration of a ${bpmnElementType} is not supported.`,
    );
  const targetId = ids.get(elementId);
  if (targetId === undefined)
    return refuse(
      'INVALID_STATE',
      `no mapping instruction defined for active element with id '${elementId}'. Elements cannot be migrated without a mapping.`,
    );
  if (
    ctx.state.incidents.ofElement(instance.key) !== undefined ||
    (instance.jobKey > 0 && ctx.state.incidents.ofJob(instance.jobKey) !== undefined)
  )
    return refuse(
      'INVALID_STATE',
      `active element with id '${elementId}' has an incident. Elements cannot be migrated with an incident yet. Please retry migration after resolving the incident.`,
    );
  const node = nodeById(target, targetId);
  if (elementTypeOf(node) !== bpmnElementType)
    return refuse(
      'INVALID_STATE',
      `active element with id '${elementId}' and type '${bpmnElementType}' is mapped to an element with id '${targetId}' and different type '${elementTypeOf(node)}'. Elements must be mapped to elements of the same type.`,
    );
  return (
    checkBoundaries(ctx, instance, target, node, ids, refuse) ??
    checkScope(ctx, flowScopeKey, target, node, ids, elementId, refuse)
  );
}

function checkBoundaries(
  ctx: Context,
  instance: ElementInstance,
  target: ExecutableProcess,
  node: FlowNode,
  ids: ReadonlyMap<string, string>,
  refuse: Refuse,
): Rejection | undefined {
  const { elementId } = instance.value;
  const own = boundariesOf(frameOfInstance(ctx.state, instance));
  const wrong = typesOtherThanMessage(own);
  if (wrong !== '')
    return refuse(
      'INVALID_STATE',
      `active element with id '${elementId}' has one or more boundary events of types '${wrong}'. Migrating active elements with boundary events of these types is not possible yet.`,
    );
  const theirs = (node.boundaryIds ?? []).map((id) => nodeById(target, id));
  const wrongThere = typesOtherThanMessage(theirs);
  if (wrongThere !== '')
    return refuse(
      'INVALID_STATE',
      `target element with id '${node.id}' has one or more boundary events of types '${wrongThere}'. Migrating target elements with boundary events of these types is not possible yet.`,
    );
  const mapped = own.find(({ id }) => ids.has(id));
  if (mapped !== undefined)
    return refuse(
      'INVALID_STATE',
      `active element with id '${elementId}' has a mapped boundary event with id '${mapped.id}'. Migrating active elements with mapped catch events is not possible yet.`,
    );
  const kept = own.find((boundary) => theirs.some((other) => messageOf(other) === messageOf(boundary)));
  if (kept === undefined) return undefined;
  return refuse(
    'INVALID_STATE',
    `active element with id '${elementId}' attempts to subscribe to a message it is already subscribed to with name '${messageOf(kept)}'. Migrating active elements that attempt to subscribe to a message they are already subscribed to is not possible yet. Please provide a mapping instruction to message catch event with id '${kept.id}' to migrate the respective message subscription.`,
  );
}

const typesOtherThanMessage = (boundaries: readonly FlowNode[]): string =>
  [...new Set(boundaries.map(({ event }) => (event?.type ?? 'none').toUpperCase()))]
    .filter((type) => type !== 'MESSAGE')
    .join(',');

const messageOf = ({ event }: FlowNode): string =>
  event?.type !== 'message' ? '' : event.name.kind === 'literal' ? event.name.value : event.name.source;

function checkScope(
  ctx: Context,
  flowScopeKey: number,
  target: ExecutableProcess,
  node: FlowNode,
  ids: ReadonlyMap<string, string>,
  elementId: string,
  refuse: Refuse,
): Rejection | undefined {
  const scope = ctx.state.elements.get(flowScopeKey);
  const expected =
    scope === undefined || scope.value.bpmnElementType === 'PROCESS' ? target.id : ids.get(scope.value.elementId);
  if (node.scopeId === expected) return undefined;
  return refuse(
    'INVALID_STATE',
    `the flow scope of active element with id '${elementId}' is changed. The flow scope of the active element is expected to be '${expected ?? ''}' but was '${node.scopeId}'. The flow scope of an element cannot be changed during migration yet.`,
  );
}
