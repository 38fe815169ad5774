import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../strings/main.js";
import { Failed } from "./Failed.js";
import { Icon } from "./Icon.js";
import { Skeleton } from "./Skeleton.js";

/**
 * A page that lists messages of many conversations, some at a time.
 * @typedef {{
 *   words: { title: string, lede: string, noneTitle: string, noneText: string, failed: string, older: string },
 *   load: (before: string | null) => Promise<{ ids: string[], next_before: string | null }>,
 *   revision: number, One: (props: { id: string }) => unknown, above?: unknown,
 * }} Props `load` gives the newest first; when `revision` changes they are loaded again; `One` draws each; `above` stands over the list
 */

/** @param {Props} props */
export function InboxPage({ words, load, revision, One, above }) {
  const [ids, setIds] = useState(/** @type {string[] | null} */ (null));
  const [next, setNext] = useState(/** @type {string | null} */ (null));
  const [hasFailed, setFailed] = useState(false);
  const round = useRef(0);
  const busy = useRef(false);
  const more = async (/** @type {string | null} */ before) => {
    // From the beginning it is asked anew, whatever is under way: what that brings is from before.
    if (busy.current && before) return;
    const mine = round.current += 1;
    busy.current = true;
    setFailed(false);
    try {
      const page = await load(before);
      if (mine !== round.current) return;
      setIds((now) => (before ? [...(now ?? []), ...page.ids.filter((id) => !now?.includes(id))] : page.ids));
      setNext(page.next_before);
    } catch {
      if (mine === round.current) setFailed(true);
    } finally {
      if (mine === round.current) busy.current = false;
    }
  };
  useEffect(() => { void more(null); }, [revision]);
  return html`
    <header class="head">
      <a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>
      <div class="head-main"><h1 class="head-title">${words.title}</h1><p class="head-topic">${words.lede}</p></div>
    </header>
    ${above}
    <div class="inbox" tabindex="0" aria-label=${words.title} role="region">
      ${ids === null && !hasFailed && html`<${Skeleton} />`}
      ${ids?.length === 0 && html`<div class="empty wide"><h2>${words.noneTitle}</h2><p>${words.noneText}</p></div>`}
      <ul>${ids?.map((id) => html`<${One} key=${id} id=${id} />`)}</ul>
      ${hasFailed && html`<${Failed} text=${words.failed} onRetry=${() => more(ids ? next : null)} />`}
      ${next && !hasFailed && html`<button class="btn outline" type="button" onClick=${() => more(next)}>${words.older}</button>`}
    </div>`;
}
