// Which variables a case may carry at an element: written before it on some way, handed in, or of a scope around it.
import type { Known } from '../known.ts';
import type { Node, Process } from './process-view.ts';
import { reachedFrom } from './reach.ts';

/** Null where nobody can tell. */
type Names = readonly string[] | null;

const rootOf = (target: string): string => target.split('.')[0] ?? target;
const throws = ({ type }: Node): boolean => type === 'endEvent' || type === 'intermediateThrowEvent';

const brought = (node: Node, { payloads }: Known): Names => {
  if (node.event === 'signal') return null;
  return node.message === null ? [] : (payloads?.[node.message.name] ?? null);
};

/** What a job hands in leaves only where it is mapped out (`processes/README.md`), so a job without mappings leaves nothing. */
const left = (node: Node, known: Known): Names => {
  const collected = node.loop === null ? [] : [node.loop.outputCollection];
  if (node.outputs.length > 0) return [...collected, ...node.outputs.map(({ target }) => rootOf(target))];
  if (throws(node)) return [];
  if (node.called?.propagatesChild === true) return null;
  // a form of the county's own writes each of its fields
  if (node.type === 'userTask') return known.answers?.[node.formId] ?? null;
  const own = brought(node, known);
  return own === null ? null : [...own, ...collected, node.resultVariable];
};

const startedWith = (process: Process, node: Node, known: Known): Names => {
  const from = node.event === '' ? (known.handedIn?.[process.id] ?? null) : brought(node, known);
  return from === null ? null : [...from, ...node.outputs.map(({ target }) => rootOf(target))];
};

const local = ({ inputs, loop }: Node): string[] => [
  ...inputs.map(({ target }) => rootOf(target)),
  ...(loop === null ? [] : [loop.inputElement, 'loopCounter']),
];

const scopesOf = (process: Process, node: Node): Node[] => {
  const around = process.nodes.find(({ id }) => id === node.parent);
  return around === undefined ? [] : [around, ...scopesOf(process, around)];
};

/** Asked at an element; null where anything may be there: a form, a message or a caller that nobody describes. */
export const carriedIn = (process: Process, known: Known): ((at: Node) => ReadonlySet<string> | null) => {
  const writers = process.nodes.map((node) => ({
    node,
    names: node.type === 'startEvent' && node.parent === '' ? startedWith(process, node, known) : left(node, known),
    reaches: reachedFrom(process, [node.id]),
  }));
  return (at) => {
    const scopes = scopesOf(process, at);
    // an event sub-process begins at any moment of the scope around it
    const anyMoment = scopes.some(({ eventSubProcess }) => eventSubProcess);
    const before = writers.filter(({ node, reaches }) => anyMoment || reaches.has(at.id) || scopes.includes(node));
    if (before.some(({ names }) => names === null)) return null;
    return new Set([...before.flatMap(({ names }) => names ?? []), ...scopes.flatMap(local)]);
  };
};
