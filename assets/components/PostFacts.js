/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { tagsOf } from "../forum.js";
import { mayModerate } from "../rights.js";
import { threadAddress } from "../router.js";
import { setSolved } from "../said.js";
import { keyOfMessage } from "../state.js";
import { dialog, groupOf, workspace } from "../store.js";
import { sayForum } from "../strings/forum.js";
import { mayKeepPost } from "../touch.js";
import { Icon } from "./Icon.js";

/** Under the text of a post: its tags, whether it is solved and by what. @param {{ root: Message }} props */
export function PostFacts({ root }) {
  const { post } = root;
  const tags = tagsOf(root, groupOf(root.group_id ?? "").value);
  if (!post) return null;
  const isKeeper = mayKeepPost(root);
  return html`
    <div class="post-facts">
      ${tags.map((tag) => html`<span class=${`tag t-${tag.colour}`} key=${tag.id}>${tag.name}</span>`)}
      ${post.solved_at && html`<span class="tag g"><${Icon} name="circle-check" size="xs" />${sayForum.solved}</span>`}
      ${post.solution_id && html`<a class="btn quiet sm" href=${threadAddress(keyOfMessage(root), root.id, post.solution_id)}>${sayForum.goToSolution}</a>`}
      ${isKeeper && html`
        <button class="btn quiet sm" type="button" onClick=${() => setSolved(root, !post.solved_at)}>${post.solved_at ? sayForum.markOpen : sayForum.markSolved}</button>`}
    </div>`;
}

/** In the head of its pane. @param {{ root: Message }} props */
export function PostMenu({ root }) {
  const group = groupOf(root.group_id ?? "").value;
  if (!mayKeepPost(root) || !group) return null;
  const isModerator = mayModerate(group, workspace.value);
  return html`
    <button class="ib" type="button" aria-label=${sayForum.renamePost} title=${sayForum.renamePost}
      onClick=${() => { dialog.value = { kind: "rename", rootId: root.id }; }}><${Icon} name="pencil-line" /></button>
    ${isModerator && html`
      <button class="ib" type="button" aria-label=${sayForum.movePost} title=${sayForum.movePost}
        onClick=${() => { dialog.value = { kind: "move", rootId: root.id }; }}><${Icon} name="corner-down-right" /></button>`}`;
}
