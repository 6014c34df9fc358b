// A process as the rules see it: plain data, expressions as text.
export type Mapping = { readonly source: string; readonly target: string };
export type Timer = { readonly kind: 'date' | 'duration' | 'cycle'; readonly text: string };
export type Node = {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  /** `userTask`, `exclusiveGateway`, … */
  readonly type: string;
  /** Id of the sub-process around it, '' at the top. */
  readonly parent: string;
  readonly eventSubProcess: boolean;
  readonly interrupting: boolean;
  /** What a boundary event sits on. */
  readonly host: string;
  readonly defaultFlow: string;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly groups: string;
  readonly formId: string;
  readonly dueDate: string;
  readonly jobType: string;
  readonly retries: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly decisionId: string;
  /** Of a table or a script. */
  readonly resultVariable: string;
  readonly called: {
    readonly processId: string;
    readonly propagatesParent: boolean;
    readonly propagatesChild: boolean;
  } | null;
  readonly loop: {
    readonly inputElement: string;
    readonly outputCollection: string;
    readonly outputElement: string;
  } | null;
  /** `timer`, `message`, `error`, …; '' for none. */
  readonly event: string;
  readonly timer: Timer | null;
  readonly message: { readonly name: string; readonly key: string } | null;
};
export type Flow = {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  readonly from: string;
  readonly to: string;
  readonly condition: string;
};
export type Process = {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
};

export const outgoing = (process: Process, node: Node): Flow[] => process.flows.filter(({ from }) => from === node.id);
export const incoming = (process: Process, node: Node): Flow[] => process.flows.filter(({ to }) => to === node.id);
export const boundariesOf = (process: Process, node: Node): Node[] =>
  process.nodes.filter(({ host }) => host === node.id);
