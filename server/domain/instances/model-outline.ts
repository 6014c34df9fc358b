// What the read model needs of a BPMN text: names, and the main path of user tasks and calls for the process strip.
import { BpmnModdle } from 'bpmn-moddle';

type Node = {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly outgoing?: readonly Flow[];
  readonly flowElements?: readonly Node[];
  readonly triggeredByEvent?: boolean;
  readonly attachedToRef?: Node;
};
type Flow = Node & { readonly targetRef?: Node };

export type ModelOutline = {
  readonly processId: string;
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
  /** In order of first reach from the start. */ readonly path: readonly string[];
};

const stepTypes = new Set(['bpmn:UserTask', 'bpmn:CallActivity']);

/** Cheap: the name attribute of the process element, without parsing the whole text. */
export const nameOfModel = (xml: string, fallback: string): string =>
  /<(?:\w+:)?process\b[^>]*?\bname="([^"]*)"/.exec(xml)?.[1] ?? fallback;

const all = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.flowElements ?? [])]);

const walk = (nodes: readonly Node[]): string[] => {
  const steps: string[] = [];
  const seen = new Set<string>();
  let front: Node[] = nodes.filter((node) => node.$type === 'bpmn:StartEvent');
  while (front.length > 0) {
    const next: Node[] = [];
    for (const node of front) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      if (stepTypes.has(node.$type)) steps.push(node.id);
      if (node.$type === 'bpmn:SubProcess' && node.triggeredByEvent !== true)
        steps.push(...walk(node.flowElements ?? []));
      for (const flow of node.outgoing ?? []) if (flow.targetRef !== undefined) next.push(flow.targetRef);
    }
    front = next;
  }
  return steps;
};

export const readModel = async (xml: string): Promise<ModelOutline> => {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const roots = (rootElement as unknown as { rootElements: Node[] }).rootElements;
  const process = roots.find((root) => root.$type === 'bpmn:Process');
  if (process === undefined) throw new Error('Expected a process in the model');
  const elements = all(process.flowElements ?? []);
  return {
    processId: process.id,
    name: process.name ?? process.id,
    path: walk(process.flowElements ?? []),
    names: new Map(elements.map((element) => [element.id, element.name ?? element.id])),
    types: new Map(elements.map((element) => [element.id, element.$type])),
  };
};
