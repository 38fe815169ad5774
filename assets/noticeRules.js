/**
 * What is worth a notification. Pure.
 *
 * @import { Message } from "./protocol.js"
 * @import { State } from "./state.js"
 */
import { isForMe } from "./mentions.js";

/** Whether somebody wants to be told of a message: by their status, the group's level, and whether it is muted. @param {State} state @param {Message} message */
export function isWorthANotice(state, message) {
  const { me } = state;
  const calls = isForMe(message, me.id);
  if (message.sender_id === me.id || message.deleted_at || message.kind === "system" || me.status.do_not_disturb || (message.ordinal === null && !calls)) return false;
  if (!message.group_id) return true;
  const membership = state.groups[message.group_id]?.membership;
  if (!membership || membership.is_muted || membership.notification_level === "nothing") return false;
  return calls || membership.notification_level === "all";
}
