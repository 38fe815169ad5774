import { html } from "htm/preact";
import { loadInbox } from "../asides.js";
import { InboxPage } from "../components/InboxPage.js";
import { Markdown } from "../components/Markdown.js";
import { Portrait } from "../components/Portrait.js";
import { ThreadLine } from "../components/ThreadLine.js";
import { ago } from "../format.js";
import { keyOfMessage } from "../state.js";
import { markOf, messageOf, nameOf, state, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayPlaces } from "../strings/places.js";

const words = {
  title: say.threads, lede: sayPlaces.threadsLede, noneTitle: sayPlaces.noThreadsTitle, noneText: sayPlaces.noThreadsText,
  failed: sayPlaces.threadsFailed, older: sayPlaces.olderThreads,
};

const load = async (/** @type {string | null} */ before) => {
  const { items, next_before } = await loadInbox(before);
  return { ids: items.map((one) => one.root.id), next_before };
};

/** The threads one follows, the liveliest first. They keep their order while one looks. */
export const Threads = () => html`<${InboxPage} words=${words} load=${load} revision=${Object.keys(state.value?.threads ?? {}).length} One=${One} />`;

/** @param {{ id: string }} props */
function One({ id }) {
  const root = messageOf(id).value;
  const mark = markOf(id).value;
  if (!root || mark?.is_following === false) return null;
  const name = userOf(root.sender_id).value?.name ?? say.someone;
  const isUnread = (mark?.unread_count ?? 0) > 0;
  return html`
    <li class=${isUnread ? "inbox-i unread" : "inbox-i"}>
      <p class="inbox-where" dir="auto">${[nameOf(keyOfMessage(root)), root.post?.title].filter(Boolean).join(" · ")}</p>
      <div class="msg">
        <${Portrait} id=${root.sender_id} name=${name} />
        <div><div class="by"><b dir="auto">${name}</b><time datetime=${root.created_at}>${ago(root.created_at)}</time></div>
          <div class="clip">${root.deleted_at ? html`<p class="txt gone">${say.deletedMessage}</p>` : html`<${Markdown} text=${root.content} />`}</div>
          <${ThreadLine} root=${root} /></div>
      </div>
    </li>`;
}
