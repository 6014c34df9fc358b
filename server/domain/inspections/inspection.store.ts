// Loading and advancing inspections; news of a hidden one goes to its list only.
import type { ClientSession } from 'mongoose';
import type { LifeEvent } from '#contracts/issues.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import type { InspectionDeps } from './inspection.deps.ts';
import { nextState, type InspectionEvent } from './inspection.lifecycle.ts';
import { inspectionModel, viewModel, type InspectionRecord, type InspectionView } from './inspection.record.ts';

export type Step = {
  readonly event?: InspectionEvent;
  readonly patch?: Partial<Omit<InspectionRecord, '_id' | 'version' | 'state' | 'life'>>;
  readonly title: string;
  readonly detail?: string;
  readonly tone?: LifeEvent['tone'];
};

/** Those on the list; the targets and their section join when it is visible. */
export const audienceOf = (inspection: InspectionRecord): string[] => [
  `team-leader:${inspection.teamId}`,
  ...inspection.memberIds.map((id) => `user:${id}`),
  'office',
  'group-head',
  'discipline',
  'superior',
  ...(inspection.visibleFrom === null
    ? []
    : inspection.targetUnitIds.flatMap((unitId) => [`unit-head:${unitId}`, `unit-clerk:${unitId}`])),
];

/** A person of the target may hold another post that would hear of it. */
export const barredFrom = ({ visibleFrom, targetUnitIds, targetOrgIds }: InspectionRecord): string[] =>
  visibleFrom === null ? [...targetUnitIds, ...targetOrgIds] : [];

export const createInspectionStore = (deps: Pick<InspectionDeps, 'connection' | 'ids'>) => {
  const model = inspectionModel(deps.connection);
  const views = viewModel(deps.connection);
  const load = async (id: string, session: ClientSession | null = null): Promise<InspectionRecord | null> =>
    await model.findOne({ _id: id }).session(session).lean<InspectionRecord>();

  const note = (work: Work, inspection: InspectionRecord, step: Step): LifeEvent => {
    const line: LifeEvent = {
      at: work.now.toISOString(),
      title: step.title,
      detail: step.detail ?? '',
      by: work.actor.title || work.actor.name,
      tone: step.tone ?? 'plain',
      kind: step.event ?? 'note',
    };
    work.audit({
      action: `inspection.${line.kind}`,
      object: 'inspection',
      objectId: inspection._id,
      summary: `${inspection.publicNo || inspection.secretNo} ${line.title}`,
      after: { state: inspection.state },
      barred: barredFrom(inspection),
    });
    return line;
  };

  return {
    model,
    load,
    need: async (id: string, session: ClientSession | null = null): Promise<InspectionRecord> => {
      const inspection = await load(id, session);
      if (inspection === null) throw new Error(`Expected an inspection ${id}`);
      return inspection;
    },
    insert: async (work: Work, inspection: InspectionRecord, title: string): Promise<void> => {
      await model.insertMany([{ ...inspection, life: [note(work, inspection, { title })] }], { session: work.session });
      work.change({
        topic: 'inspection',
        id: inspection._id,
        what: 'created',
        to: audienceOf(inspection),
        except: barredFrom(inspection),
      });
    },
    advance: async (work: Work, before: InspectionRecord, step: Step): Promise<Result<InspectionRecord>> => {
      const state = step.event === undefined ? before.state : nextState(before.state, step.event);
      if (state === null) return refuse('conflict');
      const after: InspectionRecord = { ...before, ...step.patch, state, version: before.version + 1 };
      const told = { ...after, life: [...before.life, note(work, after, step)] };
      const written = await model.replaceOne({ _id: before._id, version: before.version }, told, {
        session: work.session,
      });
      if (written.matchedCount === 0) return refuse('conflict');
      work.change({
        topic: 'inspection',
        id: after._id,
        what: 'changed',
        to: audienceOf(after),
        except: barredFrom(after),
      });
      return ok(told);
    },
    /** Who looked at a hidden inspection is kept. */
    noteView: async (
      inspection: InspectionRecord,
      by: { readonly id: string; readonly name: string },
      at: Date,
    ): Promise<void> => {
      await views.insertMany([{ _id: deps.ids.next(), inspectionId: inspection._id, at, byId: by.id, by: by.name }]);
    },
    views: async (inspectionId: string): Promise<InspectionView[]> =>
      await views.find({ inspectionId }).sort({ at: -1 }).limit(200).lean<InspectionView[]>(),
  };
};
export type InspectionStore = ReturnType<typeof createInspectionStore>;
