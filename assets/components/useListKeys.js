/**
 * Keys of the message list: one tab stop, arrows move between messages.
 *
 * @import { Scroller } from "../scroller.js"
 */
import { meaning } from "../keys.js";
import { BACKWARD, ONWARD } from "../language.js";
import { letters } from "../letters.js";
import { messageOf, showToast } from "../store.js";
import { say } from "../strings/main.js";
import { atHand } from "./Lazy.js";

const withActs = atHand(() => import("./actsOf.js"));
const STOPS = "a[href], button:not(.face-b), pre[tabindex]";
const DEEDS = ["react", "thread", "quote", "edit", "pin", "unread", "copyText", "copyLink", "delete"];

/**
 * @param {{ place: string, scroller: { current: Scroller | null }, onFirst: () => Promise<void>, onNewest: () => Promise<void>,
 *   onCurrent: (id: string | null) => void }} props
 */
export function useListKeys({ place, scroller, onFirst, onNewest, onCurrent }) {
  /** @param {Element | null | undefined} row */
  const to = (row) => {
    if (!(row instanceof HTMLElement)) return;
    onCurrent(row.id);
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
      case "first": void onFirst().then(() => to(at.rows[0])); return true;
      case "newest": void onNewest().then(() => to(at.rows.at(-1))); return true;
      case "pageUp": at.view.scrollTop -= page; to(at.rowAt(0)); return true;
      case "pageDown": at.view.scrollTop += page; to(at.rowAt(0)); return true;
      case "into": focusFirst(row); return true;
    }
    const message = messageOf(row.dataset.id ?? "").peek();
    if (!message || !DEEDS.includes(does)) return false;
    withActs(({ doAct }) => doAct(/** @type {import("./actsOf.js").Deed} */ (does), message, place, row), () => showToast(say.unreachable));
    return true;
  };
  return (/** @type {KeyboardEvent} */ event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const row = target.closest("article");
    if (!row) return;
    if (target !== row) {
      // Inside a message: along its links and buttons, and out again without closing anything else.
      const by = event.key === ONWARD ? 1 : event.key === BACKWARD ? -1 : 0;
      if (event.key !== "Escape" && !by) return;
      event.preventDefault();
      const next = by ? stopsIn(row).at(stopsIn(row).indexOf(target) + by) : row;
      if (by === -1 && stopsIn(row)[0] === target) row.focus();
      else (next ?? stopsIn(row)[0])?.focus();
      return;
    }
    if (event.key.length === 1 && !letters.peek()) return;
    const does = event.key === "Enter" ? "into" : meaning(event, "messages");
    if (does && act(row, does)) event.preventDefault();
  };
}

/** @param {HTMLElement} row @returns {HTMLElement[]} what can be pressed in it */
const stopsIn = (row) => /** @type {HTMLElement[]} */ ([...row.querySelectorAll(STOPS)]);

/** @param {HTMLElement} row */
const focusFirst = (row) => stopsIn(row)[0]?.focus();
