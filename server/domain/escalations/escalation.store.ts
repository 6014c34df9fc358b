// Loading and advancing escalations: one step, one line of its story, one audit fact, news to those who may know.
import type { ClientSession } from 'mongoose';
import type { LifeEvent } from '#contracts/issues.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import type { EscalationDeps } from './escalation.deps.ts';
import { isOver, nextState, type EscalationEvent } from './escalation.lifecycle.ts';
import { escalationModel, type EscalationRecord } from './escalation.record.ts';

export type Step = {
  readonly event?: EscalationEvent;
  readonly patch?: Partial<Omit<EscalationRecord, '_id' | 'version' | 'state' | 'open' | 'life' | 'closedAt'>>;
  readonly title: string;
  readonly detail?: string;
  readonly tone?: LifeEvent['tone'];
  /** Persons' names: kept from everyone but discipline and the head. */
  readonly restricted?: true;
  /** About a paper that has not left: kept from the unit it is about. */
  readonly inside?: true;
  /** Who decided it, where a worker carries it out. */
  readonly by?: string;
};
/** A change that only one person may know of: no line of the story, news to nobody else. */
export type Mark = {
  readonly action: string;
  readonly title: string;
  readonly patch: Pick<EscalationRecord, 'signing'>;
  readonly restricted?: boolean;
};
export const restrictedKind = 'restricted';
export const insideKind = 'inside';
const insiders: readonly string[] = ['office', 'group-head', 'discipline', 'superior'];

/** Low rungs are the unit's and its supervisors' affair; from the interview on only heads, office and discipline. */
export const audienceOf = (escalation: EscalationRecord): string[] => [
  'office',
  'group-head',
  'discipline',
  'superior',
  `unit-head:${escalation.unitId}`,
  ...(escalation.teamId === null ? [] : [`team-leader:${escalation.teamId}`]),
  ...(escalation.level > 1
    ? []
    : [
        `unit-clerk:${escalation.unitId}`,
        ...(escalation.siteId === null ? [] : [`clinic:${escalation.siteId}`]),
        ...(escalation.sectionId === null ? [] : [`section:${escalation.sectionId}`]),
      ]),
];

export const createEscalationStore = (deps: Pick<EscalationDeps, 'connection'>) => {
  const model = escalationModel(deps.connection);
  const load = async (id: string, session: ClientSession | null = null): Promise<EscalationRecord | null> =>
    await model.findOne({ _id: id }).session(session).lean<EscalationRecord>();

  const note = (work: Work, escalation: EscalationRecord, step: Step): LifeEvent => {
    work.audit({
      action: `escalation.${step.event ?? 'note'}`,
      object: step.restricted ? 'accountability' : 'escalation',
      objectId: escalation._id,
      summary: `${escalation.no} ${escalation.unitName} ${step.title}`,
      after: { state: escalation.state, rung: escalation.rungId },
    });
    return {
      at: work.now.toISOString(),
      title: step.title,
      detail: step.detail ?? '',
      by: step.by ?? (work.actor.title || work.actor.name),
      tone: step.tone ?? 'plain',
      kind: step.restricted ? restrictedKind : step.inside ? insideKind : (step.event ?? 'note'),
    };
  };

  return {
    model,
    load,
    need: async (id: string, session: ClientSession | null = null): Promise<EscalationRecord> => {
      const escalation = await load(id, session);
      if (escalation === null) throw new Error(`Expected an escalation ${id}`);
      return escalation;
    },
    insert: async (work: Work, escalation: EscalationRecord, step: Step): Promise<EscalationRecord> => {
      const made = { ...escalation, life: [note(work, escalation, step)] };
      await model.insertMany([made], { session: work.session });
      work.change({ topic: 'escalation', id: made._id, what: 'created', to: audienceOf(made) });
      return made;
    },
    mark: async (work: Work, before: EscalationRecord, mark: Mark): Promise<Result<EscalationRecord>> => {
      const after: EscalationRecord = { ...before, ...mark.patch, version: before.version + 1 };
      const written = await model.replaceOne({ _id: before._id, version: before.version }, after, {
        session: work.session,
      });
      if (written.matchedCount === 0) return refuse('conflict');
      work.audit({
        action: `escalation.${mark.action}`,
        object: mark.restricted === true ? 'accountability' : 'escalation',
        objectId: before._id,
        summary: `${before.no} ${before.unitName} ${mark.title}`,
        barred: [before.unitId],
      });
      work.change({ topic: 'escalation', id: before._id, what: 'changed', to: [`user:${work.actor.userId}`] });
      return ok(after);
    },
    advance: async (work: Work, before: EscalationRecord, step: Step): Promise<Result<EscalationRecord>> => {
      const state = step.event === undefined ? before.state : nextState(before.state, step.event);
      if (state === null) return refuse('conflict');
      const moved: EscalationRecord = {
        ...before,
        ...step.patch,
        state,
        open: !isOver(state),
        closedAt: isOver(state) ? (before.closedAt ?? work.now) : null,
        version: before.version + 1,
      };
      const after = { ...moved, life: [...before.life, note(work, moved, step)] };
      const written = await model.replaceOne({ _id: before._id, version: before.version }, after, {
        session: work.session,
      });
      if (written.matchedCount === 0) return refuse('conflict');
      work.change({
        topic: 'escalation',
        id: after._id,
        what: after.open ? 'changed' : 'ended',
        to: step.inside ? insiders : audienceOf(after),
      });
      return ok(after);
    },
  };
};
export type EscalationStore = ReturnType<typeof createEscalationStore>;
