/**
 * Keys of the message list: one tab stop, arrows move between messages.
 *
 * @import { Scroller } from "../scroller.js"
 */
import { focusComposer } from "../focus.js";
import { meaning } from "../keys.js";
import { addressOf } from "../router.js";
import { showToast, state } from "../store.js";
import { say } from "../strings/en.js";

const STOPS = "a[href], button, pre[tabindex]";

/**
 * @param {{ place: string, scroller: { current: Scroller | null }, onNewest: () => Promise<void>,
 *   onCurrent: (id: string | null) => void }} props
 */
export function useListKeys({ place, scroller, onNewest, onCurrent }) {
  /** @param {Element | null | undefined} row */
  const to = (row) => {
    if (!(row instanceof HTMLElement)) return;
    onCurrent(row.dataset.id ?? row.id.slice(2));
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  /** @param {HTMLElement} row @param {string} does @returns {boolean} whether it was a key of ours */
  const act = (row, does) => {
    const at = scroller.current;
    if (!at) return false;
    const page = at.view.clientHeight - 48;
    switch (does) {
      case "up": to(row.previousElementSibling); return true;
      case "down": to(row.nextElementSibling); return true;
      case "first": to(at.rows[0]); return true;
      case "newest": void onNewest().then(() => to(at.rows.at(-1))); return true;
      case "pageUp": at.view.scrollTop -= page; to(at.rowAt(0)); return true;
      case "pageDown": at.view.scrollTop += page; to(at.rowAt(0)); return true;
      case "into": focusFirst(row); return true;
      case "copyText": copy(textOf(place, row.dataset.id), say.textCopied); return true;
      case "copyLink": copy(location.origin + addressOf(place, row.dataset.id), say.linkCopied); return true;
      default: return false;
    }
  };
  return (/** @type {KeyboardEvent} */ event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const row = target.closest("article");
    if (!row) return;
    if (target !== row) {
      // Inside a message: out again, without closing anything else.
      if (event.key !== "Escape" && event.key !== "ArrowLeft") return;
      event.preventDefault();
      row.focus();
      return;
    }
    const does = event.key === "Enter" ? "into" : meaning(event, "messages");
    if (does && act(row, does)) event.preventDefault();
  };
}

/** @param {HTMLElement} row */
function focusFirst(row) {
  const stop = row.querySelector(STOPS);
  if (stop instanceof HTMLElement) stop.focus();
}

/** @param {string} place @param {string | undefined} id */
const textOf = (place, id) => state.peek()?.rooms[place]?.messages.find((message) => message.id === id)?.content ?? "";

/** @param {string} text @param {string} done */
function copy(text, done) {
  navigator.clipboard?.writeText(text).then(() => showToast(done), () => focusComposer());
}
