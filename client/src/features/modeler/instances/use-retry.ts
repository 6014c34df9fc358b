// Tries a stuck step again and follows what really becomes of it: refused, running, passed, or failed once more.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../shared/api/index.ts';
import { useAct } from '../../../shared/query/index.ts';

export type Outcome =
  | { readonly kind: 'idle' | 'asking' | 'running' | 'passed' | 'waiting' | 'resolved' }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'failed'; readonly message: string };
export type Stuck = { readonly key: string; readonly elementId: string; readonly instanceKey: string };

const everyMs = 1500;
/** Three tries of a worker with their pauses fit into it. */
const patience = 40;

const look = async ({ key, elementId, instanceKey }: Stuck, last: boolean): Promise<Outcome | null> => {
  const instance = await call('GET /api/instances/:key', { params: { key: instanceKey } });
  if (instance.incidentList.some((incident) => incident.key === key)) return last ? { kind: 'waiting' } : null;
  const again = instance.incidentList.find((incident) => incident.elementId === elementId);
  if (again !== undefined) return { kind: 'failed', message: again.message };
  const state = instance.elements.find((element) => element.id === elementId)?.state;
  if (state === 'completed') return { kind: 'passed' };
  return last ? { kind: 'resolved' } : null;
};

export const useRetry = (stuck: Stuck): { outcome: Outcome; retry: () => void } => {
  const client = useQueryClient();
  const act = useAct('POST /api/incidents/:key/retry');
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' });
  const tried = useRef(stuck.key);
  if (tried.current !== stuck.key && (outcome.kind === 'passed' || outcome.kind === 'resolved')) {
    tried.current = stuck.key;
    setOutcome({ kind: 'idle' });
  }
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const follow = useCallback(async (): Promise<void> => {
    for (let round = 1; round <= patience && alive.current; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      const found = await look(stuck, round === patience).catch(() => null);
      if (found === null) continue;
      if (alive.current) setOutcome(found);
      break;
    }
    for (const route of ['GET /api/incidents', 'GET /api/instances/:key', 'GET /api/models'])
      void client.invalidateQueries({ queryKey: [route] });
  }, [client, stuck]);
  const retry = (): void => {
    tried.current = stuck.key;
    setOutcome({ kind: 'asking' });
    act.mutate(
      { params: { key: stuck.key } },
      {
        onSuccess: () => {
          setOutcome({ kind: 'running' });
          void follow();
        },
        onError: (error) => setOutcome({ kind: 'refused', error }),
      },
    );
  };
  return { outcome, retry };
};
