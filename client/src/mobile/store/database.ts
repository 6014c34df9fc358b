// What this phone keeps: pages read, drafts, photos waiting, answers waiting; one database a person.
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Draft } from './drafts.ts';
import type { Submission, Upload } from './waiting.ts';

export type Cached = { id: string; value: unknown; at: number };
interface PhoneSchema extends DBSchema {
  cache: { key: string; value: Cached };
  drafts: { key: string; value: Draft };
  uploads: { key: string; value: Upload };
  submissions: { key: string; value: Submission };
}
export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

let opened: Promise<PhoneDatabase> | null = null;

const stores = [
  ['cache', 'id'],
  ['drafts', 'id'],
  ['uploads', 'id'],
  ['submissions', 'id'],
] as const;

const openDatabase = (userId: string): Promise<PhoneDatabase> =>
  openDB<PhoneSchema>(`phone-${userId}`, 1, {
    upgrade: (database) => stores.forEach(([name, keyPath]) => database.createObjectStore(name, { keyPath })),
  });

export const openPhone = (userId: string): Promise<PhoneDatabase> => {
  opened = openDatabase(userId);
  return opened;
};

export const phone = (): Promise<PhoneDatabase> => {
  if (opened === null) throw new Error('Expected the phone database to be open, but nobody has signed in');
  return opened;
};

/** What was read for a person goes; what the person wrote stays until it is handed in. */
export const forgetReads = async (userId: string): Promise<void> => {
  const database = await openDatabase(userId);
  await database.clear('cache');
  database.close();
};

export const closePhone = async (): Promise<void> => {
  const database = await opened;
  opened = null;
  database?.close();
};
