// One DMN resource of a deployment: the graph and its decisions, together old or together new.
import type { Context } from '../../mechanics/index.ts';
import type { DecisionGraph } from '../../model/index.ts';
import type { DecisionRequirementsMetadata, DecisionValue, DeployedResource } from '../../protocol/index.ts';
import type { DecisionRequirements } from '../../state/index.ts';

type Deployed = { readonly requirements: DecisionRequirementsMetadata; readonly decisions: readonly DecisionValue[] };

export function deployDecisions(ctx: Context, resource: DeployedResource, graph: DecisionGraph): Deployed {
  const { requirements } = ctx.state.definitions;
  const latest = requirements.latest(graph.id);
  const { checksum, name: resourceName } = resource;
  if (latest?.value.checksum === checksum && latest.value.resourceName === resourceName) return duplicates(ctx, latest);
  const key = ctx.nextKey();
  const metadata: DecisionRequirementsMetadata = {
    checksum,
    decisionRequirementsId: graph.id,
    decisionRequirementsKey: key,
    resourceName,
    decisionRequirementsName: graph.name,
    decisionRequirementsVersion: requirements.nextVersion(graph.id),
    duplicate: false,
    namespace: graph.namespace,
  };
  ctx.emit('DECISION_REQUIREMENTS.CREATED', key, { ...metadata, resource: resource.resource, graph });
  return {
    requirements: metadata,
    decisions: graph.decisions.map((decision) => deployDecision(ctx, metadata, decision)),
  };
}

function deployDecision(
  ctx: Context,
  { decisionRequirementsId, decisionRequirementsKey }: DecisionRequirementsMetadata,
  { id, name }: { readonly id: string; readonly name: string },
): DecisionValue {
  const key = ctx.nextKey();
  const value: DecisionValue = {
    version: ctx.state.definitions.decisions.nextVersion(id),
    decisionName: name,
    decisionRequirementsId,
    decisionRequirementsKey,
    duplicate: false,
    decisionId: id,
    decisionKey: key,
  };
  ctx.emit('DECISION.CREATED', key, value);
  return value;
}

function duplicates(ctx: Context, { value }: DecisionRequirements): Deployed {
  const { graph, resource: _, ...metadata } = value;
  const decisions = graph.decisions.flatMap(({ id }) => {
    const decision = ctx.state.definitions.decisions.latest(id);
    return decision === undefined ? [] : [{ ...decision.value, duplicate: true }];
  });
  return { requirements: { ...metadata, duplicate: true }, decisions };
}
