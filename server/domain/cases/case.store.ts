// Loading and advancing cases: one step changes the record, tells its story and its audience.
import type { ClientSession, Connection } from 'mongoose';
import type { LifeEvent } from '#contracts/issues.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import { caseModel, type Act, type CaseDocument } from './case.model.ts';
import { nextState, type CaseEvent } from './case.lifecycle.ts';

export type Entry = {
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  readonly tone?: LifeEvent['tone'];
  readonly refId?: string;
};
export type Step = {
  readonly event?: CaseEvent;
  readonly patch?: Partial<Omit<CaseDocument, '_id' | 'version' | 'state' | 'life'>>;
  readonly entry: Entry;
};

export const stale = refuse('conflict', {
  message: { zh: '这家单位的办理状态已经变化，请刷新后再办', en: 'This case has moved on; reload and try again' },
});
export const actOf = (work: Work): Act => ({
  id: work.actor.userId,
  name: work.actor.title || work.actor.name,
  at: work.now,
});

export const audienceOf = (record: CaseDocument): string[] => [
  'office',
  'group-head',
  'superior',
  `unit-head:${record.unitId}`,
  `unit-clerk:${record.unitId}`,
  ...(record.teamId === null ? [] : [`team-leader:${record.teamId}`, `team-member:${record.teamId}`]),
];

const lineOf = (work: Work, entry: Entry): LifeEvent => ({
  at: work.now.toISOString(),
  title: entry.title,
  detail: entry.detail ?? '',
  by: work.actor.title || work.actor.name,
  tone: entry.tone ?? 'plain',
  kind: entry.kind,
  ...(entry.refId === undefined ? {} : { refId: entry.refId }),
});

export const createCaseStore = (connection: Connection) => {
  const rows = caseModel(connection);
  const load = (id: string, session: ClientSession | null = null): Promise<CaseDocument | null> =>
    rows.findOne({ _id: id }).session(session).lean<CaseDocument | null>().exec();
  const record = (work: Work, document: CaseDocument, entry: Entry, what: 'created' | 'changed'): void => {
    work.audit({
      action: `case.${entry.kind}`,
      object: 'case',
      objectId: document._id,
      summary: `${document.unitName}：${entry.title}${entry.detail ? `（${entry.detail}）` : ''}`,
      after: { state: document.state, version: document.version },
    });
    work.change({ topic: 'case', id: document._id, what, to: audienceOf(document) });
  };
  return {
    rows,
    load,
    need: async (id: string, session: ClientSession | null = null): Promise<CaseDocument> => {
      const found = await load(id, session);
      if (found === null) throw new Error(`Expected a case ${id}`);
      return found;
    },
    of: (campaignId: string, unitId: string, session: ClientSession | null = null): Promise<CaseDocument | null> =>
      rows.findOne({ campaignId, unitId }).session(session).lean<CaseDocument | null>().exec(),
    all: (campaignId: string, session: ClientSession | null = null): Promise<CaseDocument[]> =>
      rows.find({ campaignId }).sort({ unitName: 1 }).session(session).lean<CaseDocument[]>().exec(),
    insert: async (work: Work, draft: CaseDocument, entry: Entry): Promise<CaseDocument> => {
      const document = { ...draft, life: [lineOf(work, entry)] };
      await rows.insertMany([document], { session: work.session });
      record(work, document, entry, 'created');
      return document;
    },
    advance: async (work: Work, before: CaseDocument, step: Step): Promise<Result<CaseDocument>> => {
      const state = step.event === undefined ? before.state : nextState(before.state, step.event);
      if (state === null) return stale;
      const after: CaseDocument = {
        ...before,
        ...step.patch,
        state,
        version: before.version + 1,
        life: [...before.life, lineOf(work, step.entry)],
      };
      const written = await rows.replaceOne({ _id: before._id, version: before.version }, after, {
        session: work.session,
      });
      if (written.matchedCount === 0) return stale;
      record(work, after, step.entry, 'changed');
      return ok(after);
    },
  };
};
export type CaseStore = ReturnType<typeof createCaseStore>;
