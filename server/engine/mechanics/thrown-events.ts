// Looks outwards for who catches an error or escalation: scope by scope, across calls.
import type { EventDefinition, FlowNode } from '../model/index.ts';
import type { ElementInstance } from '../state/index.ts';
import type { Context } from './context.ts';
import { boundariesOf, eventSubProcessStarts, frameOfInstance, type Frame } from './frame.ts';

export type Catcher = { readonly frame: Frame; readonly node: FlowNode };
type Kind = 'error' | 'escalation';
export type Search = { readonly catcher?: Catcher; readonly available: readonly string[] };

export function findCatcher(ctx: Context, kind: Kind, code: string, from: number): Search {
  const available: string[] = [];
  for (const instance of outwards(ctx, from)) {
    if (instance.interrupted || instance.state === 'ELEMENT_TERMINATING') continue;
    const frame = frameOfInstance(ctx.state, instance);
    const nodes = [...eventSubProcessStarts(frame), ...boundariesOf(frame)].filter(({ event }) => event?.type === kind);
    const codes = nodes.map((node) => codeOf(ctx, node.event));
    const exact = nodes[codes.indexOf(code)];
    const any = nodes[codes.indexOf(undefined)];
    const node = exact ?? any;
    if (node !== undefined) return { catcher: { frame, node }, available };
    for (const known of codes) if (known !== undefined) available.push(known);
  }
  return { available };
}

/** From the element to the process, and on through the calling activities. */
function* outwards(ctx: Context, from: number): Generator<ElementInstance> {
  let instance = ctx.state.elements.get(from);
  while (instance !== undefined) {
    yield instance;
    const { bpmnElementType, flowScopeKey, parentElementInstanceKey } = instance.value;
    instance = ctx.state.elements.get(bpmnElementType === 'PROCESS' ? parentElementInstanceKey : flowScopeKey);
  }
}

function codeOf(ctx: Context, event: EventDefinition | undefined): string | undefined {
  if (event?.type !== 'error' && event?.type !== 'escalation') return undefined;
  if (event.code === undefined) return undefined;
  const code = ctx.expressions.string(event.code, {});
  return code.ok && code.value !== '' ? code.value : undefined;
}

export function uncaughtError(code: string, message: string, { available }: Search): string {
  const said = message === '' ? '' : ` with message '${message}'`;
  const others =
    available.length === 0
      ? 'No error events are available in the scope.'
      : `Available error events are [${available.join(', ')}]`;
  return `Expected to throw an error event with the code '${code}'${said}, but it was not caught. ${others}`;
}
