/**
 * Reading on a page that shows several conversations: what was in view for 300 ms, in a window that is looked at,
 * is read there as it is in the conversation itself.
 */
import { useEffect } from "preact/hooks";
import { markRead } from "../live.js";
import { lastEndInView, readAfterLook } from "../reading.js";
import { ordinalIn, ordinalsOf } from "../state.js";
import { hasFocus, state } from "../store.js";

const LOOK_MS = 300;
const TELL_EVERY_MS = 1000;

/** The last message whose end is in view, by conversation; of those that show all that is unread. @param {HTMLElement} view */
function endsIn(view) {
  const edge = view.getBoundingClientRect();
  /** @type {Map<string, number>} */
  const ends = new Map();
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (view.querySelectorAll("[data-whole]"))) {
    const { top, bottom } = part.getBoundingClientRect();
    if (bottom < edge.top || top > edge.bottom) continue;
    const rows = /** @type {HTMLElement[]} */ ([...part.querySelectorAll("[data-ordinal]")])
      .map((row) => ({ ordinal: Number(row.dataset.ordinal), end: row.getBoundingClientRect().bottom }));
    const last = lastEndInView(rows, edge.bottom + 1);
    if (last !== null) ends.set(part.dataset.place ?? "", last);
  }
  return ends;
}

/** @param {{ current: HTMLElement | null }} ref what scrolls */
export function useReadingThere(ref) {
  useEffect(() => {
    const view = ref.current;
    if (!view) return undefined;
    /** @type {Map<string, number>} */
    const untold = new Map();
    let looking = 0;
    let telling = 0;
    const tell = () => {
      telling = 0;
      for (const [key, ordinal] of untold) {
        const message = state.peek()?.rooms[key]?.messages.find((one) => ordinalIn(key, one) === ordinal);
        if (message) markRead(key, message);
      }
      untold.clear();
    };
    const settle = (/** @type {Map<string, number>} */ before) => {
      looking = 0;
      const now = state.peek();
      if (!now) return;
      const after = endsIn(view);
      const isWatched = hasFocus.peek() && view.clientHeight > 0;
      if (isWatched && [...after].some(([key, ordinal]) => before.get(key) !== ordinal)) look();
      for (const [key, ordinal] of after) {
        const read = untold.get(key) ?? ordinalsOf(now, key).read;
        const next = readAfterLook(read, { before: before.get(key) ?? null, after: ordinal, isWatched });
        if (next > read) untold.set(key, next);
      }
      if (untold.size && !telling) telling = window.setTimeout(tell, TELL_EVERY_MS);
    };
    const look = () => {
      if (looking || !hasFocus.peek()) return;
      const before = endsIn(view);
      looking = window.setTimeout(() => settle(before), LOOK_MS);
    };
    view.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    for (const part of [view, ...view.children]) observer.observe(part);
    const stop = hasFocus.subscribe(look);
    return () => {
      view.removeEventListener("scroll", look);
      observer.disconnect();
      stop();
      window.clearTimeout(looking);
      window.clearTimeout(telling);
      tell();
    };
  }, []);
}
