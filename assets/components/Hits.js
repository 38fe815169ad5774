/**
 * @import { FileInfo, Hit as Found, Message } from "../protocol.js"
 * @import { Filter } from "../searchQuery.js"
 */
import { html } from "htm/preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { fileAddress } from "../api.js";
import { clock, dayInFull, fullStamp } from "../format.js";
import { isPhone } from "../focus.js";
import { excerptOf, plainHit } from "../plain.js";
import { addressOf, go, rename, route, searchAddress, threadAddress } from "../router.js";
import { again, around, askNow, chosen, kept, more, results } from "../searching.js";
import { read } from "../searchQuery.js";
import { keyOfMessage } from "../state.js";
import { directOf, groupOf, messageOf, nameOf, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { saySearch } from "../strings/search.js";
import { filterLabel } from "./filterLabel.js";
import { Failed } from "./Failed.js";
import { FileIcon } from "./FileIcon.js";
import { Icon } from "./Icon.js";
import { Portrait } from "./Portrait.js";
import { Skeleton } from "./Skeleton.js";

/** Files shown with a hit; the message has the others. */
const MOST_CARRIED = 4;

/** Whether a hit is read in a thread: a reply that is nowhere else, and everything in a forum. @param {Message} message */
const isInThread = (message) => message.ordinal === null || groupOf(message.group_id ?? "").peek()?.kind === "forum";

/** Where a hit is read. @param {Message} message */
function addressOfHit(message) {
  const key = keyOfMessage(message);
  const { id, thread_root_id: root } = message;
  return isInThread(message) ? threadAddress(key, root ?? id, root ? id : undefined) : addressOf(key, id);
}

/** Opens a hit in its conversation; where there is room the list stays beside it. @param {Message} message */
function open(message) {
  chosen.value = message.id;
  const { q, sort } = results.peek();
  const state = isPhone() || isInThread(message) ? {} : { search: searchAddress(q, sort) };
  const isBeside = route.peek().page === "conversation" && !isInThread(message);
  // One step from the search, however many hits are looked at.
  if (isBeside) rename(addressOfHit(message), state);
  else go(addressOfHit(message), state);
}

/**
 * What was found. The list goes on as it is scrolled.
 * @param {{ isPane?: boolean, onLeaveUp?: () => void, onFilters?: (filters: Filter[]) => void }} props
 */
export function Hits({ isPane = false, onLeaveUp, onFilters }) {
  const { phase, items, next, unknown, isReading, problem, q } = results.value;
  const end = useRef(/** @type {HTMLElement | null} */ (null));
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const mark = end.current;
    if (!mark || phase !== "ready" || !next) return undefined;
    const watcher = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) more(); }, { root: mark.closest("[data-hits]"), rootMargin: "600px" });
    watcher.observe(mark);
    return () => watcher.disconnect();
  }, [phase, next, items.length]);
  useEffect(() => {
    const view = list.current?.closest("[data-hits]");
    if (!(view instanceof HTMLElement)) return undefined;
    if (!isPane) view.scrollTop = kept.scrollTop;
    const row = chosen.peek() && list.current?.querySelector(`[data-hit="${chosen.peek()}"]`);
    if (row instanceof HTMLElement) {
      row.focus({ preventScroll: !isPane });
      row.scrollIntoView({ block: "nearest" });
    }
    const note = () => { if (!isPane) kept.scrollTop = view.scrollTop; };
    view.addEventListener("scroll", note, { passive: true });
    return () => view.removeEventListener("scroll", note);
  }, []);
  if (!q) return html`<div class="empty wide"><h2>${saySearch.searchHint}</h2><p>${saySearch.searchHintText}</p></div>`;
  const firstInside = items.findIndex((hit) => hit.is_inside);
  const isNothing = phase === "ready" && items.length === 0 && !next;
  return html`
    <div ref=${list} onKeyDown=${(/** @type {KeyboardEvent} */ event) => walk(event, onLeaveUp)}>
      ${items.length > 0 && html`<h2 class="hits-h">${saySearch.hits({ count: items.length, isAll: next === null })} <${Sorts} /></h2>`}
      ${isReading && html`<p class="note">${saySearch.searchIsReading}</p>`}
      ${items.length === 0 && phase === "loading" && html`<${Skeleton} />`}
      ${isNothing && (problem ? html`<p class="note" role="alert">${problem}</p>` : html`<${Nothing} q=${q} unknown=${unknown} onFilters=${onFilters} />`)}
      <ul aria-label=${saySearch.searchResults} aria-busy=${phase === "loading" ? "true" : "false"}>
        ${items.map((hit, n) => html`
          ${n === firstInside && html`<li key="inside" class="hits-part">${saySearch.insideWords}</li>`}
          <${Hit} key=${hit.message.id} hit=${hit} isFirst=${n === 0} isPane=${isPane} />`)}
      </ul>
      ${phase === "failed" && html`<${Failed} text=${problem || saySearch.searchFailed} onRetry=${again} />`}
      ${phase === "loading" && items.length > 0 && html`<p class="foot-s">${saySearch.searching}</p>`}
      <div ref=${end}></div>
    </div>`;
}

/** Arrows walk along the hits; from the first one up to the field. @param {KeyboardEvent} event @param {(() => void) | undefined} onLeaveUp */
function walk(event, onLeaveUp) {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement) || !target.dataset.hit) return;
  const rows = [...currentTarget.querySelectorAll("[data-hit]")].filter((row) => row instanceof HTMLElement);
  const here = rows.indexOf(target);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0) return onLeaveUp?.();
  const row = rows[Math.min(to, rows.length - 1)];
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

/** Newest or best first. */
function Sorts() {
  const { q, sort } = results.value;
  const one = (/** @type {"newest" | "best"} */ name, /** @type {string} */ text) => html`
    <button type="button" class=${sort === name ? "chipbtn on" : "chipbtn"} aria-pressed=${sort === name ? "true" : "false"} onClick=${() => askNow(q, name)}>${text}</button>`;
  return html`<span class="hits-sort" role="group" aria-label=${saySearch.sortBy}>${one("newest", saySearch.newestFirst)}${one("best", saySearch.bestFirst)}</span>`;
}

/** @param {{ q: string, unknown: string[], onFilters?: (filters: Filter[]) => void }} props */
function Nothing({ q, unknown, onFilters }) {
  const asked = read(q);
  const without = (/** @type {Filter} */ filter) => onFilters?.(asked.filters.filter((one) => one !== filter));
  return html`
    <div class="empty wide" role="status">
      <h2>${asked.text.trim() ? saySearch.noHitsFor({ q: asked.text.trim() }) : saySearch.noHits}</h2>
      ${unknown.map((name) => html`<p key=${name}>${saySearch.unknownFilter({ filter: name.slice(name.indexOf(":") + 1) })}</p>`)}
      ${asked.filters.length === 0 && html`<p>${saySearch.tryOther}</p>`}
      ${asked.filters.map((filter) => html`
        <button key=${`${filter.key}:${filter.value}`} class="btn outline" type="button" onClick=${() => without(filter)}>${saySearch.searchWithout({ filter: filterLabel(filter) })}</button>`)}
    </div>`;
}

/** @param {{ hit: Found, isFirst: boolean, isPane: boolean }} props */
function Hit({ hit, isFirst, isPane }) {
  const now = messageOf(hit.message.id).value;
  const [context, setContext] = useState(/** @type {Message[] | null} */ (null));
  // What was deleted meanwhile, or is no longer mine to see, is not shown again.
  if (!now || now.deleted_at) return null;
  const key = keyOfMessage(now);
  const name = userOf(now.sender_id).value?.name ?? say.someone;
  const isChosen = chosen.value === now.id;
  const address = addressOfHit(now);
  const press = (/** @type {MouseEvent} */ event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(now);
  };
  const toggle = () => {
    if (context) setContext(null);
    else around(now).then(setContext, () => setContext([]));
  };
  const rest = context?.filter((one) => !one.deleted_at) ?? [];
  const at = rest.findIndex((one) => one.id === now.id);
  return html`
    <li class=${isChosen ? "hit sel" : "hit"}>
      <a class="hit-a" href=${address} data-hit=${now.id} tabindex=${isChosen || (isFirst && !chosen.value) ? 0 : -1} onClick=${press}
        aria-current=${isChosen ? "true" : undefined} onFocus=${() => { if (!isPane) chosen.value = now.id; }}>
        <span class="hit-h"><${Icon} name=${iconOf(key)} size="xs" /><b dir="auto">${nameOf(key)}</b>
          ${now.ordinal === null && html`<span>${saySearch.inThread}</span>`}<span>${dayInFull(now.created_at)}</span>
          ${!isPane && html`<span class="hit-k only-d" aria-hidden="true"><kbd>${saySearch.openHitKey}</kbd> ${saySearch.openHit}</span>`}</span>
        ${rest.slice(0, Math.max(0, at)).map((one) => html`<${Beside} key=${one.id} message=${one} />`)}
        <span class="msg"><${Portrait} id=${now.sender_id} name=${name} />
          <span><span class="by"><b dir="auto">${name}</b><time datetime=${now.created_at} title=${fullStamp(now.created_at)}>${clock(now.created_at)}</time></span>
            <span class="hit-t" dir="auto"><${Excerpt} hit=${hit} now=${now} /></span><${Carried} hit=${hit} now=${now} /></span></span>
        ${rest.slice(at + 1).map((one) => html`<${Beside} key=${one.id} message=${one} />`)}
      </a>
      ${!isPane && html`<button class="hit-c" type="button" aria-expanded=${context ? "true" : "false"} onClick=${toggle}>${context ? saySearch.lessContext : saySearch.moreContext}</button>`}
    </li>`;
}

/** @param {string} key */
function iconOf(key) {
  const group = groupOf(key.slice(2)).value;
  if (!group) return directOf(key.slice(2)).value ? "user-round" : "hash";
  return group.is_primary ? "armchair" : group.is_archived ? "archive" : group.is_private ? "lock" : group.kind === "forum" ? "message-square-text" : "hash";
}

/** The piece that shows why, with what was meant marked; of what was edited since, how it begins. @param {{ hit: Found, now: Message }} props */
function Excerpt({ hit, now }) {
  const found = useMemo(() => (now.version === hit.message.version ? plainHit(hit.excerpt, now.content) : null), [hit, now]);
  if (!found) return excerptOf(now.content);
  const { pieces, hasBefore, hasAfter } = found;
  return html`${hasBefore && "… "}${pieces.map((piece) => (piece.isMarked ? html`<mark>${piece.text}</mark>` : piece.text))}${hasAfter && " …"}`;
}

/** Pictures, and the files that the piece does not name. @param {{ hit: Found, now: Message }} props */
function Carried({ hit, now }) {
  const isShown = (/** @type {FileInfo} */ file) => file.thumbnail === "ready" || !hit.excerpt.text.includes(file.name);
  return (now.attachments ?? []).filter(isShown).slice(0, MOST_CARRIED).map((file) => html`
    <span class="hit-f" key=${file.id}>${file.thumbnail === "ready"
      ? html`<img src=${fileAddress(file.id, "thumbnail")} alt=${file.name} width=${file.width} height=${file.height} loading="lazy" decoding="async" />`
      : html`<${FileIcon} kind=${file.kind} /><span dir="auto">${file.name}</span>`}</span>`);
}

/** A line before or after a hit. @param {{ message: Message }} props */
const Beside = ({ message }) => html`
  <span class="hit-b" dir="auto"><b>${userOf(message.sender_id).value?.name ?? say.someone}</b> ${excerptOf(message.content)}</span>`;
