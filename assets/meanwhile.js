/**
 * What is told while a stretch of history is on its way. The server read it before, and it arrives after: what happened
 * to its messages in between, and what was said, would be missing from it.
 *
 * @import { LogEvent } from "./protocol.js"
 * @import { State } from "./state.js"
 */
import { changeMessage, newer, withArrival, withPoll, withReactions } from "./history.js";
import { keyOfMessage, threadKey } from "./places.js";

/** One list for each question that is not answered yet. @type {Set<LogEvent[]>} */
const waiting = new Set();

/** @param {LogEvent[]} events */
export function tellWaiting(events) {
  for (const told of waiting) told.push(...events);
}

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {Promise<{ answer: T, told: LogEvent[] }>} `told`: between the question and the answer
 */
export async function asking(ask) {
  /** @type {LogEvent[]} */
  const told = [];
  waiting.add(told);
  try {
    return { answer: await ask(), told };
  } finally {
    waiting.delete(told);
  }
}

/**
 * Tells the messages that are held once more; who knew it already is not changed by it, and nothing is counted. Pure.
 * @param {State} state @param {LogEvent[]} told @returns {State}
 */
export function brought(state, told) {
  return told.reduce((now, { type, data }) => {
    switch (type) {
      case "message_created": return withSaid(now, data.message, data.root_reply_count);
      case "message_updated": return changeMessage(now, data.message.id, (held) => newer(held, data.message));
      case "message_deleted":
        return changeMessage(now, data.message.id, (held) => ({ ...newer(held, data.message), reactions: [], pinned_at: null, pinned_by: null, poll: null }));
      case "reactions_updated": return withReactions(now, data.message_id, data.reactions);
      case "poll_updated": return withPoll(now, data.message_id, data.poll);
      default: return now;
    }
  }, state);
}

/** @param {State} state @param {import("./protocol.js").Message} message @param {number | undefined} count of the replies @returns {State} */
function withSaid(state, message, count) {
  const root = message.thread_root_id;
  const next = message.ordinal === null ? state : withArrival(state, keyOfMessage(message), message);
  if (!root) return next;
  const counted = count === undefined ? next : changeMessage(next, root, (held) => ({ ...held, reply_count: count, last_reply_at: message.created_at }));
  return withArrival(counted, threadKey(root), message);
}
