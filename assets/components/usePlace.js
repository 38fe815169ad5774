/**
 * Where a list is scrolled to, and that it stays there.
 *
 * @import { Room } from "../state.js"
 * @import { Row } from "./useRows.js"
 */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isShown, MAX_KEPT, ordinalIn, ordinalsOf, withoutNewest } from "../state.js";
import { change, known } from "../store.js";
import { Scroller } from "../scroller.js";
import { useWindow } from "./useWindow.js";

/** Older pages load this many screens ahead. */
const AHEAD_SCREENS = 1.5;

/** Of what may be held, this much is kept free for what arrives while somebody reads further up. */
const ROOM_TO_GROW = 50;
/** Kept below what is in view. */
const KEPT_BELOW = 150;

/** Where conversations were left, within this session. @type {Map<string, { id: string, offset: number }>} */
const left = new Map();

/** @typedef {{ count: number } | null} Pill */
/** @typedef {"idle" | "loading" | "failed"} Loading */

/**
 * @param {{ place: string, room: Room, rows: Row[], target: string | null, lineOrdinal: number | null,
 *   onEarlier: () => Promise<unknown>, onLater: () => Promise<unknown> }} props
 */
export function usePlace({ place, room, rows, target, lineOrdinal, onEarlier, onLater }) {
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
  const list = useWindow(rows, scroller);
  /** Told once the list has been drawn anew. @type {{ current: (() => void)[] }} */
  const afterwards = useRef([]);
  const wanted = shownTarget.current === target ? -1 : rows.findIndex((row) => row.message?.id === target);
  const shown = list.choose(wanted !== -1 ? wanted : scroller.current ? null : firstSight(place, rows, lineOrdinal));

  const loadEarlier = () => load(busy, setEarlier, onEarlier);
  const loadLater = () => load(busy, setLater, onLater);

  /** Looks at where we are, and at what follows from it. */
  const look = () => {
    const at = scroller.current;
    if (!at) return;
    at.note();
    list.follow();
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
    if (!at.isAtBottom && !room.hasLater && room.messages.length > MAX_KEPT - ROOM_TO_GROW) letGo(place, lastShown);
    const ahead = at.view.clientHeight * AHEAD_SCREENS;
    if (room.hasEarlier && earlier === "idle" && at.view.scrollTop < ahead) loadEarlier();
    if (room.hasLater && later === "idle" && at.distanceToEnd < ahead) loadLater();
  };

  useLayoutEffect(() => {
    if (!view.current || !feed.current) return;
    const isFirst = !scroller.current;
    scroller.current ??= new Scroller(view.current, feed.current);
    list.measure();
    const row = wanted === -1 ? null : document.getElementById(rows[wanted].id);
    if (row) {
      shownTarget.current = target;
      scroller.current.isAtBottom = false;
      scroller.current.show(row, 0.35);
      // Who goes along the hits of a search stays among them, however late this comes.
      if (!document.activeElement?.closest("[data-hits]")) row.focus({ preventScroll: true });
    } else if (isFirst) begin(scroller.current, place, lineOrdinal);
    else scroller.current.hold();
    for (const tell of afterwards.current.splice(0)) tell();
    look();
  });

  // The latest of each: an observer outlives what it was made with.
  const measured = useRef(list.measure);
  const looked = useRef(look);
  measured.current = list.measure;
  looked.current = look;
  useEffect(() => {
    const at = scroller.current;
    if (!at) return undefined;
    // Pictures of the future, fonts, the composer: heights that change late.
    const observer = new ResizeObserver(() => { measured.current(); at.hold(); looked.current(); });
    observer.observe(at.view);
    observer.observe(at.feed);
    return () => {
      observer.disconnect();
      if (at.isAtBottom || !at.anchor) left.delete(place);
      else left.set(place, { id: at.anchor.id, offset: at.anchor.offset });
    };
  }, [place]);

  /** @param {(at: Scroller) => void} work @returns {Promise<void>} when it has been drawn there */
  const goTo = (work) => new Promise((done) => {
    if (!scroller.current) return done();
    work(scroller.current);
    afterwards.current.push(done);
    list.redraw();
  });
  const toBottom = () => goTo((at) => at.toBottom());
  const toTop = () => goTo((at) => {
    at.view.scrollTop = 0;
    at.isAtBottom = false;
    at.lastTop = 0;
    at.anchor = rows.length ? { row: null, id: rows[0].id, offset: at.top(at.feed) } : null;
  });
  return { view, feed, scroller, shown, pill, day, earlier, later, loadEarlier, loadLater, toBottom, toTop, onScroll: look };
}

/** The row that is looked at first: where one left, the new line, the newest. @param {string} place @param {Row[]} rows @param {number | null} lineOrdinal */
function firstSight(place, rows, lineOrdinal) {
  const kept = left.get(place)?.id;
  const at = rows.findIndex((row) => row.id === kept);
  const line = lineOrdinal === null ? -1 : rows.findIndex((row) => row.ordinal === lineOrdinal);
  return at !== -1 ? at : line !== -1 ? line : rows.length - 1;
}

/** Not while this list is drawn. @param {string} place @param {number} lastShown */
const letGo = (place, lastShown) => queueMicrotask(() => change((now) => withoutNewest(now, place, lastShown + KEPT_BELOW)));

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
