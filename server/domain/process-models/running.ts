// Counts of running cases by version and element; hidden inspections are in none of them.
import type { Actor } from '../../platform/slice.ts';
import type { ProcessModelsDeps } from './deps.ts';

type Count = { readonly _id: string; readonly count: number };
export type Token = { elementId: string; count: number; overdue: number; incidents: number };

export const createRunning = (deps: ProcessModelsDeps) => {
  const { models } = deps.instances;
  /** Put into every question about instances. */
  const visible = async (actor: Actor): Promise<Record<string, unknown>> => {
    const unseen = await deps.unseenInspections(actor);
    return unseen.length === 0 ? {} : { 'refs.inspectionId': { $nin: unseen } };
  };
  const counted = (rows: readonly Count[]): ReadonlyMap<string, number> =>
    new Map(rows.map(({ _id, count }) => [_id, count]));

  const byVersion = async (actor: Actor): Promise<ReadonlyMap<string, number>> =>
    counted(
      await models.instances.aggregate<Count>([
        { $match: { state: 'active', ...(await visible(actor)) } },
        { $group: { _id: '$definitionKey', count: { $sum: 1 } } },
      ]),
    );
  /** Incidents of instances this person may know of. */
  const openIncidents = async (actor: Actor) => {
    const open = await deps.instances.openIncidents();
    const keys = [...new Set(open.map(({ instanceKey }) => instanceKey))];
    const known = await models.instances
      .find({ _id: { $in: keys }, ...(await visible(actor)) }, { _id: 1, version: 1 })
      .lean<{ readonly _id: string; readonly version: number }[]>();
    const versions = new Map(known.map(({ _id, version }) => [_id, version]));
    return open.flatMap((incident) => {
      const version = versions.get(incident.instanceKey);
      return version === undefined ? [] : [{ ...incident, version }];
    });
  };
  const tokens = async (actor: Actor, definitionKey: string): Promise<Token[]> => {
    const standing = counted(
      await models.instances.aggregate<Count>([
        { $match: { definitionKey, state: 'active', ...(await visible(actor)) } },
        { $unwind: '$elements' },
        { $match: { 'elements.s': 'active' } },
        { $group: { _id: '$elements.e', count: { $sum: 1 } } },
      ]),
    );
    const unseen = new Set(await deps.unseenInspections(actor));
    const late = (await deps.overdueTasks(definitionKey, new Date(deps.clock.now()))).filter(
      ({ inspectionId }) => inspectionId === null || !unseen.has(inspectionId),
    );
    const incidents = (await openIncidents(actor)).filter((incident) => incident.definitionKey === definitionKey);
    return [...standing].map(([elementId, count]) => ({
      elementId,
      count,
      overdue: late.filter((task) => task.elementId === elementId).length,
      incidents: incidents.filter((incident) => incident.elementId === elementId).length,
    }));
  };
  return { visible, byVersion, openIncidents, tokens };
};
export type Running = ReturnType<typeof createRunning>;
