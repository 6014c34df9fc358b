// A diagram to draw, with its properties in a panel beside it.
import colors from 'bpmn-js-color-picker';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import Modeler from 'bpmn-js/lib/Modeler';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import minimap from 'diagram-js-minimap';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'bpmn-js-color-picker/colors/color-picker.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import { textRenderer } from './look.ts';
import type { Diagram } from './services.ts';
import { translateModule } from './translate.ts';

export const makeEditor = (container: HTMLElement, language: string, panel: HTMLElement): Diagram =>
  new Modeler({
    container,
    textRenderer,
    propertiesPanel: { parent: panel, feelPopupContainer: document.body },
    moddleExtensions: { zeebe },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      behaviors,
      CreateAppendAnythingModule,
      colors,
      minimap,
      translateModule(language),
    ],
  }) as unknown as Diagram;
