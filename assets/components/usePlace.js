/**
 * Where a list is scrolled to, and that it stays there.
 *
 * @import { Room } from "../state.js"
 */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isShown, ordinalIn, ordinalsOf } from "../state.js";
import { known } from "../store.js";
import { Scroller } from "../scroller.js";

/** Older pages load this many screens ahead. */
const AHEAD_SCREENS = 1.5;

/** Where conversations were left, within this session. @type {Map<string, { id: string, offset: number }>} */
const left = new Map();

/** @typedef {{ count: number } | null} Pill */
/** @typedef {"idle" | "loading" | "failed"} Loading */

/**
 * @param {{ place: string, room: Room, target: string | null, lineOrdinal: number | null,
 *   onEarlier: () => Promise<unknown>, onLater: () => Promise<unknown> }} props
 */
export function usePlace({ place, room, target, lineOrdinal, onEarlier, onLater }) {
  const view = useRef(/** @type {HTMLElement | null} */ (null));
  const feed = useRef(/** @type {HTMLElement | null} */ (null));
  const scroller = useRef(/** @type {Scroller | null} */ (null));
  const shownTarget = useRef(/** @type {string | null} */ (null));
  const seen = useRef(ordinalsOf(known(), place).read);
  const [pill, setPill] = useState(/** @type {Pill} */ (null));
  const [day, setDay] = useState(/** @type {string | null} */ (null));
  const [earlier, setEarlier] = useState(/** @type {Loading} */ ("idle"));
  const [later, setLater] = useState(/** @type {Loading} */ ("idle"));
  const busy = useRef(false);

  const loadEarlier = () => load(busy, setEarlier, onEarlier);
  const loadLater = () => load(busy, setLater, onLater);

  /** Looks at where we are, and at what follows from it. */
  const look = () => {
    const at = scroller.current;
    if (!at) return;
    at.note();
    // Sideways the view may have no size yet, as on a phone that shows the list.
    if (at.view.clientHeight === 0) return;
    const lastRow = at.rowAt(at.view.clientHeight) ?? at.rows.at(-1);
    const lastShown = Number(lastRow?.dataset.ordinal ?? 0) - (at.isAtBottom ? 0 : 1);
    seen.current = Math.max(seen.current, lastShown);
    const count = room.hasLater ? Math.max(0, ordinalsOf(known(), place).last - seen.current) : countAfter(place, room, seen.current);
    const isFar = room.hasLater || at.distanceToEnd > at.view.clientHeight;
    setPill((now) => {
      if (at.isAtBottom && !room.hasLater) return null;
      if (count === 0 && !isFar) return null;
      return now?.count === count ? now : { count };
    });
    setDay(floatingDay(at));
    const ahead = at.view.clientHeight * AHEAD_SCREENS;
    if (room.hasEarlier && earlier === "idle" && at.view.scrollTop < ahead) loadEarlier();
    if (room.hasLater && later === "idle" && at.distanceToEnd < ahead) loadLater();
  };

  useLayoutEffect(() => {
    if (!view.current || !feed.current) return;
    const isFirst = !scroller.current;
    scroller.current ??= new Scroller(view.current, feed.current);
    const row = target ? document.getElementById(`m-${target}`) : null;
    if (row && shownTarget.current !== target) {
      shownTarget.current = target;
      scroller.current.isAtBottom = false;
      scroller.current.show(row, 0.35);
      row.focus({ preventScroll: true });
    } else if (isFirst) begin(scroller.current, place, lineOrdinal);
    else scroller.current.hold();
    look();
  });

  useEffect(() => {
    const at = scroller.current;
    if (!at) return undefined;
    // Pictures of the future, fonts, the composer: heights that change late.
    const observer = new ResizeObserver(() => { at.hold(); look(); });
    observer.observe(at.view);
    observer.observe(at.feed);
    return () => {
      observer.disconnect();
      if (at.isAtBottom || !at.anchor) left.delete(place);
      else left.set(place, { id: at.anchor.id, offset: at.anchor.offset });
    };
  }, [place]);

  const toBottom = () => {
    scroller.current?.toBottom();
    look();
  };
  return { view, feed, scroller, pill, day, earlier, later, loadEarlier, loadLater, toBottom, onScroll: look };
}

/** Messages one sees after an ordinal. @param {string} place @param {Room} room @param {number} ordinal */
function countAfter(place, room, ordinal) {
  let count = 0;
  for (let at = room.messages.length - 1; at >= 0 && ordinalIn(place, room.messages[at]) > ordinal; at -= 1) {
    if (isShown(room.messages[at]) && room.messages[at].kind === "text") count += 1;
  }
  return count;
}

/**
 * @param {{ current: boolean }} busy @param {(state: Loading) => void} set @param {() => Promise<unknown>} work
 */
function load(busy, set, work) {
  if (busy.current) return;
  busy.current = true;
  set("loading");
  work().then(() => set("idle"), () => set("failed")).finally(() => { busy.current = false; });
}

/** The place on opening. @param {Scroller} at @param {string} place @param {number | null} lineOrdinal */
function begin(at, place, lineOrdinal) {
  const kept = left.get(place);
  const keptRow = kept && document.getElementById(kept.id);
  const lineRow = lineOrdinal === null ? null : at.feed.querySelector(`[data-ordinal="${lineOrdinal}"]`);
  if (keptRow && kept) {
    at.view.scrollTop += at.top(keptRow) - kept.offset;
    at.note();
  } else if (lineRow instanceof HTMLElement) at.show(lineRow, 0.25);
  else at.toBottom();
}

/** The day of the topmost row, while its own day line is out of view. @param {Scroller} at */
function floatingDay(at) {
  const row = at.rowAt(0);
  if (!row || at.isAtBottom || at.view.scrollTop < 40) return null;
  const dayLine = row.querySelector(".day");
  if (dayLine instanceof HTMLElement && at.top(row) > -8) return null;
  return row.dataset.at ?? null;
}
