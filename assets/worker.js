/**
 * Installs the service worker, and says when it holds a newer version of the
 * page. Fetched when the page has come to rest.
 */
import { line, newVersion } from "./store.js";

const ADDRESS = "/sw.js";
const LOOK_EVERY_MS = 60 * 60_000;

/** The only address of a script that is ever made here. */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("parlor", {
  createScriptURL: (/** @type {string} */ address) => {
    if (address !== ADDRESS) throw new TypeError("No script but the worker.");
    return address;
  },
});

let isAsked = false;
let isStarted = false;

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const look = () => { if (registration.waiting && navigator.serviceWorker.controller) newVersion.value = registration.waiting; };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  const update = () => { registration.update().catch(() => {}); };
  setInterval(update, LOOK_EVERY_MS);
  // A server that was replaced takes its connections down: that is when to look.
  let isOpen = false;
  line.subscribe(({ phase }) => {
    if (phase === "open" && !isOpen) update();
    isOpen = phase === "open";
  });
  navigator.serviceWorker.addEventListener("controllerchange", () => { if (isAsked) location.reload(); });
}

export async function startWorker() {
  if (isStarted || !("serviceWorker" in navigator)) return;
  isStarted = true;
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL(ADDRESS) ?? ADDRESS, { updateViaCache: "none" });
  if (registration) watch(registration);
}

/** The new version is let in, and the page is loaded again with it. */
export function reloadForNewVersion() {
  isAsked = true;
  newVersion.peek()?.postMessage("let in");
}
