// Where a checklist is to be answered: the institution itself or each of its clinics.
import type { TaskDetail } from '#contracts/tasks.ts';
import type { Place } from './answers.ts';

export type Sheet = { title: string; name: string; places: Place[]; self: boolean };

/** A unit answers for itself what is asked of a unit, and for each clinic what is asked of a clinic. */
const selfSheet = (detail: TaskDetail): Sheet | null => {
  const found = detail.case;
  if (found === null || found.checklist === null) return null;
  const { checklist, sites, unitName } = found;
  const ofSite = sites.length === 0 ? [] : checklist.items.filter((item) => item.scope === 'site');
  const ofUnit = checklist.items.filter((item) => !ofSite.includes(item));
  const places: Place[] = [
    ...(ofUnit.length === 0 ? [] : [{ id: '', name: unitName, items: ofUnit }]),
    ...sites.filter(() => ofSite.length > 0).map((site) => ({ ...site, items: ofSite })),
  ];
  return { title: checklist.title, name: unitName, places, self: true };
};

export const sheetOf = (detail: TaskDetail): Sheet | null => {
  if (detail.task.type === 'self-check') return selfSheet(detail);
  const { inspection, task } = detail;
  if (inspection === null || inspection.checklist === null) return null;
  const targetId = detail.values['targetId'];
  const target =
    inspection.targets.find((one) => one.id === targetId) ??
    inspection.targets.find((one) => one.name === task.siteName) ??
    inspection.targets.find((one) => one.orgId === task.unitId) ??
    inspection.targets.find((one) => one.unitId === task.unitId);
  const name = target?.name ?? (task.siteName === '' ? task.unitName : task.siteName);
  const { title, items } = inspection.checklist;
  return { title, name, places: [{ id: '', name, items }], self: false };
};
