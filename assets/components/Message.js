/** @import { Message as Said } from "../protocol.js" */
import { html } from "htm/preact";
import { bareClock, clock, fullStamp } from "../format.js";
import { card, userOf } from "../store.js";
import { say } from "../strings/en.js";
import { Markdown } from "./Markdown.js";
import { Portrait } from "./Portrait.js";

/**
 * One message in a list.
 * @param {{ message: Said, isContinued: boolean, labelId: string }} props
 */
export function Message({ message, isContinued, labelId }) {
  if (message.kind === "system") return html`<${SystemLine} message=${message} labelId=${labelId} />`;
  const edited = message.edited_at && html`<span class="edited" title=${fullStamp(message.edited_at)}>${say.edited}</span>`;
  if (isContinued) {
    return html`
      <div class="msg cont">
        <time class="gut" datetime=${message.created_at} title=${fullStamp(message.created_at)}>${bareClock(message.created_at)}</time>
        <div><span class="vh" id=${labelId}><${Name} id=${message.sender_id} /> ${clock(message.created_at)}</span>
          <${Markdown} text=${message.content} />${edited}</div>
      </div>`;
  }
  return html`
    <div class="msg">
      <${AuthorButton} id=${message.sender_id} />
      <div>
        <div class="by" id=${labelId}>
          <b dir="auto"><${Name} id=${message.sender_id} /></b>
          <time datetime=${message.created_at} title=${fullStamp(message.created_at)}>${clock(message.created_at)}</time>
          ${edited}
        </div>
        <${Markdown} text=${message.content} />
      </div>
    </div>`;
}

/** @param {{ id: string }} props */
function Name({ id }) { return userOf(id).value?.name ?? say.someone; }

/** The portrait opens the person's card. @param {{ id: string }} props */
function AuthorButton({ id }) {
  const name = userOf(id).value?.name ?? say.someone;
  const open = (/** @type {any} */ event) => { card.value = { userId: id, anchor: event.currentTarget }; };
  return html`
    <button class="face-b" type="button" tabindex="-1" aria-label=${`${name}. ${say.personCard}`} onClick=${open}>
      <${Portrait} id=${id} name=${name} hasPresence=${true} />
    </button>`;
}

/** Only the server writes these; nothing a person types looks so. @param {{ message: Said, labelId: string }} props */
const SystemLine = ({ message, labelId }) => html`
  <div class="sys" id=${labelId}>
    <span dir="auto">${message.content}</span><time datetime=${message.created_at}>${clock(message.created_at)}</time>
  </div>`;
