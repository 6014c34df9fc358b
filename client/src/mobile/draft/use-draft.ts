// Keeps an answer while it is being filled in: on the phone at once, on the server within two seconds.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError, call } from '../../shared/api/index.ts';
import { currentBox } from '../outbox/index.ts';
import { useOnline } from '../shell/index.ts';
import { readDraft, resolveRefs, writeDraft } from '../store/index.ts';
import type { Values } from '../store/index.ts';
import { chooseDraft } from './choose-draft.ts';
import type { ServerDraft } from './choose-draft.ts';

const serverPause = 1_200;

export type DraftState = {
  /** Null until the phone has been asked. */
  values: Values | null;
  /** A function gets the values as they are at that moment: for changes that come in late. */
  change: (patch: Values | ((now: Values) => Values)) => void;
  /** The phone's time of the last save; null when nothing was ever kept. */
  savedAt: number | null;
  unsaved: boolean;
  conflict: ServerDraft | null;
  settle: (useTheirs: boolean) => void;
};
type Held = { values: Values; version: number; at: number };

const saveOnServer = async (key: string, held: Held): Promise<number> => {
  const evidenceOf = (id: string): string | null => currentBox().uploads.get(id)?.evidenceId ?? null;
  // A parse boundary: an object goes in, an object of the same keys comes out.
  const values = resolveRefs(held.values, evidenceOf) as Values;
  const saved = await call('PUT /api/tasks/:key/draft', {
    params: { key },
    body: { values, baseVersion: held.version },
  });
  return saved.version;
};

export const useDraft = (key: string, prefilled: Values, server: ServerDraft | null): DraftState => {
  const held = useRef<Held | null>(null);
  /** Written here and not yet on the server. */
  const owed = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const online = useOnline();
  const [values, setValues] = useState<Values | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const [conflict, setConflict] = useState<ServerDraft | null>(null);

  useEffect(() => {
    let alive = true;
    void readDraft(key).then((local) => {
      if (!alive || held.current !== null) return;
      const start = chooseDraft(prefilled, local, server);
      held.current = { values: start.values, version: start.version, at: start.at ?? 0 };
      owed.current = local !== undefined && !local.onServer;
      setValues(start.values);
      setSavedAt(start.at);
    });
    return () => {
      alive = false;
      clearTimeout(timer.current);
    };
    // A page keeps what it started from; later readings of the task do not overwrite what is being typed.
  }, [key]);

  const keep = useCallback(
    async (onServer: boolean): Promise<void> => {
      const now = held.current;
      if (now === null) return;
      await writeDraft({ id: key, ...now, onServer });
      owed.current = !onServer;
      if (held.current === now || held.current?.at === now.at) setUnsaved(false);
      setSavedAt(now.at);
    },
    [key],
  );

  const send = useCallback(async (): Promise<void> => {
    const now = held.current;
    if (now === null || !navigator.onLine) return;
    try {
      const version = await saveOnServer(key, now);
      if (held.current !== null) held.current = { ...held.current, version };
      if (held.current?.at === now.at) await keep(true);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'draft_conflict') return;
      const task = await call('GET /api/tasks/:key', { params: { key } }).catch(() => null);
      if (task?.draft != null) setConflict(task.draft);
    }
  }, [key, keep]);

  const started = values !== null;
  useEffect(() => {
    if (!online || !started || !owed.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), serverPause);
  }, [online, started, send]);

  const change = useCallback(
    (patch: Values | ((now: Values) => Values)): void => {
      const before = held.current;
      if (before === null) return;
      const fresh = typeof patch === 'function' ? patch(before.values) : patch;
      held.current = { ...before, values: { ...before.values, ...fresh }, at: Date.now() };
      setValues(held.current.values);
      setUnsaved(true);
      void keep(false);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), serverPause);
    },
    [keep, send],
  );

  const settle = useCallback(
    (useTheirs: boolean): void => {
      if (conflict === null || held.current === null) return;
      const version = conflict.version;
      held.current = { ...held.current, version };
      change(useTheirs ? conflict.values : {});
      setConflict(null);
    },
    [conflict, change],
  );
  return { values, change, savedAt, unsaved, conflict, settle };
};
