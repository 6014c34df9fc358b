// Reads and acts by route key through the query cache.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { ResponseOf, RouteKey } from '#contracts/http.ts';
import { looseCall } from '../api/index.ts';
import type { CallOptions, LooseOptions } from '../api/index.ts';

/** Cache key of a read; the route comes first so that a topic can invalidate whole routes. */
export const apiKey = (key: RouteKey, options: LooseOptions = {}): readonly unknown[] => [
  key,
  options.params ?? {},
  options.query ?? {},
];
export type ReadOptions = { enabled?: boolean; keep?: boolean; stale?: number };

export const useApi = <K extends RouteKey>(
  key: K,
  options: Omit<CallOptions<K>, 'signal'>,
  more: ReadOptions = {},
): UseQueryResult<ResponseOf<K>> =>
  useQuery<ResponseOf<K>>({
    queryKey: apiKey(key, options),
    queryFn: ({ signal }) => looseCall(key, { ...options, signal }),
    enabled: more.enabled ?? true,
    ...(more.stale === undefined ? {} : { staleTime: more.stale }),
    ...(more.keep === true ? { placeholderData: keepPreviousData } : {}),
  });

type Paged = { nextCursor: string | null };
type PagedKey = { [K in RouteKey]: ResponseOf<K> extends Paged ? K : never }[RouteKey];

/** Cursor-paged reads; the cursor is the server's and is never made here. */
export const usePages = <K extends PagedKey>(key: K, options: Omit<CallOptions<K>, 'signal'>, more: ReadOptions = {}) =>
  useInfiniteQuery({
    queryKey: apiKey(key, options),
    queryFn: ({ signal, pageParam }) =>
      looseCall(key, { ...options, query: { ...(options.query ?? {}), cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as Paged).nextCursor,
    enabled: more.enabled ?? true,
  });

export const useAct = <K extends RouteKey>(key: K): UseMutationResult<ResponseOf<K>, Error, CallOptions<K>> =>
  useMutation({ mutationFn: (options: CallOptions<K>) => looseCall(key, options) });
