// Cancels a root process instance with all that it has started.
import { terminateSoon } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const cancelProcessInstance: Handler<'PROCESS_INSTANCE.CANCEL'> = (ctx, { key }) => {
  const instance = ctx.state.elements.get(key);
  if (
    instance === undefined ||
    instance.value.bpmnElementType !== 'PROCESS' ||
    instance.state === 'ELEMENT_TERMINATING'
  )
    return reject(
      'NOT_FOUND',
      `Expected to cancel a process instance with key '${key}', but no such process was found`,
    );
  const { parentProcessInstanceKey } = instance.value;
  if (parentProcessInstanceKey > 0) {
    const root = rootOf(
      parentProcessInstanceKey,
      (parent) => ctx.state.elements.get(parent)?.value.parentProcessInstanceKey ?? -1,
    );
    return reject(
      'INVALID_STATE',
      `Expected to cancel a process instance with key '${key}', but it is created by a parent process instance. Cancel the root process instance '${root}' instead.`,
    );
  }
  terminateSoon(ctx, instance);
  return accept(key);
};

function rootOf(key: number, parentOf: (key: number) => number): number {
  const parent = parentOf(key);
  return parent > 0 ? rootOf(parent, parentOf) : key;
}
