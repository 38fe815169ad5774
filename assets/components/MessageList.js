/**
 * @import { Message as Said } from "../protocol.js"
 * @import { Item } from "../outbox.js"
 * @import { Room } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dayKey, dayLine } from "../format.js";
import { isContinued, lineOnArrival, lineOnOpen } from "../reading.js";
import { acting, hasFocus, leaving, me, menu, outbox, paused, picker } from "../store.js";
import { say } from "../strings/en.js";
import { onMessages } from "../live.js";
import { isIn, isThread, ordinalIn, ordinalsOf, shownIn } from "../state.js";
import { known } from "../store.js";
import { rowsOf } from "../runs.js";
import { onWish } from "../wishes.js";
import { DayLine, NewLine } from "./DayLine.js";
import { Failed } from "./Failed.js";
import { Message } from "./Message.js";
import { NewPill } from "./NewPill.js";
import { Pending } from "./Pending.js";
import { Skeleton } from "./Skeleton.js";
import { Run } from "./SystemLine.js";
import { useListKeys } from "./useListKeys.js";
import { useLongPress } from "./useLongPress.js";
import { usePlace } from "./usePlace.js";
import { useReading } from "./useReading.js";

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
  const spot = usePlace({ place, room, target, lineOrdinal: line, onEarlier: props.onEarlier, onLater: props.onLater });
  useReading(place, room, spot.scroller);
  const [current, setCurrent] = useState(/** @type {string | null} */ (null));

  const newest = async () => {
    if (room.hasLater) await props.onNewest();
    spot.toBottom();
  };
  const allRead = () => {
    setLine(null);
    props.onAllRead();
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
  const onKeyDown = useListKeys({ place, scroller: spot.scroller, onNewest: newest, onCurrent: setCurrent });
  const press = useLongPress(place);
  const rows = useRows({ place, messages, items, line, target, current, onRead: allRead });

  return html`
    <div class="log" ref=${spot.view} onScroll=${spot.onScroll} onKeyDown=${onKeyDown} data-region=${isThread(place) ? undefined : "messages"}
      onMouseOver=${pointAt} onMouseLeave=${pointAway} onFocusIn=${pointAt} ...${press}>
      <div class="log-in">
        ${room.hasEarlier ? html`<${Earlier} state=${spot.earlier} onRetry=${spot.loadEarlier} />` : start}
        <div role=${rows.length > 0 ? "feed" : undefined} ref=${spot.feed} aria-label=${rows.length > 0 ? (isThread(place) ? say.repliesFeed : say.conversation) : undefined}
          aria-busy=${spot.earlier === "loading" ? "true" : undefined}>${rows}</div>
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

/** @typedef {{ deps: string, message: Said | null, item: Item | null, row: any }} Cached */

/**
 * The rows; one whose message and surroundings are the same is not drawn again.
 * @param {{ place: string, messages: Said[], items: Item[], line: number | null, target: string | null, current: string | null, onRead: () => void }} props
 */
function useRows({ place, messages, items, line, target, current, onRead }) {
  const cache = useRef(/** @type {Map<string, Cached>} */ (new Map()));
  const read = useRef(onRead);
  useLayoutEffect(() => { read.current = onRead; });
  const next = new Map();
  const kind = isThread(place) ? "t" : "m";
  const last = items.at(-1)?.client_id ?? messages.at(-1)?.id;
  const stop = current ?? last;
  /** @type {Said | undefined} */
  let before;
  const keep = (/** @type {string} */ key, /** @type {Cached} */ fresh, /** @type {() => any} */ draw) => {
    const held = cache.current.get(key);
    const isSame = held && held.deps === fresh.deps && held.message === fresh.message && held.item === fresh.item;
    const kept = isSame ? held : { ...fresh, row: draw() };
    next.set(key, kept);
    return kept.row;
  };
  const [opened, setOpened] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const rows = rowsOf(messages, opened, target).map(({ message, run, isOpen }) => {
    const hasDay = !before || dayKey(before.created_at) !== dayKey(message.created_at);
    const end = run && !isOpen ? run[run.length - 1] : message;
    const ordinal = ordinalIn(place, end);
    const hasLine = line === ordinal;
    const continued = isContinued(before, message, hasDay || hasLine);
    const since = hasLine ? before?.created_at ?? message.created_at : "";
    before = end;
    const isStop = stop === message.id || (end !== message && (run?.some((one) => one.id === stop) ?? false));
    const key = message.sender_id + message.client_id;
    const deps = [hasDay, hasLine, since, continued, isStop, target === message.id, isOpen, run?.map((one) => one.id)].join();
    return keep(key, { deps, message, item: null, row: null }, () => html`
      <article class=${target === message.id ? "entry target" : "entry"} key=${key} id=${`${kind}-${message.id}`}
        data-id=${message.id} data-place=${place} data-ordinal=${ordinal} data-at=${message.created_at} tabindex=${isStop ? 0 : -1} data-entrance=${isStop ? "true" : undefined}
        aria-labelledby=${`${kind}l-${message.id}`} aria-posinset=${ordinal} aria-setsize=${-1}>
        ${hasDay && html`<${DayLine} instant=${message.created_at} />`}
        ${hasLine && html`<${NewLine} since=${since} onRead=${() => read.current()} />`}
        ${run && html`<${Run} run=${run} isOpen=${isOpen} labelId=${`${kind}l-${message.id}`} onToggle=${() => setOpened((now) => toggledRun(now, run, !isOpen))} />`}
        ${(!run || isOpen) && html`<${Message} message=${message} place=${place} isContinued=${continued} labelId=${`${kind}l-${message.id}`} rowId=${`${kind}-${message.id}`} />`}
      </article>`);
  });
  for (const [at, item] of items.entries()) rows.push(pendingRow(item, at, { items, before, isStop: stop === item.client_id, keep }));
  cache.current = next;
  return rows;
}

/** @param {ReadonlySet<string>} opened @param {Said[]} run @param {boolean} isOpen @returns {ReadonlySet<string>} */
function toggledRun(opened, run, isOpen) {
  const others = [...opened].filter((id) => !run.some((line) => line.id === id));
  return new Set(isOpen ? [...others, run[0].id] : others);
}

/**
 * @param {Item} item @param {number} at
 * @param {{ items: Item[], before: Said | undefined, isStop: boolean,
 *   keep: (key: string, fresh: Cached, draw: () => any) => any }} around
 */
function pendingRow(item, at, { items, before, isStop, keep }) {
  const hasDay = at === 0 && (!before || dayKey(before.created_at) !== dayKey(item.written_at));
  const previous = items[at - 1];
  const continued = previous ? item.written_at - previous.written_at < 5 * 60_000
    : !hasDay && before?.sender_id === item.user_id && before.kind === "text"
      && item.written_at - Date.parse(before.created_at) < 5 * 60_000;
  // The key of the message it will become: its row goes on in place.
  const key = item.user_id + item.client_id;
  return keep(key, { deps: [hasDay, continued, isStop].join(), message: null, item, row: null }, () => html`
    <article class="entry" key=${key} id=${`m-${item.client_id}`} tabindex=${isStop ? 0 : -1} data-entrance=${isStop ? "true" : undefined} aria-labelledby=${`l-${item.client_id}`}>
      ${hasDay && html`<${DayLine} instant=${item.written_at} />`}
      <${Pending} item=${item} isContinued=${continued} labelId=${`l-${item.client_id}`} />
    </article>`);
}
