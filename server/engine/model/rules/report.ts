// Collects what is wrong with a deployed model, in Zeebe's text shape.
import { idOf, type Element } from '../element.ts';

/** `below` names the child without id that is meant, e.g. ['extensionElements', 'taskDefinition']. */
export type Report = (element: Element, message: string, ...below: readonly string[]) => void;
export type Rule = (element: Element, report: Report) => void;

export class Findings {
  private readonly blocks = new Map<string, string[]>();

  readonly report: Report = (element, message, ...below) => {
    const place = [pathOf(element), ...below].join(' > ');
    const messages = this.blocks.get(place) ?? [];
    if (!messages.includes(message)) messages.push(message);
    this.blocks.set(place, messages);
  };

  /** One block an element; undefined when nothing was found. */
  text(): string | undefined {
    if (this.blocks.size === 0) return undefined;
    return [...this.blocks].map(([place, messages]) => block(place, messages)).join('');
  }
}

const block = (place: string, messages: readonly string[]): string =>
  `- Element: ${place}\n${messages.map((message) => `    - ERROR: ${message}\n`).join('')}`;

/** An element without id is found below its nearest parent with one. */
function pathOf(element: Element): string {
  if (element.id !== undefined) return idOf(element);
  const own = localName(element);
  return element.$parent === undefined ? own : `${pathOf(element.$parent)} > ${own}`;
}

function localName({ $type }: Element): string {
  const name = $type.replace(/^.*:/u, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}
