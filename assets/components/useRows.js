/**
 * The rows of a list: what each is about, and how it is drawn. One whose
 * message and surroundings are the same is not drawn again.
 *
 * @import { Message as Said } from "../protocol.js"
 * @import { Item } from "../outbox.js"
 */
import { html } from "htm/preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { dayKey } from "../format.js";
import { isContinued } from "../reading.js";
import { rowsOf } from "../runs.js";
import { isThread, ordinalIn } from "../state.js";
import { DayLine, NewLine } from "./DayLine.js";
import { Message } from "./Message.js";
import { Pending } from "./Pending.js";
import { Run } from "./SystemLine.js";

/** A pending message has the key of what it will become: its row goes on in place. `id` is that of the element. @typedef {{ key: string, id: string, ordinal: number | null, deps: string, message: Said | null, item: Item | null, draw: (isStop: boolean, gap: number) => any }} Row */
/** @typedef {{ deps: string, message: Said | null, item: Item | null, drawn: any }} Cached */

/** @param {number} gap */
const spaced = (gap) => (gap > 0 ? { marginBlockStart: `${gap}px` } : undefined);

/**
 * @param {{ place: string, messages: Said[], items: Item[], line: number | null, target: string | null, onRead: () => void }} props
 * @returns {Row[]}
 */
export function useRows({ place, messages, items, line, target, onRead }) {
  const read = useRef(onRead);
  useLayoutEffect(() => { read.current = onRead; });
  const kind = isThread(place) ? "t" : "m";
  /** @type {Said | undefined} */
  let before;
  const [opened, setOpened] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const rows = rowsOf(messages, opened, target).map(({ message, run, isOpen }) => {
    const hasDay = !before || dayKey(before.created_at) !== dayKey(message.created_at);
    const end = run && !isOpen ? run[run.length - 1] : message;
    const ordinal = ordinalIn(place, end);
    const hasLine = line === ordinal;
    const continued = isContinued(before, message, hasDay || hasLine);
    const since = hasLine ? before?.created_at ?? message.created_at : "";
    before = end;
    const key = message.sender_id + message.client_id;
    const id = `${kind}-${message.id}`;
    const label = `${kind}l-${message.id}`;
    /** @type {Row} */
    const row = { key, id, ordinal, message, item: null, deps: [hasDay, hasLine, since, continued, target === message.id, isOpen, run?.map((one) => one.id)].join(), draw: (isStop, gap) => html`
      <article class=${target === message.id ? "entry target" : "entry"} key=${key} id=${id} style=${spaced(gap)}
        data-id=${message.id} data-place=${place} data-ordinal=${ordinal} data-at=${message.created_at} tabindex=${isStop ? 0 : -1} data-entrance=${isStop ? "true" : undefined}
        aria-labelledby=${label} aria-posinset=${ordinal} aria-setsize=${-1}>
        ${hasDay && html`<${DayLine} instant=${message.created_at} />`}
        ${hasLine && html`<${NewLine} since=${since} onRead=${() => read.current()} />`}
        ${run && html`<${Run} run=${run} isOpen=${isOpen} labelId=${label} onToggle=${() => setOpened((now) => toggledRun(now, run, !isOpen))} />`}
        ${(!run || isOpen) && html`<${Message} message=${message} place=${place} isContinued=${continued} labelId=${label} rowId=${id} />`}
      </article>` };
    return row;
  });
  return [...rows, ...items.map((item, at) => pendingRow(item, items[at - 1], before))];
}

/** @param {ReadonlySet<string>} opened @param {Said[]} run @param {boolean} isOpen @returns {ReadonlySet<string>} */
function toggledRun(opened, run, isOpen) {
  const others = [...opened].filter((id) => !run.some((line) => line.id === id));
  return new Set(isOpen ? [...others, run[0].id] : others);
}

/** @param {Item} item @param {Item | undefined} previous @param {Said | undefined} before @returns {Row} */
function pendingRow(item, previous, before) {
  const hasDay = !previous && (!before || dayKey(before.created_at) !== dayKey(item.written_at));
  const continued = previous ? item.written_at - previous.written_at < 5 * 60_000
    : !hasDay && before?.sender_id === item.user_id && before.kind === "text"
      && item.written_at - Date.parse(before.created_at) < 5 * 60_000;
  const key = item.user_id + item.client_id;
  const id = `m-${item.client_id}`;
  return { key, id, ordinal: null, message: null, item, deps: [hasDay, continued].join(), draw: (isStop, gap) => html`
    <article class="entry" key=${key} id=${id} style=${spaced(gap)} tabindex=${isStop ? 0 : -1} data-entrance=${isStop ? "true" : undefined} aria-labelledby=${`l-${item.client_id}`}>
      ${hasDay && html`<${DayLine} instant=${item.written_at} />`}
      <${Pending} item=${item} isContinued=${continued} labelId=${`l-${item.client_id}`} />
    </article>` };
}

/** Keeps what was drawn for as long as it is the same. @returns {(rows: { row: Row, gap: number }[], stop: string) => any[]} */
export function useDrawn() {
  const cache = useRef(/** @type {Map<string, Cached>} */ (new Map()));
  return (rows, stop) => {
    /** @type {Map<string, Cached>} */
    const next = new Map();
    const drawn = rows.map(({ row, gap }) => {
      const isStop = row.id === stop;
      const deps = `${row.deps},${isStop},${gap}`;
      const held = cache.current.get(row.key);
      const isSame = held && held.deps === deps && held.message === row.message && held.item === row.item;
      const kept = isSame ? held : { deps, message: row.message, item: row.item, drawn: row.draw(isStop, gap) };
      next.set(row.key, kept);
      return kept.drawn;
    });
    cache.current = next;
    return drawn;
  };
}
