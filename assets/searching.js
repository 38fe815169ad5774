/**
 * Looking for what was said: what was asked last and what came of it. It outlives the page that shows it, so that who
 * comes back from a hit finds the list as it was.
 *
 * @import { Hit, Hits, Id, Message } from "./protocol.js"
 */
import { signal } from "@preact/signals";
import { historyPath } from "./actions.js";
import { announceStatus } from "./announce.js";
import { api, Refused, sentence } from "./api.js";
import { knowPeople } from "./live.js";
import { rename, route, searchAddress } from "./router.js";
import { utcOffset } from "./searchQuery.js";
import { keyOfMessage, withLoose, withUsers } from "./state.js";
import { change } from "./store.js";
import { saySearch } from "./strings/search.js";

/** After the last key. */
const PAUSE_MS = 150;
const PAGE = 30;

/**
 * @typedef {"newest" | "best"} Sort
 * @typedef {{ q: string, sort: Sort, phase: "idle" | "loading" | "ready" | "failed", items: Hit[], next: string | null,
 *   unknown: string[], isReading: boolean, problem: string }} Results
 */

/** @type {Results} */
const NOTHING = { q: "", sort: "newest", phase: "idle", items: [], next: null, unknown: [], isReading: false, problem: "" };

export const results = signal(NOTHING);
/** The hit that is looked at. */
export const chosen = signal(/** @type {Id | null} */ (null));
/** How far the list is scrolled. */
export const kept = { q: "", sort: "newest", scrollTop: 0 };

/** What the address asks for. @returns {{ q: string, sort: Sort }} */
export function asked() {
  const at = route.value;
  return at.page === "search" ? { q: at.q, sort: at.sort } : { q: "", sort: "newest" };
}

let timer = 0;
let turn = 0;

/** Asks once the person has stopped typing. @param {string} q @param {Sort} sort */
export function askSoon(q, sort) {
  clearTimeout(timer);
  timer = window.setTimeout(() => askNow(q, sort), PAUSE_MS);
}

/** @param {string} q @param {Sort} sort */
export function askNow(q, sort) {
  clearTimeout(timer);
  const here = route.peek();
  if (here.page === "search" && (here.q !== q || here.sort !== sort)) rename(searchAddress(q, sort));
  const now = results.peek();
  if (now.q === q && now.sort === sort && now.phase !== "failed") return;
  turn += 1;
  chosen.value = null;
  kept.scrollTop = 0;
  if (!q) {
    results.value = { ...NOTHING, sort };
    return;
  }
  // What was found before stays until there is something else.
  results.value = { ...now, q, sort, phase: "loading", next: null, problem: "" };
  void fetchPage(turn, null);
}

/** Goes on where the list ends. */
export function more() {
  const { phase, next } = results.peek();
  if (phase !== "ready" || !next) return;
  results.value = { ...results.peek(), phase: "loading" };
  void fetchPage(turn, next);
}

export function again() {
  const { q, sort, items, next, phase } = results.peek();
  if (phase !== "failed") return;
  if (!items.length || !next) return askNow(q, sort);
  results.value = { ...results.peek(), phase: "ready", problem: "" };
  more();
}

/** @param {number} mine @param {string | null} cursor */
async function fetchPage(mine, cursor) {
  const { q, sort } = results.peek();
  try {
    /** @type {Hits} */
    const page = await api.get("/search", { q, sort, cursor, limit: PAGE, utc_offset: utcOffset() });
    if (mine !== turn) return;
    took(page, cursor !== null);
  } catch (error) {
    if (mine !== turn) return;
    if (!(error instanceof Refused)) throw error;
    const isWrong = error.code === "invalid";
    results.value = { ...results.peek(), phase: isWrong ? "ready" : "failed", problem: sentence(error), ...(isWrong ? { items: [], next: null, unknown: [] } : {}) };
  }
}

/** @param {Hits} page @param {boolean} isMore */
function took(page, isMore) {
  const messages = page.items.map((hit) => hit.message);
  change((now) => withLoose(withUsers(now, page.users), messages));
  knowPeople(messages);
  const now = results.peek();
  const held = isMore ? now.items : [];
  const items = [...held, ...page.items.filter((hit) => !held.some((one) => one.message.id === hit.message.id))];
  const { next_cursor: next, unknown_filters: unknown, is_reading: isReading } = page;
  results.value = { ...now, phase: "ready", items, next, unknown, isReading, problem: "" };
  // A stretch without a hit is no end.
  if (next && items.length === held.length) more();
  else announceStatus(items.length ? saySearch.hits({ count: items.length, isAll: next === null }) : saySearch.noHits);
}

/** What was said just before and after a hit. @param {Message} message @returns {Promise<Message[]>} */
export async function around(message) {
  const isInThread = message.ordinal === null;
  const key = isInThread ? `t:${message.thread_root_id}` : keyOfMessage(message);
  const page = await api.get(historyPath(key), { around: message.id, limit: 5 });
  change((now) => withUsers(now, page.users));
  return page.messages;
}
