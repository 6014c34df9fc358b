// Composes who people are: organisations, users, teams, sessions.
import type { Boot } from '#contracts/session.ts';
import { createOrganisations } from './domain/organisations/index.ts';
import { createSession } from './domain/session/index.ts';
import { createTeams, type Teams } from './domain/teams/index.ts';
import { createUsers } from './domain/users/index.ts';
import type { Ground } from './ground.ts';
import { systemClock } from './platform/clock.ts';

export type PeopleDeps = {
  readonly demo: boolean;
  readonly demoAccounts: () => Promise<Boot['accounts']>;
  readonly signedOut: (userId: string) => void;
  readonly rightsChanged: () => void;
};

export const createPeople = (ground: Ground, deps: PeopleDeps) => {
  const { connection, ids, transact, access, clock } = ground;
  const organisations = createOrganisations({ connection, ids, transact, access });
  ground.inspectableBy(
    async ({ unitIds, siteIds, orgId }) =>
      unitIds.length + siteIds.length > 0 || (orgId !== null && (await organisations.unitOf(orgId)) !== null),
  );
  // users ask teams for scopes, teams stand on users
  const late: { teams: Teams | null } = { teams: null };
  const users = createUsers({
    connection,
    ids,
    transact,
    access,
    organisations,
    sessionClock: systemClock,
    signedOut: deps.signedOut,
    rightsChanged: deps.rightsChanged,
    teams: {
      teamNames: async (keys, session) => (await late.teams?.teamNames(keys, session ?? null)) ?? new Map(),
      unitsOfTeams: async (keys, session) => (await late.teams?.unitsOfTeams(keys, session ?? null)) ?? [],
    },
  });
  const teams = createTeams({
    connection,
    ids,
    transact,
    access,
    organisations,
    users,
    rightsChanged: deps.rightsChanged,
  });
  late.teams = teams;
  const session = createSession({
    users,
    clock,
    product: '健康整改督查',
    demo: deps.demo,
    demoAccounts: deps.demoAccounts,
  });
  return { organisations, users, teams, session };
};
export type People = ReturnType<typeof createPeople>;
