/**
 * What forwarded messages refer to. The server tells each reader what they may see of it; what it does not tell stays out of sight.
 *
 * @import { Id, Message, User } from "./protocol.js"
 */
import { api, isPassing } from "./api.js";
import { inBatches } from "./inBatches.js";
import { withLoose, withUsers } from "./state.js";
import { change, messageOf, unseen } from "./store.js";

/** The message; `null` when I may not see it; nothing until it is known. @param {Id} id @returns {Message | null | undefined} */
export function sourceOf(id) {
  const held = messageOf(id).value;
  if (held) return held;
  if (unseen.value.has(id)) return null;
  want(id);
  return undefined;
}

const want = inBatches(async (ids) => {
  /** @type {{ messages: Message[], users: User[] } | null} */
  const found = await api.get("/messages", { ids: ids.join(",") }).catch((error) => (isPassing(error) ? null : { messages: [], users: [] }));
  // No answer is not the answer that there is nothing.
  if (!found) return false;
  change((now) => withLoose(withUsers(now, found.users), found.messages));
  const told = new Set(found.messages.map((message) => message.id));
  unseen.value = new Set([...unseen.peek(), ...ids.filter((id) => !told.has(id))]);
  return true;
});
