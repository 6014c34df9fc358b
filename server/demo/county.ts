// Builds the demo county's organisations, people and teams through the doors an administrator's acts go through.
import type { Product } from '../compose.ts';
import { ok, type Result } from '../platform/result.ts';
import { systemActor, type Work } from '../platform/slice.ts';
import { accounts, clinicId, hospitalId, hospitals, sections, teams, towns } from './accounts.ts';

const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`Expected ${what} to be made, but: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

const organisations = async (product: Product, work: Work): Promise<void> => {
  const add = async (
    id: string,
    name: string,
    type: Parameters<typeof product.organisations.add>[1]['type'],
    parentId: string | null,
    townId: string | null = null,
  ): Promise<void> => {
    must(await product.organisations.add(work, { name, type, parentId, townId }, id), name);
  };
  await add('county', '永宁县', 'county', null);
  await add('bureau', '永宁县卫生健康局', 'bureau', 'county');
  for (const section of sections) await add(section.id, section.name, 'section', 'bureau');
  for (const hospital of hospitals) await add(hospital.id, hospital.name, hospital.type, 'bureau');
  for (const town of towns) {
    await add(town.id, town.name, 'town', 'county');
    await add(hospitalId(town.id), `${town.name}卫生院`, 'townshipHospital', 'bureau', town.id);
    for (const [index, village] of town.villages.entries())
      await add(clinicId(town.id, index), `${village}卫生室`, 'clinic', hospitalId(town.id), town.id);
  }
};

const addPeople = async (product: Product, work: Work, password: string): Promise<ReadonlyMap<string, string>> => {
  const userIds = new Map<string, string>();
  // all have the one password of this installation, and its hash takes its time
  const passwordHash = await product.users.hashPassword(password);
  for (const person of accounts) {
    const user = must(
      await product.users.create(work, {
        username: person.username,
        name: person.name,
        // the post itself: records sign with it
        title: person.name,
        orgId: person.orgId,
        memberships: person.memberships
          .filter((member) => !member.role.startsWith('team'))
          .map((member) => ({ ...member })),
        passwordHash,
      }),
      person.name,
    );
    userIds.set(person.username, user._id);
  }
  return userIds;
};

const addTeams = async (product: Product, work: Work, userIds: ReadonlyMap<string, string>): Promise<void> => {
  const idOf = (username: string): string => userIds.get(username) ?? '';
  for (const [index, team] of teams.entries())
    must(
      await product.teams.add(work, {
        name: team.name,
        headId: idOf(`leader${index + 1}`),
        memberIds: [idOf(`inspector${index + 1}a`), idOf(`inspector${index + 1}b`)],
        unitIds: [...team.unitIds],
      }),
      team.name,
    );
};

/** Returns the accounts' ids by username. What is interrupted here begins again from nothing at the next start. */
export const buildCounty = async (product: Product, password: string): Promise<ReadonlyMap<string, string>> => {
  const inOneAct = <T>(what: string, act: (work: Work) => Promise<T>): Promise<T> =>
    product.transact(systemActor, async (work) => ok(await act(work))).then((result) => must(result, what));
  await inOneAct('the organisations', (work) => organisations(product, work));
  const userIds = await inOneAct('the people', (work) => addPeople(product, work, password));
  await inOneAct('the teams', (work) => addTeams(product, work, userIds));
  return userIds;
};
