// Opens the phone entry without a network: keeps its page and its scripts, and nothing about any person.
import { outdatedStores, pagePath, storeName, wayOf } from './ways.ts';

type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Asking = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type WorkerScope = {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
};

// Written before this file by the build (client/phone-worker.ts).
declare const PHONE_FILES: readonly string[];
declare const PHONE_VERSION: string;

// The compiler reads the client with the names of a page; a worker's are these.
const worker = globalThis as unknown as WorkerScope;
const own = storeName(PHONE_VERSION);
/** A weak line may take minutes to say nothing. */
const patience = 3_000;

const keepAll = async (): Promise<void> => {
  const store = await caches.open(own);
  await store.addAll([new Request(pagePath, { cache: 'no-cache' }), ...PHONE_FILES]);
  await worker.skipWaiting();
};

const takeOver = async (): Promise<void> => {
  const outdated = outdatedStores(await caches.keys(), own);
  await Promise.all(outdated.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

// The kept page is never replaced by a newer one: it names the scripts that are kept with it.
const openPage = async (request: Request): Promise<Response> => {
  const kept = await (await caches.open(own)).match(pagePath);
  if (kept === undefined) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience));
  const asked = fetch(request).then(
    (answer) => (answer.status < 500 ? answer : kept),
    () => kept,
  );
  return Promise.race([asked, late]);
};

const openAsset = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, location.origin);
  if (way === 'page') event.respondWith(openPage(event.request));
  if (way === 'asset') event.respondWith(openAsset(event.request));
});
