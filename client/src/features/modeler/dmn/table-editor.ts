// The parts of the table library this room talks to.
import type { CommandStack, EventBus } from '../bpmn/services.ts';

type View = { readonly type: string; readonly id?: string };
type Services = { eventBus: EventBus; commandStack: CommandStack };
type Viewer = { get<K extends keyof Services>(name: K, strict?: false): Services[K] };
export type TableEditor = {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { format: boolean }): Promise<{ xml: string }>;
  getViews(): readonly View[];
  open(view: View): Promise<unknown>;
  getActiveViewer(): Viewer | undefined;
  on(event: string, listener: () => void): void;
  destroy(): void;
};
