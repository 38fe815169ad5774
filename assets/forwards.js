/**
 * What forwarded messages refer to. The server tells each reader what they may see of it; what it does not tell stays out of sight.
 *
 * @import { Id, Message, User } from "./protocol.js"
 */
import { api, isPassing } from "./api.js";
import { withLoose, withUsers } from "./state.js";
import { change, messageOf, unseen } from "./store.js";

const ASK_AFTER_MS = 30;
const AGAIN_AFTER_MS = 5000;
const MOST_ASKED = 100;

/** @type {Set<Id>} */
const asking = new Set();
let timer = 0;

/** The message; `null` when I may not see it; nothing until it is known. @param {Id} id @returns {Message | null | undefined} */
export function sourceOf(id) {
  const held = messageOf(id).value;
  if (held) return held;
  if (unseen.value.has(id)) return null;
  asking.add(id);
  timer ||= window.setTimeout(ask, ASK_AFTER_MS);
  return undefined;
}

async function ask() {
  timer = 0;
  const ids = [...asking].slice(0, MOST_ASKED);
  /** @type {{ messages: Message[], users: User[] } | null} */
  const found = await api.get("/messages", { ids: ids.join(",") }).catch((error) => (isPassing(error) ? null : { messages: [], users: [] }));
  // No answer is not the answer that there is nothing.
  if (!found) {
    timer = window.setTimeout(ask, AGAIN_AFTER_MS);
    return;
  }
  for (const id of ids) asking.delete(id);
  change((now) => withLoose(withUsers(now, found.users), found.messages));
  const told = new Set(found.messages.map((message) => message.id));
  unseen.value = new Set([...unseen.peek(), ...ids.filter((id) => !told.has(id))]);
  if (asking.size) timer ||= window.setTimeout(ask, ASK_AFTER_MS);
}
