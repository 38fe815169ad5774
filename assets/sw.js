/**
 * The service worker: keeps this version of the page, so that Parlor opens
 * without a connection. It keeps what is served below `/assets/` and the page
 * itself, and never an answer of the API. The server fills in the version and
 * the files; another version is another worker, which waits until it is let in.
 */
const BASE = "{{base}}";
/** @type {string[]} */
const FILES = JSON.parse('{{files}}');
const PREFIX = "parlor ";
const CACHE = PREFIX + BASE;
/** A network that says nothing for this long is none. */
const PATIENCE_MS = 4000;

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(["/", ...FILES.map((file) => `${BASE}/${file}`)])));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => worker.clients.claim()));
});

/** The person pressed "Reload for the new version". */
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "let in") worker.skipWaiting();
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (pathname.startsWith(`${BASE}/`)) event.respondWith(kept(request));
});

/** The newest page there is; the one that is kept when there is no other. @param {Request} request @returns {Promise<Response>} */
async function page(request) {
  const cache = await caches.open(CACHE);
  const late = new Promise((_, failed) => setTimeout(() => failed(new Error("late")), PATIENCE_MS));
  try {
    return await /** @type {Promise<Response>} */ (Promise.race([fetch(request), late]));
  } catch {
    return await cache.match("/") ?? Response.error();
  }
}

/** A file of this version never changes. @param {Request} request @returns {Promise<Response>} */
async function kept(request) {
  const cache = await caches.open(CACHE);
  return await cache.match(request) ?? fetch(request);
}
