// The closed list of commands; whatever is not here is answered with CommandNotFound.
import type { Command } from './command.ts';
import {
  collMod,
  collStats,
  create,
  dbStats,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
} from './collections.ts';
import { explain } from './explain.ts';
import { find, getMore, killCursors } from './find.ts';
import { findAndModify } from './find-and-modify.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { aggregate, count, distinct } from './read.ts';
import {
  buildInfo,
  connectionStatus,
  getParameter,
  helloFor,
  hostInfo,
  ping,
  serverStatus,
  setParameter,
} from './server.ts';
import { abortTransaction, commitTransaction, endSessions, refreshSessions } from './session.ts';
import { insert, remove, update } from './write.ts';

export function commandsFor(address: string): ReadonlyMap<string, Command> {
  const commands = {
    hello: helloFor(address, false),
    isMaster: helloFor(address, true),
    ismaster: helloFor(address, true),
    ping,
    buildInfo,
    buildinfo: buildInfo,
    connectionStatus,
    serverStatus,
    getParameter,
    setParameter,
    hostInfo,
    endSessions,
    killSessions: endSessions,
    refreshSessions,
    commitTransaction,
    abortTransaction,
    find,
    getMore,
    killCursors,
    aggregate,
    count,
    distinct,
    explain,
    insert,
    update,
    delete: remove,
    findAndModify,
    findandmodify: findAndModify,
    create,
    drop,
    dropDatabase,
    listCollections,
    listDatabases,
    collMod,
    collStats,
    dbStats,
    createIndexes,
    listIndexes,
    dropIndexes,
  };
  return new Map(Object.entries(commands));
}
