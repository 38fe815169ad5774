/**
 * What was known last, on this device: so that Parlor opens without a
 * connection. Kept while one is signed in, and gone with signing out.
 *
 * @import { State } from "./state.js"
 */
import { inStore } from "./database.js";
import { recentKeys } from "./recent.js";
import { knownSince, session, state as now } from "./store.js";

/** @typedef {{ at: number, state: State }} Snapshot `at`: when it was true */

const DATABASE = "parlor-last";
const STORE = "last";
const ROOMS_KEPT = 12;
const MESSAGES_KEPT = 60;
const KEEP_EVERY_MS = 15_000;

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} work */
const withStore = (mode, work) => inStore({ name: DATABASE, store: STORE }, mode, work);

/** The newest of the conversations that were visited last, and who is in them. Pure. @param {State} state @param {string[]} recent @returns {State} */
export function worthKeeping(state, recent) {
  const keys = [...recent, ...Object.keys(state.rooms)].filter((key, at, all) => state.rooms[key] && !key.startsWith("t:") && all.indexOf(key) === at);
  const rooms = Object.fromEntries(keys.slice(0, ROOMS_KEPT).filter((key) => !state.rooms[key].hasLater).map((key) => {
    const { messages, hasEarlier } = state.rooms[key];
    const isCut = messages.length > MESSAGES_KEPT;
    return [key, { messages: messages.slice(-MESSAGES_KEPT), hasEarlier: hasEarlier || isCut, hasLater: false }];
  }));
  const ids = new Set([state.me.id, ...Object.values(state.directs).map((direct) => direct.user.id),
    ...Object.values(rooms).flatMap((room) => room.messages.flatMap((message) => [message.sender_id, ...(message.mentions ?? []), ...(message.repliers ?? [])]))]);
  const users = Object.fromEntries(Object.entries(state.users).filter(([id]) => ids.has(id)));
  return { ...state, rooms, users, statuses: {}, members: {}, loose: {}, pins: {} };
}

/** @param {State} state */
export const keep = (state) => withStore("readwrite", (store) => store.put({ at: Date.now(), state: worthKeeping(state, recentKeys()) }, STORE)).catch(() => {});

let isStarted = false;

/** Keeps what is known: some time after it has changed, and when the page goes out of sight. */
export function startKeeping() {
  if (isStarted) return;
  isStarted = true;
  let timer = 0;
  /** @type {State | null} */
  let last = null;
  const work = () => {
    window.clearTimeout(timer);
    timer = 0;
    const found = now.peek();
    // What was read from here is not written again: it would look newer than it is.
    if (!found || found === last || session.peek() !== "in" || knownSince.peek() !== null) return;
    last = found;
    void keep(found);
  };
  now.subscribe(() => { if (!timer) timer = window.setTimeout(work, KEEP_EVERY_MS); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) work(); });
  window.addEventListener("pagehide", work);
}

/** @returns {Promise<Snapshot | null>} */
export const lastKnown = () => withStore("readonly", (store) => store.get(STORE)).then((found) => found ?? null, () => null);

export const forget = () => withStore("readwrite", (store) => store.clear()).catch(() => {});
