// Turns a route key, its path parameters and its query into an address.
import type { QueryOf, RouteKey } from '#contracts/http.ts';

type PathOf<K extends string> = K extends `${string} ${infer P}` ? P : never;
type ParamNames<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? N | ParamNames<Rest>
  : P extends `${string}:${infer N}`
    ? N
    : never;
export type ParamsOf<K extends RouteKey> = { readonly [N in ParamNames<PathOf<K>>]: string };
type ParamsPart<K extends RouteKey> = [ParamNames<PathOf<K>>] extends [never]
  ? { params?: never }
  : { params: ParamsOf<K> };
type QueryPart<K extends RouteKey> = [QueryOf<K>] extends [never] ? { query?: never } : { query?: QueryOf<K> };
export type Address<K extends RouteKey> = ParamsPart<K> & QueryPart<K>;
type LooseAddress = { params?: Readonly<Record<string, string>> | undefined; query?: unknown };

export const methodOf = (key: RouteKey): string => key.slice(0, key.indexOf(' '));

/** Empty, null and undefined values are left out, so that equal filters give equal addresses. */
export const queryString = (query: unknown): string => {
  if (typeof query !== 'object' || query === null) return '';
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};

export const urlOf = <K extends RouteKey>(key: K, address: Address<K>): string => looseUrl(key, address);

export const looseUrl = (key: RouteKey, address: LooseAddress): string => {
  const path = key.slice(key.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => {
    const value = address.params?.[name];
    if (value === undefined) throw new Error(`Expected path parameter ${name} for ${key}`);
    return encodeURIComponent(value);
  });
  return path + queryString(address.query);
};
