// What became of the cases that were to move, as far as this person may know of them.
import type { ResponseOf } from '#contracts/http.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { stayOf, stayWords } from './migration.words.ts';
import type { DeploymentDoc, MoveDoc } from './model.documents.ts';
import type { Parts } from './models.reading.ts';

type Moves = ResponseOf<'GET /api/models/:id/deployments/:deploymentId/moves'>;
export type MoveCounts = { waiting: number; migrated: number; refused: number };
const shownAtMost = 500;

const known = async ({ deps }: Parts, actor: Actor): Promise<Record<string, unknown>> => {
  const unseen = await deps.unseenInspections(actor);
  return unseen.length === 0 ? {} : { inspectionId: { $nin: unseen } };
};

/** By deployment; one that moves nobody is there with zeros once all were told. */
export const moveCounts = async (
  parts: Parts,
  actor: Actor,
  requests: readonly DeploymentDoc[],
): Promise<ReadonlyMap<string, MoveCounts>> => {
  const ids = requests.filter(({ moving }) => moving !== undefined).map(({ _id }) => _id);
  const counts = new Map(ids.map((id): [string, MoveCounts] => [id, { waiting: 0, migrated: 0, refused: 0 }]));
  if (ids.length === 0) return counts;
  const rows = await parts.documents.moves.aggregate<{
    readonly _id: { readonly id: string; readonly state: MoveDoc['state'] };
    readonly count: number;
  }>([
    { $match: { deploymentId: { $in: ids }, ...(await known(parts, actor)) } },
    { $group: { _id: { id: '$deploymentId', state: '$state' }, count: { $sum: 1 } } },
  ]);
  for (const { _id, count } of rows) {
    const one = counts.get(_id.id);
    if (one !== undefined) one[_id.state] = count;
  }
  return counts;
};

const stepName = async ({ deps }: Parts, move: MoveDoc, elementId: string): Promise<string> => {
  const instance = await deps.instances.get(move.instanceKey);
  const outline = instance === null ? null : await deps.instances.outline(instance.definitionKey);
  return outline?.names.get(elementId) ?? elementId;
};
const messageOf = async (parts: Parts, move: MoveDoc): Promise<Moves['items'][number]['message']> => {
  if (move.state !== 'refused') return null;
  const stay = stayOf(move.reason);
  const words = stayWords(stay, await stepName(parts, move, stay.elementId));
  return stay.code === 'other' ? { zh: `${words.zh}${move.reason}`, en: `${words.en} ${move.reason}` } : words;
};

export const listMoves = async (
  parts: Parts,
  actor: Actor,
  modelId: string,
  deploymentId: string,
): Promise<Result<Moves>> => {
  if (!parts.deps.access.can(actor, 'read', 'Model')) return refuse('forbidden');
  if ((await parts.documents.deployments.exists({ _id: deploymentId, modelId })) === null) return refuse('not_found');
  const which = { deploymentId, modelId, ...(await known(parts, actor)) };
  // waiting and refused ones first: those are looked for
  const moves = await parts.documents.moves
    .find(which)
    .sort({ state: -1, _id: 1 })
    .limit(shownAtMost)
    .lean<MoveDoc[]>();
  const items: Moves['items'] = [];
  for (const move of moves)
    items.push({
      instanceKey: move.instanceKey,
      fromVersion: move.fromVersion,
      state: move.state,
      message: await messageOf(parts, move),
      at: move.at.toISOString(),
    });
  return ok({ items, total: await parts.documents.moves.countDocuments(which) });
};
