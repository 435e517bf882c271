/// <reference types="@sveltejs/kit" />
/**
 * Keeps a copy of the program in this browser, so that it starts and works with the network off. It sees
 * the program's own files and nothing else: extracts are read from disk by the page and its workers, which
 * is no request, and figures never are one. It asks only the address it came from, and only reads there.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { cacheNames, isOfSample, isOurs, kindOf } from './what_is_kept';

const self = globalThis.self as unknown as ServiceWorkerGlobalScope;
const names = cacheNames(base, version);
const hashed = new Set(build);
const pages = new Set(prerendered);
const scope = { origin: self.location.origin, base, hashed, pages, others: new Set(files) };

/** Requests of pages and their workers that came past here. The browser ends this worker when it is idle. */
const seen = { own: 0, others: 0, since: new Date().toISOString() };

self.addEventListener('install', (event) => event.waitUntil(keepProgram()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'keep the sample county') event.waitUntil(keepSample());
  if (event.data === 'requests seen') event.ports[0]?.postMessage(seen);
});
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === self.location.origin) seen.own += 1;
  else seen.others += 1;
  switch (kindOf(event.request, scope)) {
    case 'page':
      event.respondWith(page(event.request, event.preloadResponse));
      return;
    case 'fixed':
      event.respondWith(copyElseNetwork(event.request));
      return;
    case 'sample':
      event.respondWith(networkElseCopy(event.request));
      return;
    case 'not ours':
  }
});

/** Fetches every file of the program. One that is missing fails it all: half a program is worse than none. */
async function keepProgram(): Promise<void> {
  const cache = await caches.open(names.program);
  // Files with a hash in their name are taken from the browser's own cache when the page just had them.
  await cache.addAll(build);
  const changing = [...pages, ...files].map((path) => new Request(path, { cache: 'no-cache' }));
  await cache.addAll(changing);
}

/** Earlier versions are dropped only now, when no tab runs one of them any more. */
async function takeOver(): Promise<void> {
  const found = await caches.keys();
  const old = found.filter((name) => isOurs(name, base) && !Object.values(names).includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  // The page is asked for while this worker is still starting.
  await self.registration.navigationPreload?.enable();
}

/**
 * Keeps the invented county once somebody has explored it; who never does is spared its size. The list
 * comes last, so that a county that is listed is whole.
 */
async function keepSample(): Promise<void> {
  const list = `${base}/data-samples/manifest.json`;
  const cache = await caches.open(names.sample);
  if (await cache.match(list)) return;
  const answer = await fetch(list);
  if (!answer.ok) return;
  const listed = (await answer.clone().json()) as readonly { readonly file: string }[];
  const paths = listed.map(({ file }) => `${base}/data-samples/${file}`);
  await cache.addAll(paths.filter((path) => isOfSample(new URL(path, self.location.href), scope)));
  await cache.put(list, answer);
}

/** A page comes from the network while there is one, so that a new version is seen at once. */
async function page(request: Request, preload: Promise<Response | undefined>): Promise<Response> {
  try {
    return (await preload) ?? (await fetch(request));
  } catch (failure) {
    return orThrow(await caches.match(request, { ignoreSearch: true, ignoreVary: true }), failure);
  }
}

/** A file whose name says its content never changes: the copy is as good as the network. */
async function copyElseNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(names.program);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function networkElseCopy(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    return orThrow(await caches.match(request, { ignoreVary: true }), failure);
  }
}

/** The network's own failure is what the page can explain. */
function orThrow(response: Response | undefined, failure: unknown): Response {
  if (response) return response;
  throw failure;
}
