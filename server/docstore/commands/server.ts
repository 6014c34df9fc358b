// What the server says of itself: hello, ping, buildInfo, serverStatus and the like.
import { Double, Long } from 'bson';
import { CommandError, notSupported } from '../errors.ts';
import { MAX_DOCUMENT_BYTES } from '../writes/stored-document.ts';
import { MAX_MESSAGE_BYTES } from '../wire/message.ts';
import type { Doc } from '../values/document.ts';
import { numeric } from '../values/number.ts';
import type { Operation } from '../operation.ts';
import type { Command } from './command.ts';
/** The protocol of MongoDB 7.0; it tells drivers which commands they may send. */
const MAX_WIRE_VERSION = 21;
const VERSION = '7.0.0';
export const SET_NAME = 'docstore';

const simple = (run: (operation: Operation) => Doc): Command => ({
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => run(operation),
});

/** A set of one member: only with a set name do drivers allow transactions. */
export function helloFor(address: string, legacy: boolean): Command {
  return simple(({ store }) => ({
    ...(legacy ? { ismaster: true } : { isWritablePrimary: true }),
    helloOk: true,
    setName: SET_NAME,
    setVersion: 1,
    secondary: false,
    hosts: [address],
    primary: address,
    me: address,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: store.now(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
  }));
}

export const ping = simple(() => ({}));

export const buildInfo = simple(() => ({
  version: VERSION,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'embedded document store',
  modules: [],
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  bits: 64,
  debug: false,
  storageEngines: ['lmdb'],
}));

export const connectionStatus = simple(() => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }));

export const serverStatus = simple(({ store }) => ({
  host: 'localhost',
  version: VERSION,
  process: 'docstore',
  pid: Long.fromNumber(process.pid),
  uptime: new Double((store.now().getTime() - store.startedAt.getTime()) / 1000),
  localTime: store.now(),
  mem: { resident: Math.round(process.memoryUsage.rss() / 2 ** 20), bits: 64, supported: true },
  metrics: { cursor: { open: { total: store.cursors.size } } },
  storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
}));

export const getParameter = simple(({ store, body }) => {
  const known: Doc = {
    featureCompatibilityVersion: { version: '7.0' },
    ttlMonitorSleepSecs: store.settings.ttlSleepSeconds,
  };
  const wanted = Object.keys(body).filter((name) => Object.hasOwn(known, name));
  if (body.getParameter === '*') return known;
  if (wanted.length === 0) throw new CommandError('InvalidOptions', 'no option found to get');
  return Object.fromEntries(wanted.map((name) => [name, known[name]]));
});

export const setParameter = simple(({ store, body }) => {
  const seconds = numeric(body.ttlMonitorSleepSecs);
  if (seconds === undefined) throw notSupported('setParameter of anything but ttlMonitorSleepSecs');
  const was = store.settings.ttlSleepSeconds;
  store.settings.ttlSleepSeconds = Math.max(0.01, Number(seconds));
  return { was };
});

export const hostInfo = simple(() => ({
  system: { hostname: 'localhost', cpuAddrSize: 64 },
  os: { type: process.platform },
}));
