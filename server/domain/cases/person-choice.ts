// Persons named in a form: one of the unit's accounts, or somebody in words who has none.
import type { ClientSession } from 'mongoose';
import type { CaseDeps } from './case.deps.ts';
import type { Person } from './case.model.ts';

export const personChooser = (deps: Pick<CaseDeps, 'users'>) => {
  const colleagues = (unitId: string, siteIds: readonly string[]) =>
    deps.users.inGroups([`unit-head:${unitId}`, `unit-clerk:${unitId}`, ...siteIds.map((id) => `clinic:${id}`)]);
  return {
    options: async (unitId: string, siteIds: readonly string[]) =>
      (await colleagues(unitId, siteIds)).map(({ id, name, title }) => ({
        value: id,
        label: title || name,
        ...(title === '' ? {} : { note: name }),
      })),
    /** By id, or by the exact title or name of one colleague; anything else stays words. */
    resolve: async (given: string, unitId: string, session: ClientSession): Promise<Person> => {
      const byId = (await deps.users.people([given], session)).get(given);
      if (byId !== undefined) return { id: byId.id, name: byId.title || byId.name };
      const found = (await colleagues(unitId, [])).filter(({ name, title }) => given === name || given === title);
      const [one] = found;
      return one !== undefined && found.length === 1
        ? { id: one.id, name: one.title || one.name }
        : { id: '', name: given };
    },
  };
};
export type PersonChooser = ReturnType<typeof personChooser>;
