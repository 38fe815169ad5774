/**
 * @import { Message as Said } from "../protocol.js"
 * @import { Item } from "../outbox.js"
 * @import { Room } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { dayLine } from "../format.js";
import { lineOnArrival, lineOnOpen } from "../reading.js";
import { acting, hasFocus, leaving, me, menu, outbox, paused, picker } from "../store.js";
import { say } from "../strings/main.js";
import { onMessages } from "../live.js";
import { isIn, isThread, ordinalsOf, shownIn } from "../state.js";
import { known } from "../store.js";
import { onWish } from "../wishes.js";
import { Failed } from "./Failed.js";
import { NewPill } from "./NewPill.js";
import { Skeleton } from "./Skeleton.js";
import { useListKeys } from "./useListKeys.js";
import { useLongPress } from "./useLongPress.js";
import { usePlace } from "./usePlace.js";
import { useReading } from "./useReading.js";
import { useDrawn, useRows } from "./useRows.js";

/**
 * @typedef {{ place: string, room: Room, target: string | null, start: any,
 *   onEarlier: () => Promise<unknown>, onLater: () => Promise<unknown>, onNewest: () => Promise<unknown>,
 *   onAllRead: () => void }} Props
 */

/** The messages of one conversation or thread. It is made anew for each. @param {Props} props */
export function MessageList(props) {
  const { place, room, target, start } = props;
  const { line, setLine } = useNewLine(place, room);
  const items = waitingIn(place, room);
  const messages = useShown(place, room);
  const allRead = () => {
    setLine(null);
    props.onAllRead();
  };
  const rows = useRows({ place, messages, items, line, target, onRead: allRead });
  const spot = usePlace({ place, room, rows, target, lineOrdinal: line, onEarlier: props.onEarlier, onLater: props.onLater });
  useReading(place, room, spot.scroller);
  const [current, setCurrent] = useState(/** @type {string | null} */ (null));

  const newest = async () => {
    if (room.hasLater) await props.onNewest();
    await spot.toBottom();
  };
  useEffect(() => {
    const stops = [
      onWish("settle", () => { if (!isThread(place)) { resume(place); allRead(); void newest(); } }),
      onWish("sent", (key) => { if (key === place) { setLine(null); resume(place); void newest(); } }),
      onWish("unread", ({ key, ordinal }) => { if (key === place) setLine(ordinal); }),
    ];
    return () => stops.forEach((stop) => stop());
  });
  useEffect(() => () => resume(place), [place]);
  const onKeyDown = useListKeys({ place, scroller: spot.scroller, onFirst: spot.toTop, onNewest: newest, onCurrent: setCurrent });
  const press = useLongPress(place);
  // One tab stop: where the focus was last, or the newest that is drawn.
  const { spaced, below } = spot.shown;
  const stop = spaced.some(({ row }) => row.id === current) ? current : spaced.at(-1)?.row.id;
  const drawn = useDrawn()(spaced, stop ?? "");

  return html`
    <div class="log" ref=${spot.view} onScroll=${spot.onScroll} onKeyDown=${onKeyDown} data-region=${isThread(place) ? undefined : "messages"}
      onMouseOver=${pointAt} onMouseLeave=${pointAway} onFocusIn=${pointAt} ...${press}>
      <div class="log-in">
        ${room.hasEarlier ? html`<${Earlier} state=${spot.earlier} onRetry=${spot.loadEarlier} />` : start}
        <div role=${rows.length > 0 ? "feed" : undefined} ref=${spot.feed} style=${below > 0 ? { paddingBlockEnd: `${below}px` } : undefined} aria-label=${rows.length > 0 ? (isThread(place) ? say.repliesFeed : say.conversation) : undefined}
          aria-busy=${spot.earlier === "loading" ? "true" : undefined}>${drawn}</div>
        ${spot.later === "failed" && html`<${Failed} text=${say.laterFailed} onRetry=${spot.loadLater} />`}
      </div>
    </div>
    ${spot.day && html`<div class="dayfloat" aria-hidden="true"><span>${dayLine(spot.day).name}</span></div>`}
    ${spot.pill && html`<${NewPill} count=${spot.pill.count} onPress=${newest} />`}`;
}

/** @param {{ state: "idle" | "loading" | "failed", onRetry: () => void }} props */
const Earlier = ({ state, onRetry }) => (state === "failed"
  ? html`<${Failed} text=${say.earlierFailed} onRetry=${onRetry} />`
  : html`<div class="earlier"><${Skeleton} rows=${1} /><span class="vh">${say.loadingEarlier}</span></div>`);

/** My messages that the list does not have yet. @param {string} place @param {Room} room @returns {Item[]} */
function waitingIn(place, room) {
  // Unsent messages belong after the newest one; a list opened in the middle does not reach it.
  if (room.hasLater) return [];
  const mine = outbox.value.items.filter((item) => item.key === place);
  if (!mine.length) return mine;
  const stored = new Set(room.messages.slice(-50).map((message) => message.client_id));
  return mine.filter((item) => !stored.has(item.client_id));
}

/** The row that is pointed at, or has the focus, shows what can be done with it. @param {Event} event */
function pointAt(event) {
  const row = event.target instanceof Element ? event.target.closest("article[data-id]") : null;
  if (row && !menu.value && !picker.value) acting.value = row.id;
}

/** @param {MouseEvent} event */
function pointAway(event) {
  const focused = /** @type {Element} */ (event.currentTarget).contains(document.activeElement) ? document.activeElement?.closest("article") : null;
  if (!menu.value && !picker.value) acting.value = focused?.id ?? null;
}

/** A conversation that was left, or written in, is read as usual again. @param {string} place */
function resume(place) {
  if (paused.value.has(place)) paused.value = new Set([...paused.value].filter((key) => key !== place));
}

/** What one sees of what is held: without what was deleted, or is about to be. @param {string} place @param {Room} room @returns {Said[]} */
function useShown(place, room) {
  const going = leaving.value;
  return useMemo(() => {
    const shown = shownIn(place, room);
    if (!shown.some((message) => going.has(message.id))) return shown;
    return shown.filter((message) => !going.has(message.id) || message.reply_count > 0)
      .map((message) => (going.has(message.id) ? { ...message, deleted_at: message.created_at, content: "" } : message));
  }, [room.messages, going]);
}

/** Placed on opening, then standing still. @param {string} place @param {Room} room */
function useNewLine(place, room) {
  const [line, setLine] = useState(() => lineOnOpen(shownIn(place, room), ordinalsOf(known(), place).read, me.value.id, place));
  useEffect(() => onMessages((messages) => {
    const mine = me.value.id;
    for (const message of messages.filter((one) => isIn(place, one))) {
      const readOrdinal = ordinalsOf(known(), place).read;
      setLine((now) => lineOnArrival(now, { message, readOrdinal, hasFocus: hasFocus.peek(), me: mine, key: place }));
    }
  }), [place]);
  return { line, setLine };
}
