import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Hits } from "../components/Hits.js";
import { Icon } from "../components/Icon.js";
import { SearchFilters } from "../components/SearchFilters.js";
import { hasFinePointer } from "../focus.js";
import { askNow, askSoon, asked, chosen, results } from "../searching.js";
import { askable, join, read } from "../searchQuery.js";
import { say } from "../strings/main.js";
import { saySearch } from "../strings/search.js";

/** Looking for what was said, while one types. The address holds the question. */
export function Search() {
  const { q, sort } = asked();
  const [text, setText] = useState(() => read(q).text);
  const [filters, setFilters] = useState(() => read(q).filters);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const page = useRef(/** @type {HTMLElement | null} */ (null));
  /** What was asked from here; an address that was not is somebody else's. */
  const own = useRef(new Set([q]));
  useEffect(() => {
    // A link led here, or Back did.
    if (!own.current.has(q)) {
      own.current = new Set([q]);
      setText(read(q).text);
      setFilters(read(q).filters);
    }
    askNow(q, sort);
  }, [q, sort]);
  useEffect(() => { if (!chosen.peek() && hasFinePointer()) field.current?.focus(); }, []);
  /** @param {typeof filters} nextFilters @param {string} nextText @param {boolean} isAtOnce */
  const ask = (nextFilters, nextText, isAtOnce) => {
    setFilters(nextFilters);
    setText(nextText);
    const next = join({ filters: nextFilters, text: askable(nextText) });
    own.current.add(next);
    if (isAtOnce) askNow(next, sort);
    else askSoon(next, sort);
  };
  /** @param {string} typed @param {boolean} isDone */
  const take = (typed, isDone) => {
    const { filters: more, text: rest } = read(typed, { isTyping: !isDone });
    const fresh = more.filter((one) => !filters.some((held) => held.key === one.key && held.value === one.value));
    ask([...filters, ...fresh], rest, isDone);
  };
  const keys = (/** @type {any} */ event) => {
    if (event.isComposing) return;
    const { value } = event.currentTarget;
    if (event.key === "Enter") {
      const isSettled = join({ filters, text: value }) === results.peek().q && results.peek().phase === "ready";
      const first = page.current?.querySelector("[data-hit]");
      if (isSettled && first instanceof HTMLElement) first.click();
      else take(value, true);
    } else if (event.key === "ArrowDown") {
      const row = page.current?.querySelector("[data-hit][tabindex='0']") ?? page.current?.querySelector("[data-hit]");
      if (row instanceof HTMLElement) row.focus();
    } else if (event.key === "Backspace" && value === "" && filters.length) {
      ask(filters.slice(0, -1), "", true);
    } else if (event.key === "Escape" && value !== "") {
      ask(filters, "", true);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`
    <header class="head">
      <a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>
      <h1 class="vh">${say.search}</h1>
      <div class="head-main"><div class="input sm" role="search"><${Icon} name="search" size="s" />
        <input ref=${field} type="search" dir="auto" aria-label=${saySearch.searchMessages} placeholder=${saySearch.searchMessages} value=${text} maxlength="256" autocomplete="off"
          enterkeyhint="search" spellcheck=${false} onInput=${(/** @type {any} */ event) => take(event.currentTarget.value, false)} onKeyDown=${keys} />
        ${text && html`<button class="ib sm" type="button" aria-label=${saySearch.clearSearch} onClick=${() => { ask(filters, "", true); field.current?.focus(); }}><${Icon} name="x" size="s" /></button>`}
      </div></div>
    </header>
    <div class="adm hits" data-hits data-region="messages" ref=${page}>
      <div class="narrow"><${SearchFilters} filters=${filters} onChange=${(/** @type {typeof filters} */ next) => ask(next, text, true)} /></div>
      <div class="narrow"><${Hits} onLeaveUp=${() => field.current?.focus()} onFilters=${(/** @type {typeof filters} */ next) => ask(next, text, true)} /></div>
    </div>`;
}
