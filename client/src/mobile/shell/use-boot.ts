// Who is here: asked at the start, begun from memory where no answer comes, asked again until the server has spoken.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLine } from './line.ts';
import { askBoot, lastKnown } from './session.ts';
import type { Known } from './session.ts';

/** A weak line may take minutes to say nothing; what is on the phone need not wait for that. */
const patience = 3_000;
const pause = 10_000;

type BootState = { known: Known | null; error: unknown; retry: () => void };

export const useBoot = (): BootState => {
  const line = useLine();
  const [known, setKnown] = useState<Known | null>(null);
  const [error, setError] = useState<unknown>(null);

  /** A line that says nothing must not be filled with the same question. */
  const asking = useRef(false);

  const ask = useCallback((): void => {
    if (asking.current) return;
    asking.current = true;
    const goOn = (failure: unknown): void => {
      const last = lastKnown(failure);
      if (last !== null) setKnown((now) => now ?? last);
      else if (failure !== null) setError(failure);
    };
    const timer = setTimeout(() => goOn(null), patience);
    askBoot()
      .then((boot) => setKnown({ boot, stale: false }), goOn)
      .finally(() => {
        asking.current = false;
        clearTimeout(timer);
      });
  }, []);

  const settled = known !== null && !known.stale;
  useEffect(() => {
    if (settled && line !== 'noServer') return;
    ask();
    if (line !== 'noServer') return;
    const timer = setInterval(ask, pause);
    return () => clearInterval(timer);
  }, [settled, line, ask]);

  const retry = useCallback((): void => {
    setError(null);
    ask();
  }, [ask]);
  return { known, error, retry };
};
