// Keeps a task's answer safe while it is written: at once on this machine, within two seconds on the server.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import { call, clientId, ProblemError } from '../../../shared/api/index.ts';
import { useMe } from '../../../shared/session/index.ts';
import { serverNow } from '../../../shared/time/index.ts';
import { startValues } from '../form/answer.ts';
import type { Values } from '../form/answer.ts';
import type { Field } from '../form/form-schema.ts';
import { clearLocal, newerDraft, readLocal, writeLocal } from './local-draft.ts';

const pauseMs = 900;
export type SaveState =
  | { kind: 'none' }
  | { kind: 'restored' | 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'local' }
  | { kind: 'conflict' };

export type Draft = {
  readonly values: Values;
  readonly state: SaveState;
  readonly idempotencyKey: string;
  readonly set: (key: string, value: unknown) => void;
  readonly saveNow: () => Promise<void>;
  readonly forget: () => void;
  /** After another window saved: keep what is here, or let go of it before theirs is read. */
  readonly keepMine: () => void;
};

export const useDraft = (detail: TaskDetail, fields: readonly Field[]): Draft => {
  const me = useMe();
  const key = detail.task.key;
  const [start] = useState(() => {
    const local = readLocal(me.userId, key);
    const offset = Date.parse(serverNow()) - Date.now();
    const restored = newerDraft(local, detail.draft, offset);
    return {
      restored,
      values: startValues(fields, detail.values, restored?.values ?? null),
      idempotencyKey: local?.idempotencyKey ?? clientId(),
    };
  });
  const [values, setValues] = useState<Values>(start.values);
  const [state, setState] = useState<SaveState>(
    start.restored === null ? { kind: 'none' } : { kind: 'restored', at: start.restored.at },
  );
  const work = useRef({
    values,
    version: detail.draft?.version ?? 0,
    /** The version another window saved; nothing goes over it before somebody chose. */
    theirs: null as number | null,
    dirty: false,
    over: false,
    timer: 0,
    sending: Promise.resolve(),
  });

  const send = useCallback(async (): Promise<void> => {
    const now = work.current;
    if (!now.dirty || now.over || now.theirs !== null) return;
    now.dirty = false;
    setState({ kind: 'saving' });
    try {
      const saved = await call('PUT /api/tasks/:key/draft', {
        params: { key },
        body: { values: now.values, baseVersion: now.version },
      });
      now.version = saved.version;
      setState({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      now.dirty = true;
      if (error instanceof ProblemError && error.code === 'draft_conflict') {
        const version = error.details['version'];
        if (typeof version === 'number') now.theirs = version;
        setState({ kind: 'conflict' });
      } else setState({ kind: 'local' });
    }
  }, [key]);
  // one save at a time, in order
  const saveNow = useCallback((): Promise<void> => {
    window.clearTimeout(work.current.timer);
    work.current.sending = work.current.sending.then(send);
    return work.current.sending;
  }, [send]);
  const set = useCallback(
    (name: string, value: unknown): void => {
      const now = work.current;
      now.values = { ...now.values, [name]: value };
      now.dirty = true;
      setValues(now.values);
      writeLocal(me.userId, key, { values: now.values, at: Date.now(), idempotencyKey: start.idempotencyKey });
      window.clearTimeout(now.timer);
      now.timer = window.setTimeout(() => void saveNow(), pauseMs);
    },
    [key, me.userId, saveNow, start.idempotencyKey],
  );
  const forget = useCallback((): void => {
    work.current.over = true;
    window.clearTimeout(work.current.timer);
    clearLocal(me.userId, key);
  }, [key, me.userId]);
  useEffect(() => {
    const onOnline = (): void => void saveNow();
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('online', onOnline);
      // leaving the task: what is not yet on the server goes now
      void saveNow();
    };
  }, [saveNow]);
  const keepMine = (): void => {
    const now = work.current;
    now.version = now.theirs ?? now.version;
    now.theirs = null;
    void saveNow();
  };
  return { values, state, idempotencyKey: start.idempotencyKey, set, saveNow, forget, keepMine };
};
