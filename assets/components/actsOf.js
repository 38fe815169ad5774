/**
 * What can be done with a message: the same for the toolbar's menu, the sheet
 * on a phone, and the keys.
 *
 * @import { Message } from "../protocol.js"
 *
 * @typedef {"react" | "thread" | "quote" | "forward" | "copyText" | "copyLink" | "edit" | "pin" | "save" | "remind" | "unread" | "solve" | "delete"} Deed
 * @typedef {{ deed: Deed, icon: string, label: string, isDanger?: boolean }} Act
 */
import { openThread } from "../asides.js";
import { copyLink, copyText, hasMyReaction, markUnread, quote, react, remove, setSolved, startEditing, togglePin } from "../said.js";
import { isThread } from "../state.js";
import { dialog, messageOf, picker, savedOf } from "../store.js";
import { say } from "../strings/main.js";
import { mayDelete, mayEdit, mayKeepPost, mayPin, mayTouch } from "../touch.js";

/** @param {Message} message @param {string} place the timeline it is shown on @returns {Act[]} */
export function actsOf(message, place) {
  /** @type {(Act | false)[]} */
  const acts = [
    mayTouch(message) && { deed: "react", icon: "smile-plus", label: say.react },
    !isThread(place) && message.kind === "text" && (message.deleted_at === null || message.reply_count > 0)
      && { deed: "thread", icon: "message-square-reply", label: say.replyInThread },
    mayTouch(message) && { deed: "quote", icon: "quote", label: say.quote },
    message.kind === "text" && message.deleted_at === null && { deed: "forward", icon: "forward", label: say.forward },
    solvable(message) !== false && { deed: "solve", icon: "circle-check", label: say.thisSolves },
    mayEdit(message) && { deed: "edit", icon: "pencil-line", label: say.edit },
    mayPin(message) && { deed: "pin", icon: "pin", label: message.pinned_at ? say.unpin : say.pin },
    message.kind === "text" && message.deleted_at === null
      && { deed: "save", icon: "bookmark", label: savedOf(message.id).value ? say.unsave : say.saveForLater },
    message.kind === "text" && message.deleted_at === null && { deed: "remind", icon: "alarm-clock", label: say.remindMe },
    !isThread(place) && message.kind === "text" && { deed: "unread", icon: "circle-dot", label: say.unreadFromHere },
    message.kind === "text" && message.deleted_at === null && { deed: "copyText", icon: "copy", label: say.copyText },
    message.kind === "text" && { deed: "copyLink", icon: "link", label: say.copyLink },
    mayDelete(message) && { deed: "delete", icon: "trash-2", label: say.delete, isDanger: true },
  ];
  return acts.filter((act) => act !== false);
}

/** The post that this reply could be the solution of. @param {Message} message @returns {Message | false} */
function solvable(message) {
  const root = message.thread_root_id && message.deleted_at === null ? messageOf(message.thread_root_id).value : undefined;
  return root !== undefined && mayKeepPost(root) && root.post?.solution_id !== message.id && root;
}

/**
 * @param {Deed} deed @param {Message} message @param {string} place @param {HTMLElement} anchor
 * @returns {boolean} whether it may be done
 */
export function doAct(deed, message, place, anchor) {
  if (!actsOf(message, place).some((act) => act.deed === deed)) return false;
  switch (deed) {
    case "react":
      picker.value = { anchor, onPick: (emoji) => { void react(message, emoji, !hasMyReaction(message, emoji)); } };
      break;
    case "thread": openThread(message); break;
    case "quote": quote(place, message); break;
    case "forward": dialog.value = { kind: "forward", message }; break;
    case "copyText": copyText(message); break;
    case "copyLink": copyLink(message); break;
    case "edit": startEditing(place, message, "message"); break;
    case "pin": void togglePin(message); break;
    case "solve": {
      const root = solvable(message);
      if (root) void setSolved(root, true, message);
      break;
    }
    case "save": void import("../later.js").then(({ toggleSaved }) => toggleSaved(message)); break;
    case "remind": void import("../later.js").then(({ remindOf }) => remindOf(message, anchor)); break;
    case "unread": void markUnread(message); break;
    case "delete": void remove(message); break;
  }
  return true;
}
