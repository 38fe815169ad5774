/**
 * What is worth a notification. Pure.
 *
 * @import { Message } from "./protocol.js"
 * @import { State } from "./state.js"
 */
import { isForMe } from "./mentions.js";

/**
 * Whether somebody wants to be told of a message: by their status, the group's level, and whether it is muted. Words that call
 * them count like their name. @param {State} state @param {Message} message @param {RegExp | null} [words]
 */
export function isWorthANotice(state, message, words = null) {
  const { me } = state;
  const calls = isForMe(message, me.id) || isWord(message.content, words);
  const isQuiet = me.status.do_not_disturb || me.status.in_quiet_hours;
  if (message.sender_id === me.id || message.deleted_at || message.kind === "system" || isQuiet || (message.ordinal === null && !calls)) return false;
  if (!message.group_id) return true;
  const { membership, workspace_id: placeId } = state.groups[message.group_id] ?? {};
  const level = membership?.notification_level ?? state.workspaces.find(({ id }) => id === placeId)?.notification_level;
  if (!membership || membership.is_muted || level === "nothing") return false;
  return calls || level === "all";
}

/** @param {string} text @param {RegExp | null} words */
const isWord = (text, words) => words !== null && text.search(words) >= 0;
