/**
 * The service worker: keeps this version of the page, so that Parlor opens
 * without a connection. It keeps what is served below `/assets/` and the page
 * itself, in the language in which it was last seen, and never an answer of the
 * API. The server fills in the version and the files; another version is another
 * worker, which waits until it is let in.
 */
const BASE = "{{base}}";
/** @type {string[]} */
const FILES = JSON.parse('{{files}}');
/** Each language has these. @type {string[]} */
const TEXTS = JSON.parse('{{texts}}');
const PREFIX = "parlor ";
const CACHE = PREFIX + BASE;
/** A network that says nothing for this long is none. */
const PATIENCE_MS = 4000;

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(install());
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
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith(`${BASE}/`)) event.respondWith(kept(request));
});

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => `${BASE}/${file}`));
  if (!await keepPage(await fetch("/"))) throw new Error("The page is of another version.");
}

/**
 * Keeps the page with the texts of its language, unless it is kept already.
 * @param {Response} response @returns {Promise<boolean>} whether it is of this version
 */
async function keepPage(response) {
  if (!response.ok || !response.headers.get("content-type")?.startsWith("text/html")) return false;
  const html = await response.clone().text();
  const language = /<html lang="(\w+)"/u.exec(html)?.[1];
  if (!language || !html.includes(`${BASE}/`)) return false;
  const cache = await caches.open(CACHE);
  if (html === await (await cache.match("/", { ignoreVary: true }))?.text()) return true;
  await cache.addAll(TEXTS.map((file) => `${BASE}/strings/${language}/${file}`));
  await cache.put("/", response);
  return true;
}

/** The newest page there is; the one that is kept when there is no other. @param {any} event @returns {Promise<Response>} */
async function page(event) {
  const cache = await caches.open(CACHE);
  const late = new Promise((_, failed) => setTimeout(() => failed(new Error("late")), PATIENCE_MS));
  try {
    /** @type {Response} */
    const newest = await Promise.race([fetch(event.request), late]);
    event.waitUntil(keepPage(newest.clone()).catch(() => {}));
    return newest;
  } catch {
    return await cache.match("/", { ignoreVary: true }) ?? Response.error();
  }
}

/** A file of this version never changes. @param {Request} request @returns {Promise<Response>} */
async function kept(request) {
  const cache = await caches.open(CACHE);
  return await cache.match(request) ?? fetch(request);
}
