// Adding and changing organisations; a place in the tree is checked, nothing is ever deleted.
import type { Organisation } from '#contracts/administration.ts';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import { pinyinKey } from './pinyin.ts';
import { mayStandUnder } from './organisation.rules.ts';
import { present, type OrganisationStore } from './organisation.store.ts';
import type { OrganisationRow } from './organisation.model.ts';

export type NewOrganisation = {
  readonly name: string;
  readonly type: Organisation['type'];
  readonly parentId: string | null;
  readonly townId?: string | null | undefined;
};

const badPlace = refuse('rule_refused', {
  message: { zh: '这类机构不能设在所选上级之下', en: 'This kind of organisation cannot stand under the chosen parent' },
  fields: [{ path: 'parentId', message: { zh: '请另选上级', en: 'Choose another parent' } }],
});

export const createOrganisationService = (store: OrganisationStore, ids: IdSource) => {
  const { rows } = store;
  type Place = { readonly path: readonly string[]; readonly townId: string | null };

  const placeOf = async (entry: NewOrganisation, work: Work, selfId: string | null): Promise<Result<Place>> => {
    const parent =
      entry.parentId === null
        ? null
        : await rows.findById(entry.parentId).session(work.session).lean<OrganisationRow | null>();
    if (entry.parentId !== null && parent === null) return badPlace;
    if (!mayStandUnder(entry.type, parent?.type ?? null)) return badPlace;
    const path = parent === null ? [] : [...parent.path, parent._id];
    if (selfId !== null && path.includes(selfId)) return badPlace;
    return ok({ path, townId: entry.townId ?? (parent?.type === 'town' ? parent._id : (parent?.townId ?? null)) });
  };
  const nameTaken = async (entry: NewOrganisation, work: Work, selfId: string | null): Promise<boolean> =>
    (await rows
      .countDocuments({
        name: entry.name,
        parentId: entry.parentId,
        ...(selfId === null ? {} : { _id: { $ne: selfId } }),
      })
      .session(work.session)) > 0;
  const duplicate = refuse('duplicate', {
    message: { zh: '同一上级下已有同名机构', en: 'There is already an organisation of this name here' },
    fields: [{ path: 'name', message: { zh: '名称重复', en: 'Name already used' } }],
  });

  return {
    add: async (work: Work, entry: NewOrganisation, id: string = ids.next()): Promise<Result<Organisation>> => {
      const place = await placeOf(entry, work, null);
      if (!place.ok) return place;
      if (await nameTaken(entry, work, null)) return duplicate;
      const row: OrganisationRow = {
        _id: id,
        name: entry.name,
        type: entry.type,
        parentId: entry.parentId,
        ...place.value,
        active: true,
        pinyin: pinyinKey(entry.name),
        order: await rows.countDocuments({}).session(work.session),
        createdAt: work.now,
      };
      await rows.create([row], { session: work.session });
      work.audit({ action: 'create', object: 'organisation', objectId: id, summary: `新增机构：${entry.name}` });
      return ok(present(row));
    },
    change: async (
      work: Work,
      id: string,
      entry: NewOrganisation & { readonly active: boolean },
    ): Promise<Result<Organisation>> => {
      const before = await rows.findById(id).session(work.session).lean<OrganisationRow | null>();
      if (before === null) return refuse('not_found');
      if (before.type !== entry.type)
        return refuse('rule_refused', {
          message: { zh: '机构类别不能更改', en: 'The type of an organisation is fixed' },
        });
      const place = await placeOf(entry, work, id);
      if (!place.ok) return place;
      if (await nameTaken(entry, work, id)) return duplicate;
      const after = {
        name: entry.name,
        parentId: entry.parentId,
        active: entry.active,
        pinyin: pinyinKey(entry.name),
        ...place.value,
      };
      await rows.updateOne({ _id: id }, { $set: after }, { session: work.session });
      await moveBelow(work, before, place.value.path);
      work.audit({
        action: 'edit',
        object: 'organisation',
        objectId: id,
        summary: `修改机构：${entry.name}`,
        before: present(before),
        after,
      });
      return ok(present({ ...before, ...after }));
    },
  };

  async function moveBelow(work: Work, before: OrganisationRow, path: readonly string[]): Promise<void> {
    if (path.join() === before.path.join()) return;
    const below = await rows.find({ path: before._id }).session(work.session).lean<OrganisationRow[]>();
    for (const row of below) {
      const tail = row.path.slice(row.path.indexOf(before._id));
      await rows.updateOne({ _id: row._id }, { $set: { path: [...path, ...tail] } }, { session: work.session });
    }
  }
};
