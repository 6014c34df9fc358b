// Evidence: photos, signatures and documents that prove a fix. The door of the slice.
import type { EvidenceItem } from '#contracts/evidence.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, FileAnswer, Slice, Work } from '../../platform/slice.ts';
import { gridBlobs } from './blob-store.ts';
import { createCounters } from './counters.ts';
import type { Filter } from '../access/index.ts';
import type { EvidenceDeps } from './evidence.deps.ts';
import { presentEvidence } from './evidence.presenter.ts';
import { evidenceModel, type EvidenceRecord } from './evidence.record.ts';
import { uploader } from './upload.ts';

export { createCounters, threeDigits, type Counters } from './counters.ts';
export type { BlobStore } from './blob-store.ts';
export type { EvidenceDeps, EvidenceRefs, EvidenceScope } from './evidence.deps.ts';

export type EvidenceQuery = {
  readonly issueId?: string;
  readonly caseId?: string;
  readonly inspectionId?: string;
  readonly campaignId?: string;
  readonly unitId?: string;
};
type Belonging = { readonly issueId?: string; readonly round?: number; readonly phase?: EvidenceItem['phase'] };

export const createEvidence = (deps: EvidenceDeps) => {
  const model = evidenceModel(deps.connection);
  const blobs = deps.blobs ?? gridBlobs(deps.connection);
  const upload = uploader(deps, { model, blobs, counters: createCounters(deps.connection) });

  const readable = async (actor: Actor): Promise<Filter> => ({
    $and: [
      { $or: [deps.access.readFilter(actor, 'Evidence'), { uploadedBy: actor.userId }] },
      {
        $or: [
          { hidden: false },
          { uploadedBy: actor.userId },
          { inspectionId: { $in: await deps.hiddenInspections(actor) } },
        ],
      },
    ],
  });
  const find = async (actor: Actor, id: string): Promise<Result<EvidenceRecord>> => {
    const record = await model.findOne({ $and: [{ _id: id }, await readable(actor)] }).lean<EvidenceRecord>();
    return record === null ? refuse('not_found') : ok(record);
  };
  const file = async (actor: Actor, id: string, thumb: boolean): Promise<Result<FileAnswer>> => {
    const found = await find(actor, id);
    if (!found.ok) return found;
    const { value } = found;
    const sha256 = thumb ? value.thumbSha256 : value.sha256;
    if (sha256 === null) return refuse('not_found');
    return ok({
      mime: thumb ? 'image/jpeg' : value.mime,
      ...(value.kind === 'document' ? { name: value.name } : {}),
      immutable: true,
      body: blobs.open(sha256),
    });
  };
  const slice: Slice = {
    routes: {
      'POST /api/evidence': ({ actor, upload: sent }) => upload(actor, sent),
      'GET /api/evidence/:id': async ({ actor, params }) => {
        const found = await find(actor, params['id'] ?? '');
        return found.ok ? ok(presentEvidence(found.value)) : found;
      },
      'GET /api/evidence/:id/file': ({ actor, params }) => file(actor, params['id'] ?? '', false),
      'GET /api/evidence/:id/thumb': ({ actor, params }) => file(actor, params['id'] ?? '', true),
    },
  };
  return {
    slice,
    /** What this person may see of a row's, case's or inspection's evidence, oldest first. */
    list: async (actor: Actor, of: EvidenceQuery): Promise<readonly EvidenceItem[]> =>
      (
        await model
          .find({ $and: [{ ...of }, await readable(actor)] })
          .sort({ receivedAt: 1 })
          .lean<EvidenceRecord[]>()
      ).map(presentEvidence),
    /** For rules, without a reader. */
    byIds: async (ids: readonly string[]): Promise<readonly EvidenceRecord[]> =>
      ids.length === 0 ? [] : await model.find({ _id: { $in: ids } }).lean<EvidenceRecord[]>(),
    of: async (query: EvidenceQuery): Promise<readonly EvidenceRecord[]> =>
      await model
        .find({ ...query })
        .sort({ receivedAt: 1 })
        .lean<EvidenceRecord[]>(),
    /** Evidence joins a row or a round of it; where and when it was taken never changes. */
    assign: async (work: Work, ids: readonly string[], to: Belonging): Promise<void> => {
      if (ids.length > 0) await model.updateMany({ _id: { $in: ids } }, { $set: { ...to } }, { session: work.session });
    },
    mark: async (work: Work, id: string, mark: NonNullable<EvidenceItem['mark']>): Promise<void> => {
      await model.updateOne({ _id: id }, { $set: { mark } }, { session: work.session });
    },
    /** Numbers for a printed ledger, by row. */
    numbersOf: async (issueIds: readonly string[]): Promise<Map<string, string[]>> => {
      const numbers = new Map<string, string[]>();
      const rows = await model
        .find({ issueId: { $in: issueIds }, hidden: false }, { issueId: 1, no: 1 })
        .sort({ receivedAt: 1 })
        .lean<Pick<EvidenceRecord, 'issueId' | 'no'>[]>();
      for (const { issueId, no } of rows) numbers.set(issueId ?? '', [...(numbers.get(issueId ?? '') ?? []), no]);
      return numbers;
    },
    unseal: async (work: Work, inspectionId: string): Promise<void> => {
      await model.updateMany({ inspectionId }, { $set: { hidden: false } }, { session: work.session });
    },
  };
};
export type EvidenceDoor = Omit<ReturnType<typeof createEvidence>, 'slice'>;
export type { EvidenceRecord } from './evidence.record.ts';
