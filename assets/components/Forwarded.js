/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { dayKey, fullStamp, whenOf } from "../format.js";
import { sourceOf } from "../forwards.js";
import { addressOf } from "../router.js";
import { keyOfMessage } from "../state.js";
import { directOf, groupOf, userOf } from "../store.js";
import { sayForward } from "../strings/forward.js";
import { say } from "../strings/main.js";
import { Attachments } from "./Attachments.js";
import { Icon } from "./Icon.js";
import { Markdown } from "./Markdown.js";
import { Portrait } from "./Portrait.js";

/** The year is told where it is another one. @param {string} instant */
const stamp = (instant) => (dayKey(instant).slice(0, 4) === dayKey(Date.now()).slice(0, 4) ? whenOf(instant) : fullStamp(instant));

/** What a message forwards, as far as its reader may see it. @param {{ id: string }} props */
export function Forwarded({ id }) {
  const source = sourceOf(id);
  if (source === undefined) return html`<blockquote class="fwd" aria-busy="true"><p class="sk" aria-hidden="true"></p></blockquote>`;
  if (source === null) return html`<blockquote class="fwd"><p class="gone"><${Icon} name="lock" size="xs" /> ${sayForward.hidden}</p></blockquote>`;
  if (source.deleted_at) return html`<blockquote class="fwd"><p class="gone">${sayForward.deleted}</p></blockquote>`;
  const name = userOf(source.sender_id).value?.name ?? say.someone;
  return html`
    <blockquote class="fwd" aria-label=${sayForward.forwarded}>
      <header><${Icon} name="forward" size="xs" /><${Portrait} id=${source.sender_id} name=${name} size=${20} /><b dir="auto">${name}</b>
        <a href=${addressOf(keyOfMessage(source), source.id)} title=${sayForward.open}><${Where} message=${source} /> · <time datetime=${source.created_at}
          title=${fullStamp(source.created_at)}>${stamp(source.created_at)}</time></a></header>
      ${source.post && html`<p class="post-named" dir="auto">${source.post.title}</p>`}
      ${source.content && html`<${Markdown} text=${source.content} message=${source} />`}
      ${source.attachments?.length ? html`<${Attachments} message=${source} />` : null}
      ${source.forward_of && html`<p class="gone"><${Icon} name="forward" size="xs" /> ${sayForward.forwarded}</p>`}
    </blockquote>`;
}

/** Where it was said. @param {{ message: Message }} props */
function Where({ message }) {
  const group = message.group_id ? groupOf(message.group_id).value : undefined;
  const direct = message.direct_id ? directOf(message.direct_id).value : undefined;
  return html`<span dir="auto">${group?.name ?? direct?.user.name ?? sayForward.direct}</span>`;
}
