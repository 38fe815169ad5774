/**
 * What can be done with a message: the same for the toolbar's menu, the sheet
 * on a phone, and the keys.
 *
 * @import { Message } from "../protocol.js"
 *
 * @typedef {"react" | "thread" | "quote" | "copyText" | "copyLink" | "edit" | "pin" | "unread" | "delete"} Deed
 * @typedef {{ deed: Deed, icon: string, label: string, isDanger?: boolean }} Act
 */
import { openThread } from "../asides.js";
import { copyLink, copyText, hasMyReaction, markUnread, quote, react, remove, startEditing, togglePin } from "../said.js";
import { isThread } from "../state.js";
import { picker } from "../store.js";
import { say } from "../strings/en.js";
import { mayDelete, mayEdit, mayTouch } from "../touch.js";

/** @param {Message} message @param {string} place the timeline it is shown on @returns {Act[]} */
export function actsOf(message, place) {
  /** @type {(Act | false)[]} */
  const acts = [
    mayTouch(message) && { deed: "react", icon: "smile-plus", label: say.react },
    !isThread(place) && message.kind === "text" && (message.deleted_at === null || message.reply_count > 0)
      && { deed: "thread", icon: "message-square-reply", label: say.replyInThread },
    mayTouch(message) && { deed: "quote", icon: "quote", label: say.quote },
    mayEdit(message) && { deed: "edit", icon: "pencil-line", label: say.edit },
    mayTouch(message) && { deed: "pin", icon: "pin", label: message.pinned_at ? say.unpin : say.pin },
    !isThread(place) && message.kind === "text" && { deed: "unread", icon: "circle-dot", label: say.unreadFromHere },
    message.kind === "text" && message.deleted_at === null && { deed: "copyText", icon: "copy", label: say.copyText },
    message.kind === "text" && { deed: "copyLink", icon: "link", label: say.copyLink },
    mayDelete(message) && { deed: "delete", icon: "trash-2", label: say.delete, isDanger: true },
  ];
  return acts.filter((act) => act !== false);
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
    case "copyText": copyText(message); break;
    case "copyLink": copyLink(message); break;
    case "edit": startEditing(place, message, "message"); break;
    case "pin": void togglePin(message); break;
    case "unread": void markUnread(message); break;
    case "delete": void remove(message); break;
  }
  return true;
}
