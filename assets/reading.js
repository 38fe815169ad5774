/**
 * The read position and the new line. Pure.
 *
 * @import { Id, Message } from "./protocol.js"
 */
import { ordinalIn } from "./places.js";

/**
 * The ordinal of the message the new line stands above when a conversation
 * opens: the first one by somebody else after the read position. `null`: no line.
 * @param {Message[]} messages oldest first @param {number} readOrdinal @param {Id} me @param {string} [key]
 * @returns {number | null}
 */
export function lineOnOpen(messages, readOrdinal, me, key = "") {
  const first = messages.find((message) => ordinalIn(key, message) > readOrdinal && message.sender_id !== me && message.kind === "text");
  return first ? ordinalIn(key, first) : null;
}

/**
 * The line stands still while one reads. Only when everything before had been
 * read and something arrives at a window without focus, it is placed again.
 * @param {number | null} line
 * @param {{ message: Message, readOrdinal: number, hasFocus: boolean, me: Id, key?: string }} arrival
 * @returns {number | null}
 */
export function lineOnArrival(line, { message, readOrdinal, hasFocus, me, key = "" }) {
  if (hasFocus || message.sender_id === me || message.kind === "system") return line;
  const hasReadPast = line === null || line <= readOrdinal;
  const ordinal = ordinalIn(key, message);
  return hasReadPast && ordinal > readOrdinal ? ordinal : line;
}

/**
 * The newest message whose end is in view, or `null`.
 * @param {{ ordinal: number, end: number }[]} rows in order; `end` is the lower edge
 * @param {number} viewEnd the lower edge of what can be seen
 * @returns {number | null}
 */
export function lastEndInView(rows, viewEnd) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].end <= viewEnd) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? rows[low - 1].ordinal : null;
}

/**
 * What has been read: in view at both ends of the 300 ms, forward only, and
 * never in a window that is hidden or has no focus.
 * @param {number} readOrdinal
 * @param {{ before: number | null, after: number | null, isWatched: boolean }} look
 * @returns {number}
 */
export function readAfterLook(readOrdinal, { before, after, isWatched }) {
  if (!isWatched || before === null || after === null) return readOrdinal;
  return Math.max(readOrdinal, Math.min(before, after));
}

/**
 * Whether a message goes under the name of the one before it.
 * @param {Message | undefined} before @param {Message} message @param {boolean} hasDivider
 */
export function isContinued(before, message, hasDivider) {
  if (!before || hasDivider) return false;
  if (before.kind === "system" || message.kind === "system") return false;
  if (before.sender_id !== message.sender_id) return false;
  return Date.parse(message.created_at) - Date.parse(before.created_at) < 5 * 60_000;
}
