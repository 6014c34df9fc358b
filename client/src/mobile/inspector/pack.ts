// Brings everything of today's visits onto the phone, and knows whether it is all there.
import { useEffect, useState } from 'react';
import type { TaskRow } from '#contracts/tasks.ts';
import { keepOnPhone, phone, taskRead } from '../store/index.ts';

export type Pack = {
  state: 'loading' | 'ready' | 'stale';
  at: number;
  room: 'enough' | 'low' | 'unknown';
  load: () => void;
};

const lowRoom = 50 * 1024 * 1024;

const roomLeft = async (): Promise<Pack['room']> => {
  // Not offered on plain http.
  const storage: StorageManager | undefined = navigator.storage;
  if (storage === undefined) return 'unknown';
  const { quota, usage } = await storage.estimate();
  if (quota === undefined || usage === undefined) return 'unknown';
  return quota - usage > lowRoom ? 'enough' : 'low';
};

const keptSince = async (keys: readonly string[]): Promise<number | null> => {
  const database = await phone();
  const kept = await Promise.all(keys.map((key) => database.get('cache', `task/${key}`)));
  return kept.every((one) => one !== undefined) ? Math.min(...kept.map((one) => one?.at ?? 0)) : null;
};

/** Off the line, an incomplete pack is stale; on the line it is fetched without asking. */
export const usePack = (tasks: readonly TaskRow[]): Pack => {
  const keys = tasks.map((task) => task.key).join(' ');
  const [pack, setPack] = useState<Omit<Pack, 'load'>>({ state: 'loading', at: 0, room: 'unknown' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    const list = keys === '' ? [] : keys.split(' ');
    const bring = async (): Promise<void> => {
      if (navigator.onLine) for (const key of list) await keepOnPhone(taskRead(key));
      const at = await keptSince(list);
      const room = await roomLeft();
      if (alive) setPack({ state: at === null ? 'stale' : 'ready', at: at ?? 0, room });
    };
    void bring().catch(() => alive && setPack({ state: 'stale', at: 0, room: 'unknown' }));
    return () => {
      alive = false;
    };
  }, [keys, round]);
  return { ...pack, load: () => setRound((now) => now + 1) };
};
