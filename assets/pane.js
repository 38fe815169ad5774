/** What stands beside the conversation: details, a thread, or the hits of a search. */
import { focusComposer, isPhone } from "./focus.js";
import { addressOf, areHitsShown, entry, go, goInstead, query, rename, route } from "./router.js";
import { paneOpen, setPane } from "./store.js";

/** Where it is the whole screen, it is what the page is about. */
export const paneRole = () => (isPhone() ? "main" : "complementary");
export const paneLevel = () => (isPhone() ? 1 : 2);

/** On a phone the pane is a screen of its own, which Back leaves. */
export function togglePane() {
  const at = route.value;
  if (at.page === "conversation" && at.threadId) {
    setPane(true);
    goInstead(addressOf(at.key) + query.peek());
  } else if (!isPhone() && at.page === "conversation" && areHitsShown()) {
    setPane(true);
    rename(addressOf(at.key, at.messageId ?? undefined), {});
  } else if (!isPhone()) setPane(!paneOpen.value);
  else if (at.page === "conversation") go(addressOf(at.key), { pane: true });
}

/** Closes what is open beside the conversation; from a thread the focus goes back to its message. */
export function closePane() {
  const at = route.value;
  if (at.page === "conversation" && at.threadId) return closeThread(at.key, at.threadId);
  if (at.page === "conversation" && areHitsShown()) {
    rename(addressOf(at.key, at.messageId ?? undefined), {});
    return focusComposer();
  }
  if (isPhone()) return history.back();
  setPane(false);
  focusComposer();
}

/** @param {string} key @param {string} rootId */
function closeThread(key, rootId) {
  // Opened from here: Back leads to the same place.
  if (entry.value.isStep) history.back();
  else goInstead(addressOf(key) + query.peek());
  const row = document.getElementById(`m-${rootId}`);
  if (row && !isPhone()) row.focus({ preventScroll: true });
  else if (!isPhone()) focusComposer();
}
