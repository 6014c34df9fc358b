// Turns live changes into fresh reads, a few times a second at most, and the inbox's own signal.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Change } from '#contracts/realtime.ts';
import { announceChange, connectRealtime } from '../../shared/realtime/index.ts';

import { invalidateTopics } from '../../shared/query/index.ts';
import { call } from '../../shared/api/index.ts';

const gatherMs = 250;

export const useLiveChanges = (): boolean => {
  const client = useQueryClient();
  const [lineUp, setLineUp] = useState(true);
  useEffect(() => {
    const topics = new Set<Change['topic']>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      invalidateTopics(client, topics);
      topics.clear();
    };
    const stop = connectRealtime({
      onChange: (change) => {
        topics.add(change.topic);
        timer ??= setTimeout(flush, gatherMs);
        announceChange(change);
      },
      onResync: () => {
        void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'GET /api/boot' });
      },
      // any read meets the refusal and opens the sign-in question
      onSignedOut: () => void call('GET /api/notifications').catch(() => undefined),
      onLine: setLineUp,
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
  return lineUp;
};
