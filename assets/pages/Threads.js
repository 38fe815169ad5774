/** @import { Inbox } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { loadInbox } from "../asides.js";
import { Failed } from "../components/Failed.js";
import { Icon } from "../components/Icon.js";
import { Markdown } from "../components/Markdown.js";
import { Portrait } from "../components/Portrait.js";
import { Skeleton } from "../components/Skeleton.js";
import { ThreadLine } from "../components/ThreadLine.js";
import { ago } from "../format.js";
import { keyOfMessage } from "../state.js";
import { markOf, messageOf, nameOf, state, userOf } from "../store.js";
import { say } from "../strings/en.js";

/** The threads one follows, the liveliest first. They keep their order while one looks. */
export function Threads() {
  const [ids, setIds] = useState(/** @type {string[] | null} */ (null));
  const [next, setNext] = useState(/** @type {string | null} */ (null));
  const [hasFailed, setFailed] = useState(false);
  const busy = useRef(false);
  const known = Object.keys(state.value?.threads ?? {}).length;
  const load = async (/** @type {string | null} */ before) => {
    if (busy.current) return;
    busy.current = true;
    setFailed(false);
    try {
      /** @type {Inbox} */
      const page = await loadInbox(before);
      const fresh = page.items.map((one) => one.root.id);
      setIds((now) => (before ? [...(now ?? []), ...fresh.filter((id) => !now?.includes(id))] : fresh));
      setNext(page.next_before);
    } catch {
      setFailed(true);
    } finally {
      busy.current = false;
    }
  };
  useEffect(() => { void load(null); }, [known]);
  return html`
    <header class="head">
      <a class="ib only-m" href="/" aria-label=${say.backToList}><${Icon} name="arrow-left" /></a>
      <div class="head-main"><h1 class="head-title">${say.threads}</h1><p class="head-topic">${say.threadsLede}</p></div>
    </header>
    <div class="inbox" tabindex="0" aria-label=${say.threads} role="region">
      ${ids === null && !hasFailed && html`<${Skeleton} />`}
      ${ids?.length === 0 && html`<div class="empty wide"><h2>${say.noThreadsTitle}</h2><p>${say.noThreadsText}</p></div>`}
      <ul>${ids?.map((id) => html`<${One} key=${id} id=${id} />`)}</ul>
      ${hasFailed && html`<${Failed} text=${say.threadsFailed} onRetry=${() => load(ids ? next : null)} />`}
      ${next && !hasFailed && html`<button class="btn outline" type="button" onClick=${() => load(next)}>${say.olderThreads}</button>`}
    </div>`;
}

/** @param {{ id: string }} props */
function One({ id }) {
  const root = messageOf(id).value;
  const mark = markOf(id).value;
  if (!root || mark?.is_following === false) return null;
  const name = userOf(root.sender_id).value?.name ?? say.someone;
  const isUnread = (mark?.unread_count ?? 0) > 0;
  return html`
    <li class=${isUnread ? "inbox-i unread" : "inbox-i"}>
      <p class="inbox-where" dir="auto">${nameOf(keyOfMessage(root))}</p>
      <div class="msg">
        <${Portrait} id=${root.sender_id} name=${name} />
        <div><div class="by"><b dir="auto">${name}</b><time datetime=${root.created_at}>${ago(root.created_at)}</time></div>
          <div class="clip">${root.deleted_at ? html`<p class="txt gone">${say.deletedMessage}</p>` : html`<${Markdown} text=${root.content} />`}</div>
          <${ThreadLine} root=${root} /></div>
      </div>
    </li>`;
}
