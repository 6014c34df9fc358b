// A stored piece of evidence as its readers see it.
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { EvidenceRecord } from './evidence.record.ts';

const size = (record: EvidenceRecord): Pick<EvidenceItem, 'width' | 'height'> =>
  record.width === null || record.height === null ? {} : { width: record.width, height: record.height };

export const presentEvidence = (record: EvidenceRecord): EvidenceItem => ({
  id: record._id,
  no: record.no,
  kind: record.kind,
  phase: record.phase,
  label: record.label,
  round: record.round,
  ...(record.villageId === null ? {} : { villageId: record.villageId, villageName: record.placeName }),
  orgId: record.siteId ?? record.unitId ?? '',
  ...(record.issueId === null ? {} : { issueId: record.issueId }),
  takenAt: record.takenAt.toISOString(),
  takenBy: record.takenBy,
  byUnit: record.byUnit,
  bytes: record.bytes,
  ...size(record),
  sha256: record.sha256,
  mime: record.mime,
  thumbUrl: `/api/evidence/${record._id}/thumb`,
  url: `/api/evidence/${record._id}/file`,
  ...(record.similar === null
    ? {}
    : { similarTo: { ...record.similar, takenAt: record.similar.takenAt.toISOString() } }),
  ...(record.mark ? { mark: record.mark } : {}),
});
