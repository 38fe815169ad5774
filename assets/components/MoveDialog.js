/** @import { Id, MyGroup } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { sentence } from "../api.js";
import { movePost } from "../forum.js";
import { mayModerate } from "../rights.js";
import { dialog, groupList, messageOf, showToast, workspace } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayForum } from "../strings/forum.js";
import { Dialog } from "./Dialog.js";
import { FormError } from "./FormError.js";
import { Icon } from "./Icon.js";

const close = () => { dialog.value = null; };

/** Where a post could go. @param {{ rootId: Id }} props */
export function MoveDialog({ rootId }) {
  const root = messageOf(rootId).value;
  const [error, setError] = useState("");
  if (!root) return null;
  const forums = groupList.value.filter((group) => group.kind === "forum" && group.id !== root.group_id && mayModerate(group, workspace.value));
  const move = (/** @type {MyGroup} */ group) => movePost(root, group).then(() => {
    close();
    showToast(sayForum.movedTo({ name: group.name }));
  }, (refused) => setError(sentence(refused)));
  return html`
    <${Dialog} title=${sayForum.moveTo} onClose=${close}>
      <div class="dialog-body">
        <p>${sayForum.moveText}</p>
        <${FormError} text=${error} />
        <ul class="picks">
          ${forums.map((group) => html`
            <li class="pick" key=${group.id}>
              <${Icon} name=${group.is_private ? "lock" : "message-square-text"} />
              <span class="w"><b dir="auto">${group.name}</b><small>${sayCommon.memberCount({ count: group.member_count })}</small></span>
              <button class="btn outline sm" type="button" aria-label=${sayForum.moveHere({ name: group.name })} onClick=${() => move(group)}>${sayForum.move}</button>
            </li>`)}
          ${forums.length === 0 && html`<li class="none">${sayForum.noForumToMoveTo}</li>`}
        </ul>
      </div>
    <//>`;
}
