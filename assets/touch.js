/**
 * Which messages one may do something with.
 *
 * @import { Message } from "./protocol.js"
 */
import { mayModerate, mayWrite } from "./rights.js";
import { groupOf, known, workspace } from "./store.js";

/** @param {Message} message */
const groupOfMessage = (message) => (message.group_id ? groupOf(message.group_id).value : null);

/** @param {Message} message */
export const mayTouch = (message) => message.kind === "text" && message.deleted_at === null && mayWrite(groupOfMessage(message));

/** A poll stays as it is once somebody has voted. @param {Message} message */
export const mayEdit = (message) => mayTouch(message) && message.sender_id === known().me.id
  && (!message.poll || (message.poll.voter_count === 0 && message.poll.closed_at === null));

/** @param {Message} message */
export function mayDelete(message) {
  const group = groupOfMessage(message);
  if (message.deleted_at !== null || !mayWrite(group)) return false;
  return (message.kind === "text" && message.sender_id === known().me.id) || (group ? mayModerate(group, workspace.value) : false);
}

/** Rename, tag, solve: its author, and who moderates its forum. @param {Message} root */
export const mayKeepPost = (root) => root.post !== undefined && mayDelete(root);

/** @param {Message} message */
export function mayPin(message) {
  const group = groupOfMessage(message);
  if (group?.kind !== "forum") return mayTouch(message);
  return message.post !== undefined && mayTouch(message) && mayModerate(group, workspace.value);
}
