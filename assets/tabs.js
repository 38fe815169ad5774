/**
 * The tabs of one browser: one of them tells of messages, and all know what is looked at in any.
 */
import { effect } from "@preact/signals";
import { route } from "./router.js";
import { threadKey } from "./state.js";
import { hasFocus, session } from "./store.js";

const NAME = "parlor.notices";
/** What a tab said is believed for so long, should it end without a word; it repeats it sooner. */
const BELIEVED_MS = 60_000;
const REPEATED_MS = 20_000;

const tab = String(Math.random());
let isTeller = false;
/** What other tabs are looking at. @type {Map<string, { keys: string[], at: number }>} */
const others = new Map();

/** What this tab is looking at. @returns {string[]} */
function keysHere() {
  const at = route.value;
  if (!hasFocus.value || session.value !== "in" || at.page !== "conversation") return [];
  return at.threadId ? [at.key, threadKey(at.threadId)] : [at.key];
}

/** Whether it is this tab that tells. Where there are no locks, it is the one that can be seen. */
export const mayTell = () => isTeller || (!("locks" in navigator) && !document.hidden);

/** Whether a timeline is looked at, here or in another tab. @param {string} key */
export function isLookedAt(key) {
  const since = Date.now() - BELIEVED_MS;
  return keysHere().includes(key) || [...others.values()].some(({ keys, at }) => at > since && keys.includes(key));
}

/** Once, when the page has come to rest. */
export function watchTabs() {
  // Held as long as the tab lives; the next in line gets it then.
  navigator.locks?.request(NAME, () => { isTeller = true; return new Promise(() => {}); }).catch(() => {});
  const channel = new BroadcastChannel(NAME);
  const say = (/** @type {string[]} */ keys, isAsking = false) => channel.postMessage({ tab, keys, isAsking });
  channel.onmessage = ({ data }) => {
    others.set(data.tab, { keys: data.keys, at: Date.now() });
    if (data.isAsking) say(keysHere());
  };
  say(keysHere(), true);
  effect(() => say(keysHere()));
  setInterval(() => { if (hasFocus.peek()) say(keysHere()); }, REPEATED_MS);
  window.addEventListener("pagehide", () => say([]));
}
