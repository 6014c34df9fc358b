// A decision table to look at or to edit.
import Modeler from 'dmn-js/lib/Modeler';
import Viewer from 'dmn-js/lib/Viewer';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import { translateModule, translateTo } from '../bpmn/translate.ts';
import type { TableEditor } from './table-editor.ts';

export const makeTable = (container: HTMLElement, language: string, editing: boolean): TableEditor => {
  const words = { additionalModules: [translateModule(language)] };
  const options = { container, drd: words, decisionTable: words, literalExpression: words };
  return editing ? new Modeler(options) : new Viewer(options);
};

/** The library translates the types of columns where they are edited, not where they are only shown, nor can keys scroll it there. */
export const prepareToRead = (container: HTMLElement, language: string): void => {
  container.querySelector('.tjs-table-container')?.setAttribute('tabindex', '0');
  const word = translateTo(language);
  for (const cell of container.querySelectorAll('.input-variable, .output-variable'))
    if (/^[A-Za-z]+$/.test(cell.textContent)) cell.textContent = word(cell.textContent);
};
