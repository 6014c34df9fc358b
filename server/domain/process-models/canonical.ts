// A model without the accidents of its writing: spaces, prefixes and line ends make no new version.
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

const rewritten = async (content: string): Promise<string> => {
  if (content.trimStart().startsWith('{')) return JSON.stringify(JSON.parse(content));
  if (content.includes('www.omg.org/spec/DMN/')) {
    const moddle = new DmnModdle();
    return (await moddle.toXML((await moddle.fromXML(content, 'dmn:Definitions')).rootElement)).xml;
  }
  const moddle = new BpmnModdle({ zeebe });
  return (await moddle.toXML((await moddle.fromXML(content, 'bpmn:Definitions')).rootElement)).xml;
};

/** What cannot be read stays as it is; the guard rails refuse it anyway. */
export const canonical = (content: string): Promise<string> => rewritten(content).catch(() => content.trim());
