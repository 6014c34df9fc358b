// A loop without a wait would never end: refused, as in Zeebe.
import type { ExecutableProcess, FlowNode, FlowNodeType } from '../graph.ts';

const passing: readonly FlowNodeType[] = ['startEvent', 'endEvent', 'intermediateThrowEvent', 'task', 'manualTask'];

/** Ids along the first such loop; undefined when there is none. Gateways may leave the loop, so they end the search. */
export function straightLoopIn(process: ExecutableProcess): readonly string[] | undefined {
  for (const start of Object.values(process.nodes)) {
    if (start.type !== 'task' && start.type !== 'manualTask') continue;
    const loop = follow(process, start, [start.id]);
    if (loop !== undefined) return loop;
  }
  return undefined;
}

function follow(process: ExecutableProcess, node: FlowNode, path: readonly string[]): readonly string[] | undefined {
  for (const flowId of node.outgoing) {
    const next = process.nodes[process.flows[flowId]?.targetId ?? ''];
    if (next === undefined || !passing.includes(next.type) || next.job !== undefined) continue;
    if (next.id === path[0]) return [...path, next.id];
    if (path.includes(next.id)) continue;
    const loop = follow(process, next, [...path, next.id]);
    if (loop !== undefined) return loop;
  }
  return undefined;
}
