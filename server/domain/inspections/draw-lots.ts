// Drawing by lot so that anybody holding the candidates and the seed can draw again and compare.
import { createHash } from 'node:crypto';
import type { BodyOf } from '#contracts/http.ts';
import { ok, type Result } from '../../platform/result.ts';
import { fieldRefusal } from '../issues/index.ts';

export type LotRequest = NonNullable<BodyOf<'POST /api/inspections'>['byLot']>;

/** Candidates in the order of sha256(seed + ':' + id), the first `size` of them; the order they come in changes nothing. */
export const drawLots = (candidateIds: readonly string[], size: number, seed: string): string[] =>
  [...new Set(candidateIds)]
    .sort()
    .map((id) => ({ id, lot: createHash('sha256').update(`${seed}:${id}`).digest('hex') }))
    .sort((left, right) => (left.lot < right.lot ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);

/** A percentage is rounded up: a share of some units is never none. */
export const lotSize = (request: LotRequest, candidates: number): Result<number> => {
  if (request.reason.trim() === '') return fieldRefusal('byLot.reason', '请写明抽取理由', 'Say why lots are drawn');
  const size = request.unit === 'count' ? request.size : Math.ceil((candidates * request.size) / 100);
  if (size > candidates)
    return fieldRefusal(
      'byLot.size',
      `只有 ${candidates} 个候选单位，抽不出 ${size} 个`,
      `Only ${candidates} candidates, ${size} cannot be drawn`,
    );
  return ok(size);
};
