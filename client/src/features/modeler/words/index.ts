// Chinese of the drawing tools; the pages' own words are in the catalogues.
import community from 'bpmn-js-i18n/translations/zn.js';
import { diagramWords } from './diagram-zh.ts';
import { panelWords } from './panel-zh.ts';
import { tableWords } from './table-zh.ts';
import { typeWords } from './type-zh.ts';

export { quietType } from './type-zh.ts';

export const chinese: Readonly<Record<string, string>> = {
  ...community,
  ...typeWords,
  ...panelWords,
  ...diagramWords,
  ...tableWords,
};
