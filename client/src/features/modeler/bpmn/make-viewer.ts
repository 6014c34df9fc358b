// A diagram to look at.
import minimap from 'diagram-js-minimap';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import { textRenderer } from './look.ts';
import type { Diagram } from './services.ts';
import { translateModule } from './translate.ts';

export const makeViewer = (container: HTMLElement, language: string): Diagram =>
  new NavigatedViewer({
    container,
    textRenderer,
    moddleExtensions: { zeebe },
    additionalModules: [minimap, translateModule(language)],
  }) as unknown as Diagram;
