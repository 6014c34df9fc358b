// The moment an inspection becomes visible: public number, evidence opened, targets told.
import type { Work } from '../../platform/slice.ts';
import { modeWords } from './inspection.lifecycle.ts';
import type { InspectionRecord } from './inspection.record.ts';
import { drawPublicNo, type Parts } from './plan-inspection.ts';

export const reveal = async (parts: Parts, inspection: InspectionRecord, work: Work): Promise<InspectionRecord> => {
  const publicNo = inspection.publicNo || (await drawPublicNo(parts, work, inspection.campaignId));
  const shown = await parts.store.advance(work, inspection, {
    patch: { visibleFrom: inspection.visibleFrom ?? work.now, publicNo },
    title: `公开，编号 ${publicNo}`,
  });
  if (!shown.ok) throw new Error(`Expected inspection ${inspection._id} to become visible`);
  await parts.deps.evidence.unseal(work, inspection._id);
  for (const unitId of inspection.targetUnitIds)
    await parts.deps.afterStarted(work, inspection.campaignId, unitId, inspection._id);
  work.notify({
    groups: inspection.targetUnitIds.map((unitId) => `unit-head:${unitId}`),
    title: `${inspection.teamName}${modeWords[inspection.mode]}已开始`,
    detail: publicNo,
    link: `/inspections/${inspection._id}`,
  });
  return shown.value;
};
