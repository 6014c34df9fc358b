// Reads from the server that stay on the phone: shown at once from the last time, read again when something changed.
import { useEffect, useSyncExternalStore } from 'react';
import type { Change } from '#contracts/realtime.ts';
import { phone } from './database.ts';

export type Topic = Change['topic'] | 'outbox';
export type Spec<T> = {
  id: string;
  topics: readonly Topic[];
  load: () => Promise<T>;
  /** What of it may lie on the phone, null for nothing; all of it when left out. */
  kept?(value: T): T | null;
};
export type Resource<T> = {
  value: T | undefined;
  /** When the shown value was read, by the phone's clock; 0 when there is none. */
  at: number;
  /** As it lay on the phone: the server has not answered since the page was opened. */
  kept: boolean;
  loading: boolean;
  error: unknown;
};
type Entry = {
  spec: Spec<unknown>;
  now: Resource<unknown>;
  listeners: Set<() => void>;
  stale: boolean;
  touched: boolean;
};

const entries = new Map<string, Entry>();
const empty: Resource<never> = { value: undefined, at: 0, kept: false, loading: true, error: null };

const entryOf = (spec: Spec<unknown>): Entry => {
  const known = entries.get(spec.id);
  if (known !== undefined) return known;
  const made: Entry = { spec, now: empty, listeners: new Set(), stale: true, touched: false };
  entries.set(spec.id, made);
  return made;
};

const show = (entry: Entry, next: Partial<Resource<unknown>>): void => {
  entry.now = { ...entry.now, ...next };
  entry.listeners.forEach((tell) => tell());
};

const fromPhone = async (entry: Entry): Promise<void> => {
  if (entry.touched) return;
  entry.touched = true;
  const kept = await (await phone()).get('cache', entry.spec.id);
  if (kept !== undefined && entry.now.at === 0) show(entry, { value: kept.value, at: kept.at, kept: true });
};

const keep = async ({ spec }: Entry, value: unknown): Promise<void> => {
  const kept = spec.kept === undefined ? value : spec.kept(value);
  const database = await phone();
  if (kept === null) await database.delete('cache', spec.id);
  else await database.put('cache', { id: spec.id, value: kept, at: Date.now() });
};

const refresh = async (entry: Entry): Promise<void> => {
  entry.stale = false;
  show(entry, { loading: true });
  await fromPhone(entry).catch(() => undefined);
  try {
    const value = await entry.spec.load();
    show(entry, { value, at: Date.now(), kept: false, loading: false, error: null });
    await keep(entry, value);
  } catch (error) {
    show(entry, { loading: false, error });
  }
};

/** Reads once without a page, so that the page has it later without a network. */
export const keepOnPhone = async <T>(spec: Spec<T>): Promise<boolean> => {
  const entry = entryOf(spec);
  await refresh(entry);
  return entry.now.error === null;
};

export const reload = (id: string): void => {
  const entry = entries.get(id);
  if (entry !== undefined) void refresh(entry);
};

const renew = (touched: (entry: Entry) => boolean): void => {
  for (const entry of entries.values()) {
    if (!touched(entry)) continue;
    entry.stale = true;
    if (entry.listeners.size > 0) void refresh(entry);
  }
};
export const renewTopic = (topic: Topic): void => renew((entry) => entry.spec.topics.includes(topic));
export const renewAll = (): void => renew(() => true);
export const forgetAll = (): void => entries.clear();

const subscribe = (spec: Spec<unknown>, tell: () => void): (() => void) => {
  const entry = entryOf(spec);
  entry.listeners.add(tell);
  return () => entry.listeners.delete(tell);
};

export const useResource = <T>(spec: Spec<T> | null): Resource<T> => {
  const id = spec?.id ?? '';
  const now = useSyncExternalStore(
    (tell) => (spec === null ? () => undefined : subscribe(spec, tell)),
    () => (spec === null ? empty : entryOf(spec).now),
  );
  useEffect(() => {
    if (spec === null) return;
    const entry = entryOf(spec);
    if (entry.stale) void refresh(entry);
  }, [id]);
  // Only this spec's own load ever fills its entry.
  return now as Resource<T>;
};
