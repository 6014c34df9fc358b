// One XML element as moddle reads it, with the few ways we look at it.

export type Element = {
  readonly $type: string;
  readonly id?: string;
  readonly $parent?: Element;
  readonly [name: string]: unknown;
};

export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';

/** Attribute or text content; empty stays empty, absent is undefined. */
export function text(element: Element | undefined, name: string): string | undefined {
  const value = element?.[name];
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

export function flag(element: Element | undefined, name: string, fallback: boolean): boolean {
  const value = element?.[name];
  return typeof value === 'boolean' ? value : fallback;
}

export function one(element: Element | undefined, name: string): Element | undefined {
  const value = element?.[name];
  return isElement(value) ? value : undefined;
}

export function many(element: Element | undefined, name: string): readonly Element[] {
  const value = element?.[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** Zeebe extension elements of one type, e.g. `zeebe:TaskDefinition`. */
export const extensions = (element: Element | undefined, type: string): readonly Element[] =>
  many(one(element, 'extensionElements'), 'values').filter((value) => value.$type.toLowerCase() === type.toLowerCase());

export const extension = (element: Element | undefined, type: string): Element | undefined =>
  extensions(element, type)[0];

export const idOf = (element: Element): string => element.id ?? '';
