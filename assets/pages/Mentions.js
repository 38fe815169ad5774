import { html } from "htm/preact";
import { loadMentions } from "../asides.js";
import { InboxPage } from "../components/InboxPage.js";
import { Markdown } from "../components/Markdown.js";
import { Portrait } from "../components/Portrait.js";
import { ago } from "../format.js";
import { addressOf, threadAddress } from "../router.js";
import { keyOfMessage } from "../state.js";
import { mentionCount, messageOf, nameOf, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayPlaces } from "../strings/places.js";

const words = {
  title: say.mentions, lede: sayPlaces.mentionsLede, noneTitle: sayPlaces.noMentionsTitle, noneText: sayPlaces.noMentionsText,
  failed: sayPlaces.mentionsFailed, older: sayPlaces.olderMentions,
};

const load = async (/** @type {string | null} */ before) => {
  const { items, next_before } = await loadMentions(before);
  return { ids: items.map((one) => one.id), next_before };
};

/** The messages that call one by name, the newest first. */
export const Mentions = () => html`<${InboxPage} words=${words} load=${load} revision=${mentionCount.value} One=${One} />`;

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
