/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { ago } from "../format.js";
import { addressOfMessage } from "../later.js";
import { keyOfMessage } from "../state.js";
import { nameOf, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { Markdown } from "./Markdown.js";
import { Portrait } from "./Portrait.js";

/**
 * A message in a list of what is kept: where it was said, what it says, and what can be done with it here.
 * @param {{ message: Message, acts: unknown, note?: unknown, isCalling?: boolean }} props
 */
export function KeptMessage({ message, acts, note, isCalling = false }) {
  const name = userOf(message.sender_id).value?.name ?? say.someone;
  const where = addressOfMessage(message);
  return html`
    <li class=${isCalling ? "inbox-i unread" : "inbox-i"}>
      <p class="inbox-where" dir="auto"><a href=${where}>${nameOf(keyOfMessage(message))}</a></p>
      <div class="msg">
        <${Portrait} id=${message.sender_id} name=${name} />
        <div><div class="by"><b dir="auto">${name}</b><a href=${where}><time datetime=${message.created_at}>${ago(message.created_at)}</time></a></div>
          <div class="clip"><${Markdown} text=${message.content} message=${message} /></div>
          ${note && html`<p class=${isCalling ? "kept-note calls" : "kept-note"}>${note}</p>`}
          <div class="kept-acts">${acts}</div></div>
      </div>
    </li>`;
}
