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

/** @param {Message} message */
export const mayEdit = (message) => mayTouch(message) && message.sender_id === known().me.id;

/** @param {Message} message */
export function mayDelete(message) {
  const group = groupOfMessage(message);
  if (message.deleted_at !== null || !mayWrite(group)) return false;
  return (message.kind === "text" && message.sender_id === known().me.id) || (group ? mayModerate(group, workspace.value) : false);
}
