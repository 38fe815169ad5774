/**
 * Polls: asking, voting, closing.
 *
 * @import { Id, Message, Place, Poll, User } from "./protocol.js"
 */
import { api, sentence } from "./api.js";
import { placeOf, withMessage, withPoll, withUpdated, withVotes } from "./state.js";
import { change, known, showToast } from "./store.js";
import { wish } from "./wishes.js";

/** A poll as its dialog has it. @typedef {{ content: string, options: string[], is_multiple: boolean, is_anonymous: boolean, closes_at: string | null }} Wanted */

/**
 * Asks a question. The same `clientId` again asks nothing twice.
 * @param {string} key the conversation @param {Id | null} rootId of the thread, if it goes into one
 * @param {Id} clientId @param {Wanted} wanted
 */
export async function askPoll(key, rootId, clientId, { content, ...poll }) {
  const { group_id, direct_id } = placeOf(key);
  const path = rootId ? `/messages/${rootId}/replies` : group_id ? `/groups/${group_id}/messages` : `/directs/${direct_id}/messages`;
  const { message } = await api.post(path, { client_id: clientId, content, poll });
  change((now) => withMessage(now, message));
  wish("sent", rootId ? `t:${rootId}` : key);
}

/** @param {Message} message @param {string} content @param {string[]} options */
export async function changePoll(message, content, options) {
  const next = await api.put(`/messages/${message.id}/poll`, { version: message.version, content, options });
  change((now) => withUpdated(now, next));
}

/** Chooses an answer or takes that back; the counts follow from the server. @param {Message} message @param {number} optionId @param {boolean} on */
export async function vote(message, optionId, on) {
  const path = `/messages/${message.id}/votes/${optionId}`;
  try {
    const { poll, option_ids } = await (on ? api.put(path) : api.remove(path));
    change((now) => withVotes(withPoll(now, message.id, poll), message.id, option_ids, poll.revision));
  } catch (error) {
    showToast(sentence(error));
  }
}

/** @param {Message} message */
export async function closePoll(message) {
  try {
    /** @type {Poll} */
    const poll = await api.poke(`/messages/${message.id}/poll/close`);
    change((now) => withPoll(now, message.id, poll));
  } catch (error) {
    showToast(sentence(error));
  }
}

/** Everybody who chose an answer. @param {Id} messageId @param {number} optionId @returns {Promise<User[]>} */
export async function votersOf(messageId, optionId) {
  /** @type {User[]} */
  const people = [];
  let after = null;
  do {
    const page = await api.get(`/messages/${messageId}/votes/${optionId}`, { after, limit: 100 });
    people.push(...page.items);
    after = page.next_after;
  } while (after && people.length < 1000);
  return people;
}

/** Polls on screen whose votes of mine are not known yet: asked for together. @type {Set<Id>} */
const unknown = new Set();

/** @param {Id} messageId */
export function wantVotes(messageId) {
  if (known().votes[messageId] || unknown.has(messageId)) return;
  unknown.add(messageId);
  if (unknown.size === 1) setTimeout(fetchVotes);
}

async function fetchVotes() {
  const ids = [...unknown].slice(0, 100);
  try {
    const { items } = await api.get("/votes", { message_ids: ids.join(",") });
    change((now) => items.reduce((/** @type {any} */ next, /** @type {any} */ one) => withVotes(next, one.message_id, one.option_ids, one.revision), now));
  } catch {
    // They are asked for again when the poll is drawn again.
  }
  for (const id of ids) unknown.delete(id);
  if (unknown.size) setTimeout(fetchVotes);
}
