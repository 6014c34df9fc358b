// Saves a draft by itself a moment after the last change, one save at a time, and never over what it has not seen.
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, ProblemError } from '../../../shared/api/index.ts';
import { serverNow } from '../../../shared/time/index.ts';
import type { ModelDetail } from '../view/model-aside.tsx';
import { dropCopy, keepCopy } from './local-copy.ts';

export type SaveMark = 'clean' | 'unsaved' | 'saving' | 'saved' | 'failed' | 'conflict';
export type Theirs = NonNullable<ModelDetail['draftState']>;
export type DraftState = {
  readonly mark: SaveMark;
  readonly savedAt: string | null;
  readonly error: unknown;
  /** What somebody else saved meanwhile; null when the draft was deployed or thrown away. */
  readonly theirs: Theirs | null;
};
const pauseMs = 1200;

export const useDraft = (userId: string, model: ModelDetail) => {
  const held = useRef({
    text: model.draftState?.content ?? model.content,
    saved: model.draftState?.content ?? model.content,
    draftVersion: model.draftState?.version ?? 0,
    baseVersion: model.draftState?.baseVersion ?? model.latestVersion,
  });
  const [state, setState] = useState<DraftState>({
    mark: model.draftState === null ? 'clean' : 'saved',
    savedAt: model.draftState?.savedAt ?? null,
    error: null,
    theirs: null,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<number | null> | null>(null);

  const meet = useCallback(
    async (error: unknown): Promise<null> => {
      const clash = error instanceof ProblemError && (error.code === 'draft_conflict' || error.code === 'duplicate');
      const theirs = clash
        ? await call('GET /api/models/:id', { params: { id: model.id }, query: {} }).then(
            ({ draftState }) => draftState,
            () => null,
          )
        : null;
      setState((before) => ({ ...before, mark: clash ? 'conflict' : 'failed', error, theirs }));
      return null;
    },
    [model.id],
  );

  const push = useCallback(async (): Promise<number | null> => {
    const { text, draftVersion, baseVersion } = held.current;
    setState((before) => ({ ...before, mark: 'saving', error: null }));
    try {
      const saved = await call('PUT /api/models/:id/draft', {
        params: { id: model.id },
        body: { content: text, draftVersion, baseVersion },
      });
      held.current = { ...held.current, saved: text, draftVersion: saved.version };
      const clean = held.current.text === text;
      if (clean) dropCopy(userId, model.id);
      setState({ mark: clean ? 'saved' : 'unsaved', savedAt: saved.savedAt, error: null, theirs: null });
      return saved.version;
    } catch (error) {
      return meet(error);
    }
  }, [meet, model.id, userId]);

  /** Saves now what is on screen; null when it could not. */
  const flush = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current);
    await running.current;
    if (held.current.text === held.current.saved && held.current.draftVersion > 0) return held.current.draftVersion;
    running.current = push();
    return running.current;
  }, [push]);

  const change = useCallback(
    (text: string): void => {
      if (text === held.current.text) return;
      held.current = { ...held.current, text };
      keepCopy(userId, model.id, { content: text, at: serverNow(), draftVersion: held.current.draftVersion });
      setState((before) => (before.mark === 'conflict' ? before : { ...before, mark: 'unsaved' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [flush, model.id, userId],
  );

  /** Puts the draft on another footing: over theirs after it was looked at, or on a newer version. */
  const standOn = useCallback(
    (ground: { draftVersion?: number; baseVersion?: number }): Promise<number | null> => {
      held.current = { ...held.current, ...ground, saved: '' };
      return flush();
    },
    [flush],
  );

  useEffect(() => () => clearTimeout(timer.current), []);
  return { state, change, flush, standOn, held, meet };
};
