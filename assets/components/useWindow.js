/**
 * The part of a list that is in the document. What is left out is made up for
 * by space of its height, so that everything stays where it is.
 *
 * @import { Row } from "./useRows.js"
 * @import { Scroller } from "../scroller.js"
 * @import { Range } from "../virtual.js"
 */
import { useRef, useState } from "preact/hooks";
import { editing, menu } from "../store.js";
import { Heights, rangeAround, rowAtOffset, sumOf } from "../virtual.js";

/** Rows are drawn this far beyond what is in view, in screens; and drawn anew when less than half of that is left. */
const AHEAD_SCREENS = 1;

/** As fine as browsers lay out. @param {number} px */
const exact = (px) => Math.round(px * 64) / 64;

/** @param {Row[]} rows @param {{ current: Scroller | null }} scroller */
export function useWindow(rows, scroller) {
  const heights = useRef(new Heights());
  const drawn = useRef(/** @type {Range} */ ({ from: 0, to: 0 }));
  const [, setTick] = useState(0);
  const heightAt = (/** @type {number} */ at) => heights.current.of(rows[at].key);
  const screen = () => scroller.current?.view.clientHeight || window.innerHeight;

  /** The index of the first row in view, as far as it is known. @returns {number} */
  const anchorAt = () => {
    const at = scroller.current;
    if (!at || at.isAtBottom || !at.anchor) return rows.length - 1;
    const id = at.anchor.row?.id ?? at.anchor.id;
    const found = rows.findIndex((row) => row.id === id);
    return found === -1 ? drawn.current.from : found;
  };
  /** How much of that row is above the view: it may be higher than the view is. */
  const hiddenOf = (/** @type {number} */ index) => {
    const at = scroller.current;
    return at?.anchor && !at.isAtBottom && rows[index]?.id === at.anchor.id ? Math.max(0, -at.anchor.offset) : 0;
  };
  const rangeOf = (/** @type {number} */ at) =>
    rangeAround({ count: rows.length, at, hidden: hiddenOf(at), heightOf: heightAt, screen: screen(), ahead: screen() * AHEAD_SCREENS });

  /** Rows that stay though they are out of view: those with the focus, a menu, or an edit that has begun. @returns {number[]} */
  const held = () => {
    const feed = scroller.current?.feed;
    const focused = feed?.contains(document.activeElement) ? document.activeElement?.closest("article")?.id : undefined;
    const ids = [focused, menu.value?.anchor.closest("article")?.id];
    const edited = editing.value;
    return rows.flatMap((row, at) => (ids.includes(row.id) || (edited && row.message?.id === edited.id) ? [at] : []));
  };

  /**
   * What is to be drawn, with the space above each and the space below all.
   * @param {number | null} wanted the index of a row that must be among them
   */
  const choose = (wanted) => {
    const range = rangeOf(wanted ?? anchorAt());
    drawn.current = range;
    const chosen = new Set(held());
    for (let at = range.from; at < range.to; at += 1) chosen.add(at);
    const order = [...chosen].sort((a, b) => a - b);
    const spaced = order.map((at, index) => ({ row: rows[at], gap: exact(sumOf(heightAt, index === 0 ? 0 : order[index - 1] + 1, at)) }));
    const last = order.at(-1);
    return { spaced, below: last === undefined ? 0 : exact(sumOf(heightAt, last + 1, rows.length)) };
  };

  /** Notes how high the rows are that are in the document. */
  const measure = () => {
    const at = scroller.current;
    if (!at) return;
    heights.current.forWidth(at.view.clientWidth);
    const keys = new Map(rows.map((row) => [row.id, row.key]));
    for (const element of at.rows) {
      const key = keys.get(element.id);
      const { height } = element.getBoundingClientRect();
      if (key && height > 0) heights.current.set(key, height);
    }
    if (heights.current.size > 2 * rows.length + 100) heights.current.keepOnly(new Set(keys.values()));
  };

  /** Draws anew when what is in view comes near the edge of what is drawn. */
  const follow = () => {
    const at = scroller.current;
    if (!at || !rows.length || at.view.clientHeight === 0) return;
    const first = at.rowAt(0);
    if (!first || at.top(first) > at.view.clientHeight) seek(at);
    const { from, to } = drawn.current;
    const next = rangeOf(anchorAt());
    const isFar = next.from < from || next.to > to;
    const edge = (screen() * AHEAD_SCREENS) / 2;
    const above = document.getElementById(rows[from]?.id ?? "");
    const below = document.getElementById(rows[to - 1]?.id ?? "");
    const isNear = (from > 0 && (!above || at.top(above) > -edge))
      || (to < rows.length && (!below || at.top(below) + below.offsetHeight < at.view.clientHeight + edge));
    if (isFar && isNear) setTick((now) => now + 1);
  };

  /** The scroll bar led to where nothing is drawn: what belongs there is told by the heights. @param {Scroller} at */
  const seek = (at) => {
    const y = Math.max(0, -at.top(at.feed));
    const { at: index, top } = rowAtOffset(heightAt, rows.length, y);
    at.isAtBottom = false;
    at.anchor = { row: null, id: rows[index].id, offset: top - y };
  };
  return { choose, measure, follow, redraw: () => setTick((now) => now + 1) };
}
