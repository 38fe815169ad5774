/**
 * What stands beside the timelines: threads, the list of them, and pins.
 *
 * @import { Id, Inbox, Message } from "./protocol.js"
 */
import { api } from "./api.js";
import { knowPeople } from "./live.js";
import { addressOf, goToThread, threadAddress } from "./router.js";
import { findMessage, keyOfMessage, placeOf, withLoose, withMark, withPins, withUsers } from "./state.js";
import { change, known } from "./store.js";

/** Beside the conversation it belongs to. @param {Message} root */
export function openThread(root) {
  goToThread(threadAddress(keyOfMessage(root), root.thread_root_id ?? root.id));
}

/** The first message of a thread. @param {Id} rootId */
export async function loadRoot(rootId) {
  const held = findMessage(known(), rootId);
  if (held) change((now) => withLoose(now, [held]));
  const root = await api.get(`/messages/${rootId}`);
  change((now) => withLoose(now, [root]));
  knowPeople([root]);
}

/** @param {Message} root @param {boolean} following */
export async function followThread(root, following) {
  const answer = await api.put(`/messages/${root.id}/follow`, { following });
  const { group_id, direct_id } = root;
  const place = group_id ? { group_id } : { direct_id: /** @type {Id} */ (direct_id) };
  change((now) => withMark(now, { ...place, thread_root_id: root.id, ...answer }));
}

/**
 * A stretch of the threads I follow.
 * @param {string | null} before @returns {Promise<Inbox>}
 */
export async function loadInbox(before) {
  /** @type {Inbox} */
  const page = await api.get("/threads", { before, limit: 30 });
  change((now) => page.items.reduce((next, { root, is_following, last_read_ordinal, unread_count }) => withMark(next, {
    ...(root.group_id ? { group_id: root.group_id } : { direct_id: /** @type {Id} */ (root.direct_id) }),
    thread_root_id: root.id, is_following, last_read_ordinal, unread_count,
  }), withLoose(withUsers(now, page.users), page.items.map((one) => one.root))));
  return page;
}

/**
 * Where a message is: on its timeline, in its thread, or, a post, with its thread.
 * @param {Id} id @returns {Promise<string>} its address
 */
export async function addressOfMessage(id) {
  /** @type {Message} */
  const message = await api.get(`/messages/${id}`);
  const key = keyOfMessage(message);
  if (message.post) return threadAddress(key, id);
  return message.ordinal === null && message.thread_root_id ? threadAddress(key, message.thread_root_id, id) : addressOf(key, id);
}

/** @param {string} key */
export async function loadPins(key) {
  const place = placeOf(key);
  const page = await api.get(place.group_id ? `/groups/${place.group_id}/pins` : `/directs/${place.direct_id}/pins`);
  change((now) => withPins(now, key, page));
}

/**
 * A stretch of the messages that call me by name.
 * @param {Id | null} before @returns {Promise<import("./protocol.js").Mentions>}
 */
export async function loadMentions(before) {
  /** @type {import("./protocol.js").Mentions} */
  const page = await api.get("/mentions", { before, limit: 30 });
  change((now) => withLoose(withUsers(now, page.users), page.items));
  return page;
}
