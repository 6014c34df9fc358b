// Which requests the phone's worker answers and how, and which of its stores are out of date.
export const pagePath = '/m';
const storePrefix = 'phone-';

export type Way = 'page' | 'asset' | null;
type Asked = { readonly method: string; readonly mode: string; readonly url: string };

/** Null: the browser asks the network as if there were no worker. The scope alone would take in /models too. */
export const wayOf = ({ method, mode, url }: Asked, origin: string): Way => {
  const asked = new URL(url);
  if (method !== 'GET' || asked.origin !== origin) return null;
  if (mode === 'navigate')
    return asked.pathname === pagePath || asked.pathname.startsWith(`${pagePath}/`) ? 'page' : null;
  return asked.pathname.startsWith('/assets/') ? 'asset' : null;
};

export const storeName = (version: string): string => `${storePrefix}${version}`;

/** The version before stays: a page opened with it still fetches parts that the server has no longer. */
export const outdatedStores = (oldestFirst: readonly string[], own: string): string[] =>
  oldestFirst.filter((name) => name.startsWith(storePrefix) && name !== own).slice(0, -1);
