// Files the bundler turns into modules, and libraries that come without types.
/// <reference types="vite/client" />
interface LibraryModule {
  [name: string]: unknown;
}
declare module 'bpmn-js-i18n/translations/zn.js' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: LibraryModule;
  export const BpmnPropertiesProviderModule: LibraryModule;
  export const ZeebePropertiesProviderModule: LibraryModule;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const behaviors: LibraryModule;
  export default behaviors;
}
declare module 'bpmn-js-color-picker' {
  const colors: LibraryModule;
  export default colors;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: LibraryModule;
}
declare module 'diagram-js-minimap' {
  const minimap: LibraryModule;
  export default minimap;
}
declare module 'dmn-js/lib/Modeler' {
  import type { TableEditor } from './src/features/modeler/dmn/table-editor.ts';
  const Modeler: new (options: object) => TableEditor;
  export default Modeler;
}
declare module 'dmn-js/lib/Viewer' {
  import type { TableEditor } from './src/features/modeler/dmn/table-editor.ts';
  const Viewer: new (options: object) => TableEditor;
  export default Viewer;
}
