// Which elements a token can reach, through sub-processes and boundary events, with some ways closed.
import type { Flow, Node, Process } from './process-view.ts';

type Closed = { readonly node?: (node: Node) => boolean; readonly flow?: (flow: Flow) => boolean };

/** Starts of the process itself and of its event sub-processes. */
export const startsOf = (process: Process): string[] =>
  process.nodes
    .filter(({ type, parent }) => {
      const scope = process.nodes.find(({ id }) => id === parent);
      return type === 'startEvent' && (scope === undefined || scope.eventSubProcess);
    })
    .map(({ id }) => id);

const isScope = (process: Process, id: string): boolean => process.nodes.some(({ parent }) => parent === id);

/** Where a token goes from here; a sub-process is left only through its ends. */
const nextOf = (process: Process, node: Node, flows: readonly Flow[]): string[] => {
  const boundaries = process.nodes.filter(({ host }) => host === node.id).map(({ id }) => id);
  if (isScope(process, node.id))
    return [
      ...boundaries,
      ...process.nodes.filter(({ type, parent }) => type === 'startEvent' && parent === node.id).map(({ id }) => id),
    ];
  const onward = flows.filter(({ from }) => from === node.id).map(({ to }) => to);
  if (onward.length > 0) return [...boundaries, ...onward];
  return [...boundaries, ...leave(process, node, flows)];
};

const leave = (process: Process, node: Node, flows: readonly Flow[]): string[] => {
  const scope = process.nodes.find(({ id }) => id === node.parent);
  if (scope === undefined || scope.eventSubProcess) return [];
  const onward = flows.filter(({ from }) => from === scope.id).map(({ to }) => to);
  return onward.length > 0 ? onward : leave(process, scope, flows);
};

/** Ids reached from `starts`, which count themselves only when a way comes back to them. */
export const reachedFrom = (process: Process, starts: readonly string[], closed: Closed = {}): Set<string> => {
  const flows = process.flows.filter((flow) => !(closed.flow?.(flow) ?? false));
  const byId = new Map(process.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const queue = [...starts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = byId.get(id);
    if (node === undefined || (closed.node?.(node) ?? false)) continue;
    for (const next of nextOf(process, node, flows)) {
      const target = byId.get(next);
      if (seen.has(next) || target === undefined || (closed.node?.(target) ?? false)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
};
