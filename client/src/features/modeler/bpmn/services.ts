// The parts of the diagram library this room talks to.
export type Business = {
  readonly id: string;
  readonly $type: string;
  readonly name?: string;
  readonly $parent?: Business;
};
export type Shape = {
  readonly id: string;
  readonly type: string;
  readonly businessObject: Business;
  readonly labelTarget?: Shape;
  readonly waypoints?: readonly object[];
};
export type Canvas = {
  zoom(level?: number | 'fit-viewport', center?: 'auto'): number;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string, padding?: number): void;
  getRootElement(): Shape;
  scroll(by: { dx: number; dy: number }): void;
  resized(): void;
};
type Place = { readonly top?: number; readonly left?: number; readonly right?: number; readonly bottom?: number };
export type Overlays = {
  add(
    id: string,
    kind: string,
    overlay: { position: Place; html: HTMLElement; scale?: { min: number; max: number } },
  ): string;
  remove(filter: { type: string }): void;
};
export type ElementRegistry = {
  get(id: string): Shape | undefined;
  filter(test: (shape: Shape) => boolean): Shape[];
};
export type EventBus = {
  on<T>(event: string | readonly string[], listener: (event: T) => void): void;
  off<T>(event: string | readonly string[], listener: (event: T) => void): void;
  fire(event: string, payload?: object): void;
};
export type CommandStack = { undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };
export type Selection = { select(shape: Shape): void };

type Services = {
  canvas: Canvas;
  overlays: Overlays;
  elementRegistry: ElementRegistry;
  eventBus: EventBus;
  commandStack: CommandStack;
  selection: Selection;
};
/** A viewer or an editor of diagrams. */
export type Diagram = {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { format: boolean }): Promise<{ xml?: string | undefined }>;
  getDefinitions(): unknown;
  destroy(): void;
  get<K extends keyof Services>(name: K): Services[K];
};
