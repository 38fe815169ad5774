/**
 * Addresses. Each screen has one; Back and Forward walk them.
 *
 * @import { Id } from "./protocol.js"
 *
 * @typedef {{ page: "home" } | { page: "threads" } | { page: "catch_up" } | { page: "mentions" } | { page: "drafts" } | { page: "later", tab: "saved" | "reminders" | "scheduled" } | { page: "search", q: string, sort: "newest" | "best" }
 *   | { page: "conversation", key: string, messageId: Id | null, threadId: Id | null }
 *   | { page: "settings", section: string } | { page: "setup", code: string } | { page: "sign_in" }
 *   | { page: "sign_up" } | { page: "invite", code: string } | { page: "reset", code: string } | { page: "admin", section: string } | { page: "demo", token: string }
 *   | { page: "not_found" }} Route
 */
import { signal } from "@preact/signals";

/** @param {string} path @param {string} fragment without "#" @param {string} [search] @returns {Route} */
export function routeOf(path, fragment, search = "") {
  const [, first = "", second = "", third = "", fourth = "", fifth = "", sixth = ""] = path.split("/");
  if ((first === "g" || first === "d") && second) {
    if (third && third !== "m" && third !== "t") return { page: "not_found" };
    const named = fourth || null;
    // With both, it is the reply in the thread.
    return { page: "conversation", key: `${first}:${second}`, messageId: third === "m" ? named : fifth === "m" && sixth ? sixth : null,
      threadId: third === "t" ? named : null };
  }
  switch (first) {
    case "": return { page: "home" };
    case "catch-up": return { page: "catch_up" };
    case "mentions": return { page: "mentions" };
    case "drafts": return { page: "drafts" };
    case "later": return second === "" || second === "saved" || second === "reminders" || second === "scheduled"
      ? { page: "later", tab: second || "saved" } : { page: "not_found" };
    case "threads": return { page: "threads" };
    case "search": {
      const params = new URLSearchParams(search);
      return { page: "search", q: params.get("q") ?? "", sort: params.get("sort") === "best" ? "best" : "newest" };
    }
    case "settings": return { page: "settings", section: second || "account" };
    case "admin": return { page: "admin", section: second };
    case "reset": return { page: "reset", code: fragment };
    case "setup": return { page: "setup", code: fragment };
    case "sign-in": return { page: "sign_in" };
    case "sign-up": return { page: "sign_up" };
    case "invite": return { page: "invite", code: fragment };
    case "demo": return { page: "demo", token: fragment };
    default: return { page: "not_found" };
  }
}

/** @param {string} key @param {Id} [messageId] */
export const addressOf = (key, messageId) =>
  `/${key[0]}/${key.slice(2)}${messageId ? `/m/${messageId}` : ""}`;

const read = () => routeOf(location.pathname, location.hash.slice(1), location.search);

/** Where the page is. */
export const route = signal(read());

/** What stands after the "?": how a list is sorted and chosen. */
export const query = signal(location.search);

/** @param {string} key the conversation's @param {Id} rootId @param {Id} [replyId] */
export const threadAddress = (key, rootId, replyId) => `/${key[0]}/${key.slice(2)}/t/${rootId}${replyId ? `/m/${replyId}` : ""}`;

/**
 * What this history entry shows besides its address: an open pane on a phone; `search`: the hits, by the address of the
 * search that found them.
 * @typedef {{ pane?: boolean, isStep?: boolean, search?: string }} Entry
 */
export const entry = signal(/** @type {Entry} */ (history.state ?? {}));

/** Whether the hits of a search stand beside the conversation. */
export const areHitsShown = () => route.value.page === "conversation" && !route.value.threadId && entry.value.search !== undefined;

/** @param {string} q @param {"newest" | "best"} [sort] */
export function searchAddress(q, sort = "newest") {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (sort === "best") params.set("sort", sort);
  return params.size ? `/search?${params}` : "/search";
}

function arrived() {
  route.value = read();
  query.value = location.search;
  entry.value = history.state ?? {};
}

/** @param {string} address @param {Entry} [state] */
export function go(address, state = {}) {
  if (address === location.pathname + location.search + location.hash && !state.pane) return;
  history.pushState(state, "", address);
  arrived();
}

/**
 * A thread is one step from its conversation, whichever thread it is: Back leads out of it.
 * @param {string} address
 */
export function goToThread(address) {
  const at = route.value;
  const isHere = at.page === "conversation" && address.startsWith(`${addressOf(at.key)}/t/`);
  if (!isHere || !at.threadId) return go(address, { isStep: isHere });
  history.replaceState(history.state, "", address);
  arrived();
}

/** @param {string} address */
export function goInstead(address) {
  history.replaceState({}, "", address);
  arrived();
}

/** The same place under another address, or with something else beside it. @param {string} address @param {Entry} [state] */
export function rename(address, state = history.state) {
  history.replaceState(state, "", address);
  arrived();
}

/** Follows a link without loading the page, unless the person wants a new tab. @param {MouseEvent} event */
export function followLink(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return;
  if (link.hasAttribute("download") || link.pathname.startsWith("/api/")) return;
  if (link.hash && link.pathname === location.pathname && document.getElementById(link.hash.slice(1))) return;
  event.preventDefault();
  if (/^\/[gd]\/[^/]+\/t\//u.test(link.pathname)) goToThread(link.pathname + link.search);
  else go(link.pathname + link.search + link.hash);
}

export function watchAddresses() {
  window.addEventListener("popstate", arrived);
  window.addEventListener("hashchange", arrived);
  document.addEventListener("click", followLink);
}
