/** @import { Message as Said } from "../protocol.js" */
import { html } from "htm/preact";
import { bareClock, clock, fullStamp } from "../format.js";
import { isForMe } from "../mentions.js";
import { threadAddress } from "../router.js";
import { isThread, keyOfMessage } from "../state.js";
import { card, dialog, editingIn, isActing, me, reminderOf, savedOf, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { Attachments } from "./Attachments.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";
import { LinkPreviews } from "./LinkPreviews.js";
import { Markdown } from "./Markdown.js";
import { Portrait } from "./Portrait.js";
import { Reactions } from "./Reactions.js";
import { SystemLine } from "./SystemLine.js";
import { ThreadLine } from "./ThreadLine.js";

const Poll = lazy(() => import("./Poll.js").then((module) => module.Poll), { isSoon: true });
const Forwarded = lazy(() => import("./Forwarded.js").then((module) => module.Forwarded), { isSoon: true });
const Acts = lazy(() => import("./Acts.js").then((module) => module.Acts), { isSoon: true, isQuiet: true });
const EditBox = lazy(() => import("./EditBox.js").then((module) => module.EditBox), { isSoon: true });

/**
 * One message on a timeline.
 * @param {{ message: Said, place: string, isContinued: boolean, labelId: string, rowId: string }} props
 */
export function Message({ message, place, isContinued, labelId, rowId }) {
  if (message.kind === "system") return html`<${SystemLine} message=${message} place=${place} labelId=${labelId} rowId=${rowId} />`;
  const isGone = message.deleted_at !== null;
  const forMe = isForMe(message, me.value.id) ? " forme" : "";
  const body = html`
    ${!isThread(place) && message.thread_root_id && html`<${FromThread} message=${message} />`}
    ${message.post?.title && !isThread(place) && html`<p class="post-named" dir="auto"><a href=${threadAddress(keyOfMessage(message), message.id)}>${message.post.title}</a></p>`}
    ${isContinued && !isGone && message.edited_at
      ? html`<div class="marked"><${Body} message=${message} place=${place} /><${Edited} message=${message} /></div>`
      : html`<${Body} message=${message} place=${place} />`}
    ${!isGone && message.poll && html`<${Poll} message=${message} />`}
    ${!isGone && html`<${Reactions} message=${message} />`}
    ${!isThread(place) && message.reply_count > 0 && html`<${ThreadLine} root=${message} />`}
    ${!isGone && html`<${Toolbar} message=${message} place=${place} rowId=${rowId} />`}`;
  if (isContinued) {
    return html`
      <div class=${`msg cont${forMe}`}>
        <div class="gutter"><time class="gut" datetime=${message.created_at} title=${fullStamp(message.created_at)}>${bareClock(message.created_at)}</time>
          ${!isGone && html`<${PinMark} message=${message} /><${KeptMark} id=${message.id} />`}</div>
        <div><span class="vh" id=${labelId}><${Name} id=${message.sender_id} /> ${clock(message.created_at)}</span>${body}</div>
      </div>`;
  }
  return html`
    <div class=${`msg${forMe}`}>
      <${AuthorButton} id=${message.sender_id} />
      <div>
        <div class="by" id=${labelId}>
          <b dir="auto"><${Name} id=${message.sender_id} /></b>
          <time datetime=${message.created_at} title=${fullStamp(message.created_at)}>${clock(message.created_at)}</time>
          ${!isGone && html`<${Edited} message=${message} /><${PinMark} message=${message} /><${KeptMark} id=${message.id} />`}
        </div>
        ${body}
      </div>
    </div>`;
}

/** Only the row it is about draws it. @param {{ message: Said, place: string, rowId: string }} props */
function Toolbar({ message, place, rowId }) {
  return isActing(rowId).value ? html`<${Acts} message=${message} place=${place} />` : null;
}

/** The text, or the field it is edited in. @param {{ message: Said, place: string }} props */
function Body({ message, place }) {
  const edit = editingIn(`${place} ${message.id}`).value;
  if (message.deleted_at) return html`<p class="txt gone">${say.deletedMessage}</p>`;
  return html`
    ${edit ? html`<${EditBox} key=${edit.current?.version} message=${message} edit=${edit} />` : message.content && html`<${Markdown} text=${message.content} message=${message} />`}
    ${message.forward_of && html`<${Forwarded} key=${message.forward_of} id=${message.forward_of} />`}
    ${message.attachments?.length ? html`<${Attachments} message=${message} />` : null}
    ${message.previews?.length ? html`<${LinkPreviews} message=${message} />` : null}`;
}

/** The word opens what it said before. @param {{ message: Said }} props */
function Edited({ message }) {
  const { edited_at: at } = message;
  const history = () => { dialog.value = { kind: "edits", message }; };
  return at && html`<button class="edited" type="button" title=${fullStamp(at)} aria-label=${say.editedAt({ when: fullStamp(at) })} onClick=${history}>${say.edited}</button>`;
}

/** @param {{ message: Said }} props */
function PinMark({ message }) {
  if (!message.pinned_at) return null;
  const pinner = (message.pinned_by && userOf(message.pinned_by).value?.name) || say.someone;
  return html`<span class="pinned-mark" title=${say.pinnedBy({ name: pinner })}><${Icon} name="pin" size="xs" /><span class="vh">${say.pinnedBy({ name: pinner })}</span></span>`;
}

/** That I saved it, or will be reminded of it. @param {{ id: string }} props */
function KeptMark({ id }) {
  const [isSaved, isReminded] = [savedOf(id).value, reminderOf(id).value];
  if (!isSaved && !isReminded) return null;
  return html`<span class="kept-mark">${isSaved && html`<${Icon} name="bookmark" size="xs" /><span class="vh">${say.savedMark}</span>`}
    ${isReminded && html`<${Icon} name="alarm-clock" size="xs" /><span class="vh">${say.reminder}</span>`}</span>`;
}

/** A reply that is said here, too. @param {{ message: Said }} props */
const FromThread = ({ message }) => html`
  <a class="origin" href=${threadAddress(keyOfMessage(message), message.thread_root_id ?? "")}>
    <${Icon} name="corner-down-right" size="xs" />${say.repliedInThread}</a>`;

/** @param {{ id: string }} props */
export function Name({ id }) { return userOf(id).value?.name ?? say.someone; }

/** The portrait opens the person's card. @param {{ id: string }} props */
function AuthorButton({ id }) {
  const name = userOf(id).value?.name ?? say.someone;
  const open = (/** @type {any} */ event) => { card.value = { userId: id, anchor: event.currentTarget }; };
  return html`
    <button class="face-b" type="button" tabindex="-1" aria-label=${`${name}. ${say.personCard}`} onClick=${open}>
      <${Portrait} id=${id} name=${name} hasPresence=${true} />
    </button>`;
}
