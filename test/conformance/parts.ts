// Further parts of small BPMN texts, one a kind of element.
import { end, manual, part } from './bpmn.ts';

export const user = (id = 't', extensions = '', inner = '') => part('userTask', id, { extensions, inner });
export const catching = (id: string, inner: string) => part('intermediateCatchEvent', id, { inner });
export const script = (id: string, expression: string, variable: string) =>
  part('scriptTask', id, { extensions: `<zeebe:script expression="${expression}" resultVariable="${variable}"/>` });
export const call = (id: string, processId: string, attributes = '', extensions = '', inner = '') =>
  part('callActivity', id, {
    extensions: `<zeebe:calledElement processId="${processId}" ${attributes}/>${extensions}`,
    inner,
  });
export const eventSubProcess = (id: string, definition: string, interrupting: boolean, inner = manual(`${id}_t`)) =>
  part('subProcess', id, {
    attributes: 'triggeredByEvent="true"',
    children: {
      parts: [
        part('startEvent', `${id}_s`, { attributes: `isInterrupting="${interrupting}"`, inner: definition }),
        inner,
        end(`${id}_e`),
      ],
      flows: [`${id}_s>${inner.id}`, `${inner.id}>${id}_e`],
    },
  });
export const error = (id: string, code: string) => `<bpmn:error id="${id}" name="${id}" errorCode="${code}"/>`;
export const escalation = (id: string, code: string) =>
  `<bpmn:escalation id="${id}" name="${id}" escalationCode="${code}"/>`;
export const signal = (id: string, name: string) => `<bpmn:signal id="${id}" name="${name}"/>`;
