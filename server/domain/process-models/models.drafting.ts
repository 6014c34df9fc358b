// Drafts: one a model, saved only over the version it was read at, so that nobody's work is lost.
import type { BodyOf } from '../../platform/slice.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Work } from '../../platform/slice.ts';
import { lintModel, readModel, type LintFinding } from '../../../processes/lint/index.ts';
import type { ModelDraftDoc } from './model.documents.ts';
import type { Parts } from './models.reading.ts';

type Save = BodyOf<'PUT /api/models/:id/draft'>;
type Saved = { savedAt: string; version: number; findings: LintFinding[] };

/** Those who work on models hear of it. */
export const audience = ['admin', 'office'];

const conflict = (draft: ModelDraftDoc | null): Result<never> =>
  refuse('draft_conflict', {
    ...(draft === null
      ? {}
      : {
          message: {
            zh: `${draft.byName} 刚刚保存了这份草稿，请先看过再合并；您的改动还在。`,
            en: `${draft.byName} has just saved this draft; look at it and merge, your changes are kept.`,
          },
        }),
    details: draft === null ? {} : { version: draft.version, savedAt: draft.savedAt.toISOString() },
  });

/** A draft must stay the model it is a draft of; what cannot be read yet is kept all the same. */
const otherModel = async (id: string, content: string): Promise<boolean> =>
  readModel(content).then(
    (facts) => facts.id !== '' && facts.id !== id && !facts.tables.some((table) => `${table.id}Definitions` === id),
    () => false,
  );

export const saveDraft = async (parts: Parts, actor: Actor, id: string, save: Save): Promise<Result<Saved>> => {
  const { deps, documents, catalogue } = parts;
  if (!deps.access.can(actor, 'edit', 'Model')) return refuse('forbidden');
  if (await otherModel(id, save.content))
    return refuse('rule_refused', {
      message: { zh: '模型的编号不能改，否则就成了另一个模型。', en: 'The id of a model cannot change.' },
    });
  const stored = await deps.transact(actor, async (work): Promise<Result<ModelDraftDoc>> => {
    const before = await documents.drafts.findById(id).session(work.session).lean<ModelDraftDoc>();
    if ((before?.version ?? 0) !== save.draftVersion) return conflict(before);
    const draft = await store(parts, work, id, save);
    work.audit({ action: 'model.draft', object: 'model', objectId: id, summary: `保存草稿第 ${draft.version} 稿` });
    work.change({ topic: 'model', id, what: 'changed', to: audience });
    return ok(draft);
  });
  if (!stored.ok) return stored.refusal.code === 'duplicate' ? conflict(null) : stored;
  const findings = await lintModel(save.content, await catalogue.surroundings());
  return ok({ savedAt: stored.value.savedAt.toISOString(), version: stored.value.version, findings });
};

const store = async ({ documents }: Parts, work: Work, id: string, save: Save): Promise<ModelDraftDoc> => {
  const draft: ModelDraftDoc = {
    _id: id,
    content: save.content,
    baseVersion: save.baseVersion,
    version: save.draftVersion + 1,
    savedAt: work.now,
    byId: work.actor.userId,
    byName: work.actor.name,
  };
  if (save.draftVersion === 0) await documents.drafts.create([draft], { session: work.session });
  else {
    const { _id, ...changes } = draft;
    await documents.drafts.updateOne({ _id, version: save.draftVersion }, { $set: changes }, { session: work.session });
  }
  return draft;
};

export const discardDraft = async (parts: Parts, actor: Actor, id: string): Promise<Result<{ ok: true }>> => {
  const { deps, documents } = parts;
  if (!deps.access.can(actor, 'edit', 'Model')) return refuse('forbidden');
  return deps.transact(actor, async (work) => {
    const gone = await documents.drafts.deleteOne({ _id: id }, { session: work.session });
    if (gone.deletedCount === 0) return refuse('not_found');
    work.audit({ action: 'model.discard-draft', object: 'model', objectId: id, summary: '放弃草稿' });
    work.change({ topic: 'model', id, what: 'changed', to: audience });
    return ok({ ok: true as const });
  });
};
