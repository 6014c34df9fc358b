// The two parts the product stands on: embedded children, or the cluster and replica set the environment names.
import { dirname, join } from 'node:path';
import type { Config } from './platform/config.ts';
import { startPart, type Part } from './platform/embedded/child.ts';
import type { Logger } from './platform/logger.ts';

/** Beside what was started: bundled as `engine.js`, or its source. */
const script = (part: 'engine' | 'docstore'): string => {
  const started = process.argv[1] ?? '';
  return join(dirname(started), ...(started.endsWith('.js') ? [`${part}.js`] : [part, 'main.ts']));
};
// sun_path holds 108 bytes
const longestSocket = 100;

export type Store = { readonly uri: string; readonly part: Part | null };
export type Engine = { readonly address: string; readonly managementUrl: string | null; readonly part: Part | null };

export const startStore = async (config: Config, logger: Logger): Promise<Store> => {
  if (config.mongodbUri !== null) return { uri: config.mongodbUri, part: null };
  const socket = join(config.dataDir, 'docstore.sock');
  const bySocket = process.platform !== 'win32' && Buffer.byteLength(socket) <= longestSocket;
  const part = await startPart({
    name: 'docstore',
    script: script('docstore'),
    logger,
    env: {
      DATA_DIR: join(config.dataDir, 'docstore'),
      ...(bySocket ? { DOCSTORE_SOCKET: socket } : { DOCSTORE_PORT: '0' }),
    },
    pinned: (ready) => (ready.port === undefined ? {} : { DOCSTORE_PORT: String(ready.port) }),
  });
  const host = bySocket ? encodeURIComponent(socket) : `127.0.0.1:${String(part.ready.port)}`;
  return { uri: `mongodb://${host}/supervision?directConnection=true`, part };
};

export const startEngine = async (
  config: Config,
  logger: Logger,
  exporter: { url: string; username: string; password: string },
  controlledClock: boolean,
): Promise<Engine> => {
  if (config.zeebeAddress !== null)
    return { address: config.zeebeAddress, managementUrl: config.zeebeManagementUrl, part: null };
  const part = await startPart({
    name: 'engine',
    script: script('engine'),
    logger,
    env: {
      DATA_DIR: join(config.dataDir, 'engine'),
      ENGINE_PORT: '0',
      ENGINE_MANAGEMENT_PORT: '0',
      EXPORTER_URL: exporter.url,
      EXPORTER_USERNAME: exporter.username,
      EXPORTER_PASSWORD: exporter.password,
      ...(controlledClock ? { ZEEBE_CLOCK_CONTROLLED: 'true' } : {}),
    },
    pinned: (ready) => ({ ENGINE_PORT: String(ready.port), ENGINE_MANAGEMENT_PORT: String(ready.managementPort) }),
  });
  return {
    address: `127.0.0.1:${String(part.ready.port)}`,
    managementUrl: `http://127.0.0.1:${String(part.ready.managementPort)}`,
    part,
  };
};
