// What inspections counted at a place, for indicators: only those the reader may see.
import type { Filter } from '../access/index.ts';
import type { InspectionRecord } from './inspection.record.ts';
import type { InspectionStore } from './inspection.store.ts';

export type Reading = { readonly orgId: string; readonly code: string; readonly value: number; readonly at: Date };
export type Readings = { readonly readings: readonly Reading[]; readonly lastInspectedAt: ReadonlyMap<string, Date> };

const readingsIn = ({ targets, checklist }: InspectionRecord, unitId: string, at: Date): Reading[] =>
  targets
    .filter((target) => target.unitId === unitId)
    .flatMap((target) =>
      target.answers.flatMap(({ itemId, siteId, count }) => {
        const code = checklist?.items.find(({ id }) => id === itemId)?.indicator;
        return code === undefined || count === null ? [] : [{ orgId: siteId ?? target.orgId, code, value: count, at }];
      }),
    );

export const readingsOf = async (
  store: Pick<InspectionStore, 'model'>,
  readable: Filter,
  campaignId: string,
  unitId: string,
): Promise<Readings> => {
  const done = await store.model
    .find({
      $and: [{ campaignId, targetUnitIds: unitId, visibleFrom: { $ne: null }, startedAt: { $ne: null } }, readable],
    })
    .sort({ startedAt: 1 })
    .lean<InspectionRecord[]>();
  const last = new Map<string, Date>();
  const readings: Reading[] = [];
  for (const inspection of done) {
    if (inspection.startedAt === null) continue;
    readings.push(...readingsIn(inspection, unitId, inspection.startedAt));
    for (const { orgId, unitId: own } of inspection.targets) if (own === unitId) last.set(orgId, inspection.startedAt);
  }
  return { readings, lastInspectedAt: last };
};
