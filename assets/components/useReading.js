/**
 * Follows what has been read, and tells the server at most once a second.
 *
 * @import { Room } from "../state.js"
 * @import { Scroller } from "../scroller.js"
 * @import { Message } from "../protocol.js"
 */
import { useEffect, useRef } from "preact/hooks";
import { markRead } from "../live.js";
import { lastEndInView, readAfterLook } from "../reading.js";
import { ordinalIn, ordinalsOf } from "../state.js";
import { hasFocus, paused, state } from "../store.js";

const LOOK_MS = 300;
const TELL_EVERY_MS = 1000;

/** @param {Scroller} at @returns {number | null} */
function lastInView(at) {
  const rows = at.rows.filter((row) => row.dataset.ordinal)
    .map((row) => ({ ordinal: Number(row.dataset.ordinal), end: at.top(row) + row.offsetHeight }));
  return lastEndInView(rows, at.view.clientHeight + 1);
}

/** @param {string} place @param {Room} room @param {{ current: Scroller | null }} scroller */
export function useReading(place, room, scroller) {
  const messages = useRef(room.messages);
  messages.current = room.messages;
  const isFocused = hasFocus.value;
  const looking = useRef(0);
  const lookRef = useRef(() => {});

  useEffect(() => {
    /** @type {Message | null} */
    let untold = null;
    let toldAt = 0;
    let tellTimer = 0;
    const tell = () => {
      window.clearTimeout(tellTimer);
      tellTimer = 0;
      if (!untold || !state.peek() || paused.peek().has(place)) return;
      toldAt = Date.now();
      markRead(place, untold);
      untold = null;
    };
    const settle = (/** @type {number | null} */ before) => {
      looking.current = 0;
      const at = scroller.current;
      const now = state.peek();
      if (!at || !now) return;
      if (paused.peek().has(place)) return;
      const read = untold ? ordinalIn(place, untold) : ordinalsOf(now, place).read;
      const isWatched = hasFocus.peek() && at.view.clientHeight > 0;
      const after = lastInView(at);
      // What came into view meanwhile is looked at next; its own look was turned away while this one went on.
      if (isWatched && after !== before) lookRef.current();
      const next = readAfterLook(read, { before, after, isWatched });
      if (next <= read) return;
      untold = messages.current.find((message) => ordinalIn(place, message) === next) ?? untold;
      if (!tellTimer) tellTimer = window.setTimeout(tell, Math.max(0, toldAt + TELL_EVERY_MS - Date.now()));
    };
    lookRef.current = () => {
      const at = scroller.current;
      if (looking.current || !at || !hasFocus.peek()) return;
      const before = lastInView(at);
      looking.current = window.setTimeout(() => settle(before), LOOK_MS);
    };
    const look = () => lookRef.current();
    const view = scroller.current?.view;
    view?.addEventListener("scroll", look, { passive: true });
    return () => {
      view?.removeEventListener("scroll", look);
      window.clearTimeout(looking.current);
      looking.current = 0;
      tell();
    };
  }, [place]);

  // After each change of the list, and when the window gets the focus.
  useEffect(() => { lookRef.current(); }, [room.messages, isFocused]);
}
