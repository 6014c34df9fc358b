// Fetches one namespace of one language when a page first needs it.
import type { BackendModule } from 'i18next';

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('./{zh-CN,en}/*.json');

export const catalogueBackend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = catalogues[`./${language}/${namespace}.json`];
    if (load === undefined) return done(new Error(`No catalogue ${language}/${namespace}`), false);
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
    );
  },
};
