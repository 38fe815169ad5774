/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { clock, dayAndMonth, dayKey } from "../format.js";
import { route, threadAddress } from "../router.js";
import { keyOfMessage, threadKey } from "../state.js";
import { markOf, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { Marks } from "./Marks.js";
import { Portrait } from "./Portrait.js";

const FACES = 3;

/** That a message was replied to: by whom, how often, when last. @param {{ root: Message }} props */
export function ThreadLine({ root }) {
  const at = route.value;
  const isOpen = at.page === "conversation" && at.threadId === root.id;
  const mark = markOf(root.id).value;
  const unread = mark?.is_following ? mark.unread_count : 0;
  const last = root.last_reply_at;
  return html`
    <a class=${isOpen ? "thr on" : "thr"} href=${threadAddress(keyOfMessage(root), root.id)}>
      <span class="stack">${(root.repliers ?? []).slice(0, FACES).map((id) => html`
        <${Portrait} key=${id} id=${id} name=${userOf(id).value?.name ?? say.someone} size=${20} isShort=${true} />`)}</span>
      ${say.replies({ count: root.reply_count })}
      ${unread > 0 && html`<i class="dot"></i><span class="vh">${say.countUnread({ count: unread })}</span>`}
      <${Marks} place=${threadKey(root.id)} isOpen=${isOpen} />
      ${last && html`<small>${say.lastReply({ when: dayKey(last) === dayKey(Date.now()) ? clock(last) : dayAndMonth(last) })}</small>`}
    </a>`;
}
