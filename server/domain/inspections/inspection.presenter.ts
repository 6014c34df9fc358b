// An inspection as those on its list, and later everyone allowed, see it.
import type { InspectionDetail } from '#contracts/inspections.ts';
import type { Text } from '#contracts/problem.ts';
import type { z } from 'zod';
import type { inspectionRow } from '#contracts/inspections.ts';
import { mayCancel } from './inspection.lifecycle.ts';
import type { InspectionRecord, InspectionView, Target } from './inspection.record.ts';
import { isFinding } from './inspection.rules.ts';

export type InspectionRow = z.infer<typeof inspectionRow>;

const hidden = (inspection: InspectionRecord): boolean => inspection.visibleFrom === null;

export const presentRow = (inspection: InspectionRecord): InspectionRow => ({
  id: inspection._id,
  no: inspection.publicNo || inspection.secretNo,
  campaignId: inspection.campaignId,
  mode: inspection.mode,
  state: inspection.state,
  secret: hidden(inspection),
  teamId: inspection.teamId,
  teamName: inspection.teamName,
  plannedFor: inspection.plannedFor,
  startedAt: inspection.startedAt?.toISOString() ?? null,
  // a list is looked at over shoulders; the page itself names the targets
  targetNames: hidden(inspection) ? [] : inspection.targets.map(({ name }) => name),
  findingCount: inspection.targets.flatMap(({ answers }) => answers).filter(isFinding).length,
});

const whoMaySee = (inspection: InspectionRecord): Text[] =>
  hidden(inspection)
    ? [
        { zh: `${inspection.teamName}组长：全部`, en: `Leader of ${inspection.teamName}: everything` },
        ...inspection.members.map(({ name }) => ({ zh: `${name}：仅本次`, en: `${name}: this one only` })),
        { zh: '领导小组组长：批准', en: 'Head of the leading group: approves' },
        { zh: '医改办：备案', en: 'Health reform office: keeps it on file' },
        { zh: '纪检：监督', en: 'Discipline: supervises' },
        { zh: '上级检查组：监督', en: 'Inspectors of the level above: supervise' },
      ]
    : [];

type Extras = {
  readonly views: readonly InspectionView[];
  readonly openTaskKey: string | null;
  readonly cancellable: boolean;
  /** A target sees its own part only; null for everyone else. */
  readonly own: ((target: Target) => boolean) | null;
};

export const presentDetail = (inspection: InspectionRecord, extras: Extras): InspectionDetail => {
  const { own } = extras;
  const targets = own === null ? inspection.targets : inspection.targets.filter(own);
  const forTarget = own !== null;
  return {
    ...presentRow({ ...inspection, targets }),
    checklist: inspection.checklist,
    purpose: inspection.purpose,
    members: inspection.members.map((member) => ({ ...member })),
    place: inspection.place,
    targets: targets.map((target) => ({ ...target, answers: [...target.answers] })),
    opinion: inspection.opinion,
    pointsTenths: inspection.pointsTenths,
    deductions: [...inspection.deductions],
    // whom the lot passed over is the inspectors' affair too
    sampling: forTarget ? null : (inspection.sampling ?? null),
    whoMaySee: forTarget ? [] : whoMaySee(inspection),
    viewLog: forTarget ? [] : extras.views.map(({ at, by }) => ({ at: at.toISOString(), by })),
    // planning and approval are the inspectors' affair
    life: [...inspection.life]
      .filter(({ at }) => !forTarget || inspection.startedAt === null || at >= inspection.startedAt.toISOString())
      .reverse(),
    may: extras.cancellable && mayCancel(inspection.state) ? ['cancel'] : [],
    openTaskKey: extras.openTaskKey,
  };
};
