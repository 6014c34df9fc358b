// Reads moddle elements without trusting their shape: missing parts are empty, never undefined.
export type Element = { readonly $type: string; readonly [key: string]: unknown };

export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const elements = (value: unknown): Element[] => (Array.isArray(value) ? value.filter(isElement) : []);
export const idOf = (value: unknown): string => (isElement(value) ? text(value['id']) : '');
export const bodyOf = (value: unknown): string => (isElement(value) ? text(value['body']).trim() : '');
/** `bpmn:userTask` and `bpmn:UserTask` are `userTask`. */
export const kindOf = ({ $type }: Element): string => {
  const name = $type.slice($type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
};
export const documentationOf = (element: Element): string =>
  elements(element['documentation'])
    .map(({ text: words }) => text(words))
    .join('\n');
/** The first extension element of this kind; an empty one where there is none. */
export const extension = (element: Element, kind: string): Element | null => {
  const holder = element['extensionElements'];
  return isElement(holder) ? (elements(holder['values']).find((each) => kindOf(each) === kind) ?? null) : null;
};
