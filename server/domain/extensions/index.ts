// Extensions of a row's deadline: asked, endorsed, decided; old dates stay. The door of the slice.
import type { IdSource } from '../../platform/ids.ts';
import type { Slice } from '../../platform/slice.ts';
import type { Issues } from '../issues/index.ts';
import { askExtension } from './ask-extension.ts';
import { extensionTasks } from './extension.tasks.ts';
import { extensionWorkers } from './extension.workers.ts';

export type ExtensionDeps = { readonly issues: Issues; readonly ids: IdSource };

export const createExtensions = (deps: ExtensionDeps): { readonly slice: Slice } => ({
  slice: {
    routes: {
      'POST /api/issues/:id/extension': ({ actor, params, body }) =>
        askExtension(deps)(actor, params['id'] ?? '', body),
    },
    tasks: extensionTasks(deps),
    workers: extensionWorkers(deps),
  },
});
