// Living element instances: their state, children, sequence flows under way, and joins waiting.
import type { ProcessInstanceValue } from '../protocol/index.ts';
import { lastNum, num, text } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type ElementState = 'ELEMENT_ACTIVATING' | 'ELEMENT_ACTIVATED' | 'ELEMENT_COMPLETING' | 'ELEMENT_TERMINATING';

export type ElementInstance = {
  readonly key: number;
  readonly state: ElementState;
  readonly value: ProcessInstanceValue;
  readonly children: number;
  /** Sequence flows taken in this scope whose target has not been activated yet. */
  readonly activeFlows: number;
  readonly completedChildren: number;
  readonly terminatedChildren: number;
  /** Multi-instance: inner instances begun so far; inner instance: its own place. */
  readonly loopCounter: number;
  readonly jobKey: number;
  /** Called process instance of a call activity. */
  readonly calledKey: number;
  /** An interrupting event sub-process has taken the scope over. */
  readonly interrupted: boolean;
};

export interface ElementReader {
  get(key: number): ElementInstance | undefined;
  children(key: number): ElementInstance[];
  takenFlows(scopeKey: number, gatewayId: string): { readonly flowId: string; readonly count: number }[];
  hasInstances(processDefinitionKey: number): boolean;
}

export interface ElementWriter extends ElementReader {
  insert(instance: ElementInstance): void;
  put(instance: ElementInstance): void;
  remove(instance: ElementInstance): void;
  addTakenFlow(scopeKey: number, gatewayId: string, flowId: string, count: number): void;
  /** The instance now belongs to another definition. */
  moved(instance: ElementInstance, fromDefinitionKey: number): void;
}

export class Elements implements ElementWriter {
  readonly #instances: Table<ElementInstance>;
  readonly #children: Table<1>;
  readonly #taken: Table<{ readonly flowId: string; readonly count: number }>;
  readonly #roots: Table<1>;

  constructor(store: Store) {
    this.#instances = store.table('element');
    this.#children = store.table('child');
    this.#taken = store.table('taken');
    this.#roots = store.table('root');
  }

  get(key: number): ElementInstance | undefined {
    return this.#instances.get(num(key));
  }

  children(key: number): ElementInstance[] {
    return this.#children.scan(num(key)).flatMap(([child]) => this.get(lastNum(child)) ?? []);
  }

  takenFlows(scopeKey: number, gatewayId: string) {
    return this.#taken.scan(num(scopeKey) + text(gatewayId)).map(([, taken]) => taken);
  }

  hasInstances(processDefinitionKey: number): boolean {
    return this.#roots.first(num(processDefinitionKey)) !== undefined;
  }

  insert(instance: ElementInstance): void {
    const { value, key } = instance;
    this.#instances.insert(num(key), instance);
    if (value.flowScopeKey > 0) this.#children.insert(num(value.flowScopeKey) + num(key), 1);
    if (value.bpmnElementType === 'PROCESS') this.#roots.insert(num(value.processDefinitionKey) + num(key), 1);
  }

  put(instance: ElementInstance): void {
    this.#instances.put(num(instance.key), instance);
  }

  remove({ key, value }: ElementInstance): void {
    this.#instances.remove(num(key));
    if (value.flowScopeKey > 0) this.#children.remove(num(value.flowScopeKey) + num(key));
    if (value.bpmnElementType === 'PROCESS') this.#roots.remove(num(value.processDefinitionKey) + num(key));
    for (const [taken] of this.#taken.scan(num(key))) this.#taken.remove(taken);
  }

  addTakenFlow(scopeKey: number, gatewayId: string, flowId: string, count: number): void {
    const key = num(scopeKey) + text(gatewayId) + text(flowId);
    const known = this.#taken.get(key)?.count ?? 0;
    if (known + count > 0) this.#taken.put(key, { flowId, count: known + count });
    else this.#taken.remove(key);
  }

  moved(instance: ElementInstance, fromDefinitionKey: number): void {
    this.put(instance);
    if (instance.value.bpmnElementType !== 'PROCESS') return;
    this.#roots.remove(num(fromDefinitionKey) + num(instance.key));
    this.#roots.put(num(instance.value.processDefinitionKey) + num(instance.key), 1);
  }
}
