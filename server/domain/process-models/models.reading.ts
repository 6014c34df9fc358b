// Reads models: the list with counts, one model with versions, draft, request and tokens.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { readModel } from '../../../processes/lint/index.ts';
import { kindOf } from './canonical.ts';
import type { Catalogue, Deployed } from './catalogue.ts';
import type { ProcessModelsDeps } from './deps.ts';
import { moveCounts } from './migration.reading.ts';
import { openStates, type DeploymentDoc, type ModelDocuments, type ModelDraftDoc } from './model.documents.ts';
import { draftOf, lineOf, pendingOf, rowOf, versionOf, type ModelDetail, type ModelRow } from './model.presenter.ts';
import type { Running } from './running.ts';

export type Parts = {
  readonly deps: ProcessModelsDeps;
  readonly documents: ModelDocuments;
  readonly catalogue: Catalogue;
  readonly running: Running;
};
/** Somebody who saved within this time is still at it. */
const editingMs = 10 * 60_000;

const openRequests = ({ documents }: Parts): Promise<DeploymentDoc[]> =>
  documents.deployments.find({ state: { $in: [...openStates] } }).lean<DeploymentDoc[]>();

export const listModels = async (parts: Parts, actor: Actor): Promise<Result<ModelRow[]>> => {
  const { deps, documents, catalogue } = parts;
  if (!deps.access.can(actor, 'read', 'Model')) return refuse('forbidden');
  const all = await catalogue.all();
  const running = await parts.running.byVersion(actor);
  const incidents = await parts.running.openIncidents(actor);
  const drafts = await documents.drafts.find({}, { content: 0 }).lean<ModelDraftDoc[]>();
  const open = await openRequests(parts);
  const names = await catalogue.formNames();
  const rows = (await catalogue.latest()).map(({ id, kind, name }) =>
    rowOf(id, kind, {
      versions: all.filter((one) => one.id === id && one.kind === kind),
      name: kind === 'form' ? (names.get(id) ?? name) : name,
      running,
      incidents: incidents.filter(({ processId }) => kind === 'bpmn' && processId === id).length,
      draft: drafts.some(({ _id }) => _id === id),
      pending: open.some(({ modelId }) => modelId === id),
    }),
  );
  const born = new Set(rows.map(({ id }) => id));
  const unborn = await documents.drafts
    .find({ _id: { $in: drafts.map(({ _id }) => _id).filter((id) => !born.has(id)) } })
    .lean<ModelDraftDoc[]>();
  const drawn = unborn.map(({ _id, content }) =>
    rowOf(_id, kindOf(content), {
      versions: [],
      name: _id,
      running,
      incidents: 0,
      draft: true,
      pending: open.some(({ modelId }) => modelId === _id),
    }),
  );
  return ok([...rows, ...drawn].sort(byNumber));
};

const byNumber = (left: ModelRow, right: ModelRow): number => {
  const rank = ({ no }: ModelRow): number => (no === '' ? 99 : Number(no.slice(1)));
  return rank(left) - rank(right) || left.kind.localeCompare(right.kind) || left.id.localeCompare(right.id);
};

const nameOf = async (parts: Parts, latest: Deployed | undefined, draft: ModelDraftDoc | null): Promise<string> => {
  if (latest?.kind === 'form') return (await parts.catalogue.formNames()).get(latest.id) ?? latest.name;
  if (latest !== undefined) return latest.name;
  return readModel(draft?.content ?? '').then(
    ({ name }) => name,
    () => draft?._id ?? '',
  );
};

export const readOne = async (
  parts: Parts,
  actor: Actor,
  id: string,
  wanted: number | undefined,
): Promise<Result<ModelDetail>> => {
  const { deps, documents, catalogue } = parts;
  if (!deps.access.can(actor, 'read', 'Model')) return refuse('forbidden');
  const versions = await catalogue.all(id);
  const draft = await documents.drafts.findById(id).lean<ModelDraftDoc>();
  const shown = versions.find(({ version }) => wanted === undefined || version === wanted);
  if ((shown === undefined && wanted !== undefined) || (versions.length === 0 && draft === null))
    return refuse('not_found');
  const requests = await documents.deployments.find({ modelId: id }).sort({ askedAt: -1 }).lean<DeploymentDoc[]>();
  const open = requests.find(({ state }) => openStates.includes(state));
  const moves = await moveCounts(parts, actor, requests.slice(0, 30));
  const running = await parts.running.byVersion(actor);
  const incidents = (await parts.running.openIncidents(actor)).filter(({ processId }) => processId === id).length;
  const latest = versions[0];
  const row = rowOf(id, latest?.kind ?? kindOf(draft?.content ?? ''), {
    versions,
    name: await nameOf(parts, latest, draft),
    running,
    incidents,
    draft: draft !== null,
    pending: open !== undefined,
  });
  const editing = draft !== null && deps.clock.now() - draft.savedAt.getTime() < editingMs;
  return ok({
    ...row,
    versions: versions.map((one) =>
      versionOf(
        one,
        row.latestVersion,
        running.get(one.key) ?? 0,
        requests.find(({ deployedVersion }) => deployedVersion === one.version),
      ),
    ),
    content: shown === undefined ? '' : await catalogue.contentOf(shown),
    shownVersion: shown?.version ?? 0,
    draftState: draft === null ? null : draftOf(draft),
    pendingDeployment: open === undefined ? null : pendingOf(open),
    editors: editing ? [draft.byName] : [],
    requests: requests.slice(0, 30).map((one) => lineOf(one, moves.get(one._id))),
    surroundings: await catalogue.surroundings(),
    tokens: shown?.kind === 'bpmn' ? await parts.running.tokens(actor, shown.key) : [],
  });
};
