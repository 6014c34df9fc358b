// Door of organisations: the tree of county, bureau, units, sites, towns and villages.
import type { Connection } from 'mongoose';
import type { IdSource } from '../../platform/ids.ts';
import type { Slice, Transact } from '../../platform/slice.ts';
import { ok, refuse } from '../../platform/result.ts';
import type { Access } from '../access/index.ts';
import { createOrganisationStore } from './organisation.store.ts';
import { createOrganisationService } from './organisation.service.ts';

export { isSite, isUnit, typeNames } from './organisation.rules.ts';
export { matchesName, pinyinKey } from './pinyin.ts';

type Deps = {
  readonly connection: Connection;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly access: Access;
};

export const createOrganisations = ({ connection, ids, transact, access }: Deps) => {
  const { rows: _rows, ...doors } = createOrganisationStore(connection);
  const service = createOrganisationService({ rows: _rows, ...doors }, ids);
  const slice: Slice = {
    routes: {
      'GET /api/organisations': async ({ actor }) =>
        access.can(actor, 'read', 'Organisation') ? ok(await doors.all()) : refuse('forbidden'),
      'POST /api/organisations': async ({ actor, body }) =>
        access.can(actor, 'create', 'Organisation')
          ? transact(actor, (work) => service.add(work, body))
          : refuse('forbidden'),
      'PUT /api/organisations/:id': async ({ actor, params, body }) =>
        access.can(actor, 'edit', 'Organisation')
          ? transact(actor, (work) => service.change(work, params['id'] ?? '', body))
          : refuse('forbidden'),
    },
  };
  return { slice, ...doors, add: service.add };
};
export type Organisations = ReturnType<typeof createOrganisations>;
