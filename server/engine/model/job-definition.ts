// The parts of an element that make it a job: type, retries, headers.
import { extension, many, text, type Element } from './element.ts';
import { expressionOf } from './expression-text.ts';
import type { JobDefinition } from './graph.ts';

export function jobOf(element: Element): JobDefinition | undefined {
  const definition = extension(element, 'zeebe:TaskDefinition');
  const type = text(definition, 'type');
  if (definition === undefined || type === undefined) return undefined;
  return {
    type: expressionOf(type),
    retries: expressionOf(text(definition, 'retries') ?? '3'),
    headers: headersOf(element),
  };
}

/** Headers with an empty key or value are ignored, as in Zeebe. */
export function headersOf(element: Element): Readonly<Record<string, string>> {
  const entries = many(extension(element, 'zeebe:TaskHeaders'), 'values').map(
    (header) => [text(header, 'key') ?? '', text(header, 'value') ?? ''] as const,
  );
  return Object.fromEntries(entries.filter(([key, value]) => key !== '' && value !== ''));
}
