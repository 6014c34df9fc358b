// Instances and incidents: who may know of them, pages by start, one instance with its diagram.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, QueryOf } from '../../platform/slice.ts';
import type { InstanceDoc } from '../instances/index.ts';
import {
  elementsOf,
  incidentListOf,
  instanceRowOf,
  noWords,
  type IncidentRow,
  type InstanceDetail,
  type InstanceRow,
} from './instances.presenter.ts';
import type { Parts } from './models.reading.ts';

type Query = QueryOf<'GET /api/models/:id/instances'>;
type Page = { items: InstanceRow[]; total: number; nextCursor: string | null };

const rowFor = async ({ deps }: Parts, actor: Actor, instance: InstanceDoc): Promise<InstanceRow> =>
  instanceRowOf(instance, (await deps.caseWords(actor, instance.refs)) ?? noWords);

const afterCursor = (cursor: string | undefined): Record<string, unknown> => {
  const [at, key] = (cursor ?? '').split('_');
  if (at === undefined || key === undefined || !/^\d+$/.test(at)) return {};
  const startedAt = new Date(Number(at));
  return { $or: [{ startedAt: { $lt: startedAt } }, { startedAt, _id: { $lt: key } }] };
};

export const listInstances = async (
  parts: Parts,
  actor: Actor,
  modelId: string,
  query: Query,
): Promise<Result<Page>> => {
  const { deps, running } = parts;
  if (!deps.access.can(actor, 'read', 'Model')) return refuse('forbidden');
  const limit = Number(query.limit ?? 50);
  const asked = [
    { processId: modelId },
    await running.visible(actor),
    query.state === undefined ? {} : { state: query.state },
    query.version === undefined ? {} : { version: Number(query.version) },
    query.elementId === undefined ? {} : { elements: { $elemMatch: { e: query.elementId, s: 'active' } } },
  ];
  const { instances } = deps.instances.models;
  const found = await instances
    .find({ $and: [...asked, afterCursor(query.cursor)] })
    .sort({ startedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<InstanceDoc[]>();
  const total = await instances.countDocuments({ $and: asked });
  const items: InstanceRow[] = [];
  for (const instance of found.slice(0, limit)) items.push(await rowFor(parts, actor, instance));
  const last = found[limit - 1];
  const more = found.length > limit && last !== undefined;
  return ok({ items, total, nextCursor: more ? `${last.startedAt.getTime()}_${last._id}` : null });
};

/** One answer for what is not there and what this person must not know of. */
const seen = async (parts: Parts, actor: Actor, key: string): Promise<InstanceDoc | null> => {
  const instance = await parts.deps.instances.get(key);
  if (instance === null) return null;
  const { inspectionId } = instance.refs;
  const unseen = inspectionId === undefined ? [] : await parts.deps.unseenInspections(actor);
  if (inspectionId !== undefined && unseen.includes(inspectionId)) return null;
  const mayKnow =
    parts.deps.access.can(actor, 'read', 'Model') || (await parts.deps.caseWords(actor, instance.refs)) !== null;
  return mayKnow ? instance : null;
};

export const readInstance = async (parts: Parts, actor: Actor, key: string): Promise<Result<InstanceDetail>> => {
  const { deps, running } = parts;
  const instance = await seen(parts, actor, key);
  if (instance === null) return refuse('not_found');
  const incidents = await deps.instances.openIncidents({ instanceKey: key });
  const called = await deps.instances.models.instances
    .find({ $and: [{ parentKey: key }, await running.visible(actor)] })
    .sort({ startedAt: 1, _id: 1 })
    .limit(500)
    .lean<InstanceDoc[]>();
  const children: InstanceRow[] = [];
  for (const child of called) children.push(await rowFor(parts, actor, child));
  const outline = await deps.instances.outline(instance.definitionKey);
  return ok({
    ...(await rowFor(parts, actor, instance)),
    processName: outline?.name ?? instance.processId,
    content: (await deps.instances.definition(instance.definitionKey))?.content ?? '',
    parentKey: instance.parentKey,
    children,
    elements: elementsOf(instance, outline, incidents, deps.clock.now()),
    takenFlows: Object.keys(instance.flows),
    incidentList: incidentListOf(incidents),
  });
};

export const listIncidents = async (parts: Parts, actor: Actor): Promise<Result<IncidentRow[]>> => {
  const { deps, running } = parts;
  if (!deps.access.can(actor, 'read', 'Incident')) return refuse('forbidden');
  const rows: IncidentRow[] = [];
  for (const incident of await running.openIncidents(actor)) {
    const outline = await deps.instances.outline(incident.definitionKey);
    rows.push({
      key: incident._id,
      processId: incident.processId,
      processName: outline?.name ?? incident.processId,
      version: incident.version,
      instanceKey: incident.instanceKey,
      elementId: incident.elementId,
      elementName: outline?.names.get(incident.elementId) ?? incident.elementId,
      type: incident.type,
      message: incident.message,
      at: incident.at.toISOString(),
      jobKey: incident.jobKey,
    });
  }
  return ok(rows);
};

/** Written down first: a retry the engine refuses was still asked for. */
export const retryIncident = async (parts: Parts, actor: Actor, key: string): Promise<Result<{ ok: true }>> => {
  const { deps, running } = parts;
  if (!deps.access.can(actor, 'edit', 'Incident')) return refuse('forbidden');
  const incident = (await running.openIncidents(actor)).find(({ _id }) => _id === key);
  if (incident === undefined) return refuse('not_found');
  const noted = await deps.transact(actor, async (work) => {
    work.audit({
      action: 'incident.retry',
      object: 'incident',
      objectId: key,
      summary: `重试 ${incident.processId} 的 ${incident.elementId}`,
    });
    work.change({ topic: 'model', id: incident.processId, what: 'changed', to: ['admin'] });
    return ok(true as const);
  });
  if (!noted.ok) return noted;
  if (incident.jobKey !== null) {
    const again = await deps.engine.retryJob(incident.jobKey);
    if (!again.ok) return again;
  }
  const resolved = await deps.engine.resolveIncident(key);
  return resolved.ok ? ok({ ok: true }) : resolved;
};
