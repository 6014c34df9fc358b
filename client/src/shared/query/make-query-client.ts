// The query cache: retries only what a retry can cure.
import { QueryClient } from '@tanstack/react-query';
import { isPassing } from '../api/index.ts';

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 3 && isPassing(error),
        retryDelay: (count) => Math.min(500 * 2 ** count, 4000),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
