// Reading the tree: by id, upwards to the unit, downwards to the sites.
import type { ClientSession, Connection } from 'mongoose';
import type { Organisation } from '#contracts/administration.ts';
import { organisationModel, type OrganisationRow } from './organisation.model.ts';
import { isUnit } from './organisation.rules.ts';

export const present = ({ _id, name, type, parentId, townId, active, pinyin }: OrganisationRow): Organisation => ({
  id: _id,
  name,
  type,
  parentId,
  townId,
  active,
  pinyin,
});

type Session = ClientSession | null;

export const createOrganisationStore = (connection: Connection) => {
  const rows = organisationModel(connection);
  const find = async (filter: Record<string, unknown>, session: Session = null): Promise<Organisation[]> =>
    (await rows.find(filter).sort({ order: 1, name: 1 }).session(session).lean<OrganisationRow[]>()).map(present);

  const byIds = async (ids: readonly string[], session: Session = null): Promise<Map<string, Organisation>> =>
    ids.length === 0
      ? new Map()
      : new Map((await find({ _id: { $in: [...new Set(ids)] } }, session)).map((found) => [found.id, found]));
  const byId = async (id: string, session: Session = null): Promise<Organisation | null> =>
    (await find({ _id: id }, session))[0] ?? null;

  return {
    all: (session: Session = null) => find({}, session),
    byId,
    byIds,
    names: async (ids: readonly string[], session: Session = null): Promise<Map<string, string>> =>
      new Map([...(await byIds(ids, session))].map(([id, { name }]) => [id, name])),
    /** The unit an organisation answers under: itself, or the nearest unit above a site. */
    unitOf: async (id: string, session: Session = null): Promise<Organisation | null> => {
      const row = await rows.findById(id).session(session).lean<OrganisationRow | null>();
      if (row === null) return null;
      if (isUnit(row.type)) return present(row);
      const above = await byIds(row.path, session);
      return (
        [...row.path]
          .reverse()
          .map((at) => above.get(at))
          .find((found) => found !== undefined && isUnit(found.type)) ?? null
      );
    },
    units: (session: Session = null) =>
      find({ type: { $in: ['countyHospital', 'maternalHospital', 'townshipHospital', 'communityCentre'] } }, session),
    sitesOf: (unitId: string, session: Session = null) => find({ path: unitId, type: 'clinic' }, session),
    sitesOfAll: (unitIds: readonly string[], session: Session = null) =>
      find({ path: { $in: unitIds }, type: 'clinic' }, session),
    /** The organisations themselves and everything below them. */
    withBelow: (ids: readonly string[], session: Session = null) =>
      ids.length === 0 ? Promise.resolve([]) : find({ $or: [{ _id: { $in: ids } }, { path: { $in: ids } }] }, session),
    sectionByName: async (name: string, session: Session = null): Promise<Organisation | null> =>
      (await find({ type: 'section', name, active: true }, session))[0] ?? null,
    sections: (session: Session = null) => find({ type: 'section', active: true }, session),
    root: async (session: Session = null): Promise<Organisation | null> =>
      (await find({ type: 'county' }, session))[0] ?? null,
    bureau: async (session: Session = null): Promise<Organisation | null> =>
      (await find({ type: 'bureau' }, session))[0] ?? null,
    rows,
  };
};
export type OrganisationStore = ReturnType<typeof createOrganisationStore>;
