// Starts an instance on behalf of a client, at the start event or at chosen elements.
import { noneStartOf, processValue, setLocal, splitDocument, type Context } from '../../mechanics/index.ts';
import { reject, type CommandValues, type Rejection } from '../../protocol/index.ts';
import type { ProcessDefinition } from '../../state/index.ts';
import type { Handler } from '../handler.ts';
import { startAtElements } from './start-instructions.ts';
import { checkStartInstructions } from './check-start-instructions.ts';

type Value = CommandValues['PROCESS_INSTANCE_CREATION.CREATE'];
type Found = { readonly ok: true; readonly definition: ProcessDefinition } | Rejection;

export const createProcessInstance: Handler<'PROCESS_INSTANCE_CREATION.CREATE'> = (ctx, { value }) => {
  const found = findDefinition(ctx, value);
  if (!found.ok) return found;
  const { definition } = found;
  const refused = check(definition, value);
  if (refused !== undefined) return refused;
  const processInstanceKey = ctx.nextKey();
  const instance = processValue(definition, processInstanceKey);
  setLocal(ctx, instance, processInstanceKey, splitDocument(value.variables));
  if (value.startInstructions.length === 0)
    ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', processInstanceKey, instance);
  else startAtElements(ctx, definition, processInstanceKey, value.startInstructions);
  const created = {
    bpmnProcessId: definition.id,
    processDefinitionKey: definition.key,
    version: definition.version,
    processInstanceKey,
  };
  const { variables, startInstructions } = value;
  const key = ctx.nextKey();
  ctx.emit('PROCESS_INSTANCE_CREATION.CREATED', key, { ...created, variables, startInstructions });
  return { ok: true, key, value: created };
};

function findDefinition(ctx: Context, { bpmnProcessId, version, processDefinitionKey }: Value): Found {
  const { processes } = ctx.state.definitions;
  if (bpmnProcessId === '') {
    const definition = processes.get(processDefinitionKey);
    const usable = definition && processes.version(definition.id, definition.version) !== undefined;
    if (definition !== undefined && usable === true) return { ok: true, definition };
    return notFound(`with key '${processDefinitionKey}'`);
  }
  const definition = version < 0 ? processes.latest(bpmnProcessId) : processes.version(bpmnProcessId, version);
  if (definition !== undefined) return { ok: true, definition };
  return notFound(`with process ID '${bpmnProcessId}'${version < 0 ? '' : ` and version '${version}'`}`);
}

const notFound = (which: string): Rejection =>
  reject('NOT_FOUND', `Expected to find process definition ${which}, but none found`);

function check({ value }: ProcessDefinition, { startInstructions }: Value): Rejection | undefined {
  if (startInstructions.length > 0) return checkStartInstructions(value.executable, startInstructions);
  if (noneStartOf(value.executable) !== undefined) return undefined;
  return reject(
    'INVALID_STATE',
    'Expected to create instance of process with none start event, but there is no such event',
  );
}
