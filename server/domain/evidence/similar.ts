// Looks for the same or a very similar picture handed in before: the likely sign of false evidence.
import { alikePercent, bandsOf, similarFromPercent } from './fingerprint.ts';
import type { Filter } from '../access/index.ts';
import type { EvidenceModel, EvidenceRecord } from './evidence.record.ts';

type Candidate = Pick<EvidenceRecord, '_id' | 'no' | 'fingerprint' | 'sourceSha256' | 'takenAt'>;
export type Newcomer = {
  readonly fingerprint: string;
  readonly sourceSha256: string;
  readonly unitId: string | null;
  /** A unit's upload is never compared with an inspection's pictures: the answer would betray them. */
  readonly fromInspection: boolean;
};
const most = 3000;

export const mostAlike = (
  newcomer: Newcomer,
  candidates: readonly Candidate[],
): NonNullable<EvidenceRecord['similar']> | null => {
  let best: NonNullable<EvidenceRecord['similar']> | null = null;
  for (const candidate of candidates) {
    if (candidate.fingerprint === null) continue;
    const percent =
      candidate.sourceSha256 === newcomer.sourceSha256
        ? 100
        : alikePercent(candidate.fingerprint, newcomer.fingerprint);
    if (percent >= similarFromPercent && percent > (best?.percent ?? 0))
      best = { id: candidate._id, no: candidate.no, percent, takenAt: candidate.takenAt };
  }
  return best;
};

export const findSimilar = async (
  model: EvidenceModel,
  newcomer: Newcomer,
): Promise<NonNullable<EvidenceRecord['similar']> | null> => {
  const known: Filter = newcomer.fromInspection ? { kind: 'photo' } : { kind: 'photo', inspectionId: null };
  const bands = bandsOf(newcomer.fingerprint);
  const near: readonly Filter[] = [
    { unitId: newcomer.unitId },
    // the same file has the same bands; only a picture without any is looked for by its bytes
    bands.length === 0 ? { sourceSha256: newcomer.sourceSha256 } : { bands: { $in: bands } },
  ];
  const candidates = await Promise.all(
    near.map((condition) =>
      model
        .find({ $and: [known, condition] }, { no: 1, fingerprint: 1, sourceSha256: 1, takenAt: 1 })
        .sort({ receivedAt: -1 })
        .limit(most)
        .lean<Candidate[]>(),
    ),
  );
  return mostAlike(newcomer, candidates.flat());
};
