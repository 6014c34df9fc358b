// A model without the accidents of its writing: spaces, prefixes and line ends make no new version.
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

export const kindOf = (content: string): 'bpmn' | 'dmn' | 'form' =>
  content.trimStart().startsWith('{') ? 'form' : content.includes('www.omg.org/spec/DMN/') ? 'dmn' : 'bpmn';

const rewritten = async (content: string): Promise<string> => {
  const kind = kindOf(content);
  if (kind === 'form') return JSON.stringify(JSON.parse(content));
  if (kind === 'dmn') {
    const moddle = new DmnModdle();
    return (await moddle.toXML((await moddle.fromXML(content, 'dmn:Definitions')).rootElement)).xml;
  }
  const moddle = new BpmnModdle({ zeebe });
  return (await moddle.toXML((await moddle.fromXML(content, 'bpmn:Definitions')).rootElement)).xml;
};

/** What cannot be read stays as it is; the guard rails refuse it anyway. */
export const canonical = (content: string): Promise<string> => rewritten(content).catch(() => content.trim());
