// Taking in one file: once per client id, numbered by place, compared with what was handed in before.
import { evidenceUpload, type EvidenceItem } from '#contracts/evidence.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Upload, Work } from '../../platform/slice.ts';
import type { BlobStore } from './blob-store.ts';
import { threeDigits, type Counters } from './counters.ts';
import type { EvidenceDeps, EvidenceScope } from './evidence.deps.ts';
import { presentEvidence } from './evidence.presenter.ts';
import type { EvidenceModel, EvidenceRecord } from './evidence.record.ts';
import { prepareFile, type Prepared } from './prepare-file.ts';
import { findSimilar } from './similar.ts';
import type { z } from 'zod';

type Fields = z.infer<typeof evidenceUpload>;
type Parts = { readonly model: EvidenceModel; readonly blobs: BlobStore; readonly counters: Counters };
type Kept = {
  readonly sha256: string;
  readonly thumbSha256: string | null;
  readonly similar: EvidenceRecord['similar'];
};

/** A sealed inspection counts by itself: a gap in the village's numbers would betray it. */
const seriesOf = (fields: Fields, scope: EvidenceScope) =>
  fields.inspectionId === undefined
    ? { series: `evidence:${scope.placeId}`, prefix: scope.placeName }
    : { series: `evidence:inspection:${fields.inspectionId}`, prefix: '现场' };

const instant = (text: string | undefined, fallback: Date): Date => {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  // a phone with a wrong clock must not date a picture into the future
  return Number.isNaN(at) || at > fallback.getTime() ? fallback : new Date(at);
};

const record = (
  fields: Fields,
  scope: EvidenceScope,
  prepared: Prepared,
  kept: Kept,
  work: Work,
  rest: { readonly id: string; readonly no: string; readonly name: string },
): EvidenceRecord => ({
  _id: rest.id,
  no: rest.no,
  clientId: fields.clientId,
  kind: fields.kind,
  phase: fields.phase,
  label: fields.label,
  round: 0,
  campaignId: scope.campaignId,
  unitId: scope.unitId,
  siteId: scope.siteId,
  villageId: fields.villageId ?? scope.siteId,
  placeName: scope.placeName,
  issueId: fields.issueId ?? null,
  caseId: fields.caseId ?? null,
  inspectionId: fields.inspectionId ?? null,
  taskKey: fields.taskKey ?? null,
  hidden: scope.hidden,
  takenAt: instant(fields.takenAt, work.now),
  receivedAt: work.now,
  uploadedBy: work.actor.userId,
  takenBy: work.actor.title || work.actor.name,
  byUnit: work.actor.orgId ?? '',
  name: rest.name,
  mime: prepared.mime,
  bytes: prepared.bytes.length,
  width: prepared.width,
  height: prepared.height,
  sha256: kept.sha256,
  sourceSha256: prepared.sourceSha256,
  thumbSha256: kept.thumbSha256,
  fingerprint: prepared.fingerprint,
  bands: prepared.bands,
  similar: kept.similar,
  mark: null,
  place:
    fields.latitude === undefined || fields.longitude === undefined
      ? null
      : { latitude: fields.latitude, longitude: fields.longitude },
});

const similarTo = async (
  { model }: Parts,
  prepared: Prepared,
  fields: Fields,
  scope: EvidenceScope,
): Promise<EvidenceRecord['similar']> =>
  prepared.fingerprint === null || fields.kind !== 'photo'
    ? null
    : findSimilar(model, {
        fingerprint: prepared.fingerprint,
        sourceSha256: prepared.sourceSha256,
        unitId: scope.unitId,
        fromInspection: fields.inspectionId !== undefined,
      });

const keep = async (parts: Parts, prepared: Prepared, fields: Fields, scope: EvidenceScope): Promise<Kept> => {
  const [sha256, thumbSha256, similar] = await Promise.all([
    parts.blobs.put(prepared.bytes, prepared.mime),
    prepared.thumb === null ? null : parts.blobs.put(prepared.thumb, 'image/jpeg'),
    similarTo(parts, prepared, fields, scope),
  ]);
  return { sha256, thumbSha256, similar };
};

export const uploader =
  (deps: EvidenceDeps, parts: Parts) =>
  async (actor: Actor, upload: Upload): Promise<Result<EvidenceItem>> => {
    const parsed = evidenceUpload.safeParse(upload.fields);
    if (!parsed.success) return refuse('bad_request');
    const fields = parsed.data;
    const earlier = async (): Promise<EvidenceItem | null> => {
      const found = await parts.model
        .findOne({ uploadedBy: actor.userId, clientId: fields.clientId })
        .lean<EvidenceRecord>();
      return found === null ? null : presentEvidence(found);
    };
    const before = await earlier();
    if (before !== null) return ok(before);
    const scope = await deps.scopeOf(actor, fields);
    if (!scope.ok) return scope;
    const prepared = await prepareFile(upload.file.bytes, fields.kind, fields.sha256);
    if (!prepared.ok) return prepared;
    const kept = await keep(parts, prepared.value, fields, scope.value);
    const byUnit = actor.orgId === null ? '' : ((await deps.organisations.byId(actor.orgId))?.name ?? '');
    const stored = await deps.transact<EvidenceItem>(actor, async (work) => {
      const { series, prefix } = seriesOf(fields, scope.value);
      const no = `${prefix}-${threeDigits(await parts.counters.next(work.session, series))}`;
      const made = {
        ...record(fields, scope.value, prepared.value, kept, work, { id: deps.ids.next(), no, name: upload.file.name }),
        byUnit,
      };
      await parts.model.insertMany([made], { session: work.session });
      work.audit({
        action: 'evidence.add',
        object: 'evidence',
        objectId: made._id,
        summary: `上传佐证 ${no}${fields.label === '' ? '' : `（${fields.label}）`}`,
        after: { sha256: made.sha256, issueId: made.issueId, inspectionId: made.inspectionId },
        barred: scope.value.barred ?? [],
      });
      return ok(presentEvidence(made));
    });
    if (stored.ok || stored.refusal.code !== 'duplicate') return stored;
    // two tries of the same upload side by side: the second finds the first
    const twin = await earlier();
    return twin === null ? stored : ok(twin);
  };
