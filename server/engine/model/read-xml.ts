// Turns BPMN or DMN text into moddle elements; a text that is no such XML is a value, not an exception.
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import { isElement, type Element } from './element.ts';

const require = createRequire(import.meta.url);
const bpmn = new BpmnModdle({ zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json') as unknown });
const dmn = new DmnModdle();

export type Warning = { readonly message: string; readonly property?: string; readonly value?: string };

export type Read =
  | { readonly ok: true; readonly root: Element; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly message: string };

export const readBpmn = (xml: string): Promise<Read> => read(() => bpmn.fromXML(xml, 'bpmn:Definitions'));
export const readDmn = (xml: string): Promise<Read> => read(() => dmn.fromXML(xml, 'dmn:Definitions'));

async function read(parse: () => Promise<{ rootElement: unknown; warnings: Warning[] }>): Promise<Read> {
  try {
    const { rootElement, warnings } = await parse();
    if (!isElement(rootElement)) return { ok: false, message: 'no definitions found' };
    return { ok: true, root: rootElement, warnings };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, message: message.split('\n')[0] ?? message };
  }
}
