/** @import { MyGroup } from "../protocol.js" */
import { html } from "htm/preact";
import { useMemo } from "preact/hooks";
import { tagsOf } from "../forum.js";
import { ago, badge } from "../format.js";
import { excerptOf } from "../plain.js";
import { threadAddress } from "../router.js";
import { threadKey } from "../state.js";
import { markOf, me, messageOf, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayForum } from "../strings/forum.js";
import { Icon } from "./Icon.js";
import { Marks } from "./Marks.js";
import { Portrait } from "./Portrait.js";

const FACES = 3;

/**
 * One post on the list: the whole row is its link.
 * @param {{ id: string, group: MyGroup, isStop: boolean, isOpen: boolean, readAt: number, search: string }} props
 */
export function PostRow({ id, group, isStop, isOpen, readAt, search }) {
  const root = messageOf(id).value;
  const author = root && userOf(root.sender_id).value?.name;
  const excerpt = useMemo(() => excerptOf(root?.content ?? ""), [root?.content]);
  const mark = markOf(id).value;
  if (!root?.post) return null;
  const unread = mark?.is_following ? mark.unread_count : 0;
  const isNew = (root.ordinal ?? 0) > readAt && root.sender_id !== me.value.id;
  const last = root.last_reply_at ?? root.created_at;
  const tags = tagsOf(root, group);
  const name = author ?? say.someone;
  const looks = ["post", isOpen && "on", (isNew || unread > 0) && "unread"].filter(Boolean).join(" ");
  return html`
    <li class=${looks}>
      <${Portrait} id=${root.sender_id} name=${name} />
      <div class="post-in">
        <div class="post-head">
          <h2><a class="post-title" id=${`m-${id}`} dir="auto" tabindex=${isStop ? 0 : -1} aria-current=${isOpen ? "true" : undefined}
            href=${threadAddress(`g:${group.id}`, id) + search}>${root.post.title || sayForum.deletedPost}</a></h2>
          ${root.pinned_at && html`<span class="tag b"><${Icon} name="pin" size="xs" />${sayForum.pinnedPost}</span>`}
          ${root.post.solved_at && html`<span class="tag g"><${Icon} name="circle-check" size="xs" />${sayForum.solved}</span>`}
          ${isNew && html`<span class="tag b">${sayForum.newPostMark}</span>`}
          <${Marks} place=${threadKey(id)} isOpen=${isOpen} />
        </div>
        <p class="post-by">${sayForum.postBy({ name, when: ago(root.created_at) })}</p>
        ${root.deleted_at ? html`<p class="post-text gone">${say.deletedMessage}</p>` : html`<p class="post-text" dir="auto">${excerpt}</p>`}
        ${(tags.length > 0 || root.reply_count > 0) && html`<div class="post-foot">
          ${tags.map((tag) => html`<span class=${`tag t-${tag.colour}`} key=${tag.id}>${tag.name}</span>`)}
          ${root.reply_count > 0 && html`<span class="post-replies">
            <span class="stack">${(root.repliers ?? []).slice(0, FACES).map((who) => html`
              <${Portrait} key=${who} id=${who} name=${userOf(who).value?.name ?? say.someone} size=${20} isShort=${true} />`)}</span>
            ${say.replies({ count: root.reply_count })}</span>`}
          ${unread > 0 && html`<span class="post-unread"><i class="dot"></i>${sayForum.newReplies({ count: unread, shown: badge(unread) })}</span>`}
          ${root.reply_count > 0 && html`<span>${sayForum.postActive({ when: ago(last) })}</span>`}
        </div>`}
      </div>
    </li>`;
}
