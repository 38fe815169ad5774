/** @import { Mentions as Page } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { loadMentions } from "../asides.js";
import { Failed } from "../components/Failed.js";
import { Icon } from "../components/Icon.js";
import { Markdown } from "../components/Markdown.js";
import { Portrait } from "../components/Portrait.js";
import { Skeleton } from "../components/Skeleton.js";
import { ago } from "../format.js";
import { addressOf, threadAddress } from "../router.js";
import { keyOfMessage } from "../state.js";
import { mentionCount, messageOf, nameOf, userOf } from "../store.js";
import { say } from "../strings/en.js";

/** The messages that call one by name, the newest first. */
export function Mentions() {
  const [ids, setIds] = useState(/** @type {string[] | null} */ (null));
  const [next, setNext] = useState(/** @type {string | null} */ (null));
  const [hasFailed, setFailed] = useState(false);
  const busy = useRef(false);
  const load = async (/** @type {string | null} */ before) => {
    if (busy.current) return;
    busy.current = true;
    setFailed(false);
    try {
      /** @type {Page} */
      const page = await loadMentions(before);
      const fresh = page.items.map((one) => one.id);
      setIds((now) => (before ? [...(now ?? []), ...fresh.filter((id) => !now?.includes(id))] : fresh));
      setNext(page.next_before);
    } catch {
      setFailed(true);
    } finally {
      busy.current = false;
    }
  };
  useEffect(() => { void load(null); }, [mentionCount.value]);
  return html`
    <header class="head">
      <a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>
      <div class="head-main"><h1 class="head-title">${say.mentions}</h1><p class="head-topic">${say.mentionsLede}</p></div>
    </header>
    <div class="inbox" tabindex="0" aria-label=${say.mentions} role="region">
      ${ids === null && !hasFailed && html`<${Skeleton} />`}
      ${ids?.length === 0 && html`<div class="empty wide"><h2>${say.noMentionsTitle}</h2><p>${say.noMentionsText}</p></div>`}
      <ul>${ids?.map((id) => html`<${One} key=${id} id=${id} />`)}</ul>
      ${hasFailed && html`<${Failed} text=${say.mentionsFailed} onRetry=${() => load(ids ? next : null)} />`}
      ${next && !hasFailed && html`<button class="btn outline" type="button" onClick=${() => load(next)}>${say.olderMentions}</button>`}
    </div>`;
}

/** @param {{ id: string }} props */
function One({ id }) {
  const message = messageOf(id).value;
  if (!message || message.deleted_at) return null;
  const name = userOf(message.sender_id).value?.name ?? say.someone;
  const key = keyOfMessage(message);
  const where = message.ordinal === null ? threadAddress(key, message.thread_root_id ?? "") : addressOf(key, id);
  return html`
    <li class="inbox-i">
      <p class="inbox-where" dir="auto"><a href=${where}>${nameOf(key)}</a></p>
      <div class="msg">
        <${Portrait} id=${message.sender_id} name=${name} />
        <div><div class="by"><b dir="auto">${name}</b><a href=${where}><time datetime=${message.created_at}>${ago(message.created_at)}</time></a></div>
          <div class="clip"><${Markdown} text=${message.content} message=${message} /></div></div>
      </div>
    </li>`;
}
