/**
 * Addresses. Each screen has one; Back and Forward walk them.
 *
 * @import { Id } from "./protocol.js"
 *
 * @typedef {{ page: "home" } | { page: "threads" } | { page: "catch_up" } | { page: "mentions" } | { page: "conversation", key: string, messageId: Id | null, threadId: Id | null }
 *   | { page: "settings", section: string } | { page: "setup", code: string } | { page: "sign_in" }
 *   | { page: "sign_up" } | { page: "invite", code: string } | { page: "demo", token: string }
 *   | { page: "not_found" }} Route
 */
import { signal } from "@preact/signals";

/** @param {string} path @param {string} fragment without "#" @returns {Route} */
export function routeOf(path, fragment) {
  const [, first = "", second = "", third = "", fourth = ""] = path.split("/");
  if ((first === "g" || first === "d") && second) {
    if (third && third !== "m" && third !== "t") return { page: "not_found" };
    const named = fourth || null;
    return { page: "conversation", key: `${first}:${second}`, messageId: third === "m" ? named : null,
      threadId: third === "t" ? named : null };
  }
  switch (first) {
    case "": return { page: "home" };
    case "catch-up": return { page: "catch_up" };
    case "mentions": return { page: "mentions" };
    case "threads": return { page: "threads" };
    case "settings": return { page: "settings", section: second || "account" };
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

const read = () => routeOf(location.pathname, location.hash.slice(1));

/** Where the page is. */
export const route = signal(read());

/** @param {string} key the conversation's @param {Id} rootId */
export const threadAddress = (key, rootId) => `/${key[0]}/${key.slice(2)}/t/${rootId}`;

/** What this history entry shows besides its address: an open pane on a phone. */
export const entry = signal(/** @type {{ pane?: boolean, isStep?: boolean }} */ (history.state ?? {}));

function arrived() {
  route.value = read();
  entry.value = history.state ?? {};
}

/** @param {string} address @param {{ pane?: boolean, isStep?: boolean }} [state] */
export function go(address, state = {}) {
  if (address === location.pathname + location.hash && !state.pane) return;
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

/** Follows a link without loading the page, unless the person wants a new tab. @param {MouseEvent} event */
export function followLink(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return;
  if (link.hasAttribute("download") || link.pathname.startsWith("/api/")) return;
  if (link.hash && link.pathname === location.pathname && document.getElementById(link.hash.slice(1))) return;
  event.preventDefault();
  if (/^\/[gd]\/[^/]+\/t\//u.test(link.pathname)) goToThread(link.pathname);
  else go(link.pathname + link.hash);
}

export function watchAddresses() {
  window.addEventListener("popstate", arrived);
  window.addEventListener("hashchange", arrived);
  document.addEventListener("click", followLink);
}
