/**
 * Runs of the server's own lines: many in a row are one row, until it is
 * opened. Pure.
 *
 * @import { Id, Message } from "./protocol.js"
 */
import { dayKey } from "./format.js";

/** Fewer than this stand as they are. */
const MANY = 3;

/**
 * A row of a timeline. `run` is there on the first line of a run: while that is closed the row stands for all of them.
 * @typedef {{ message: Message, run: Message[] | null, isOpen: boolean }} Row
 */

/**
 * @param {Message[]} messages oldest first
 * @param {ReadonlySet<Id>} opened lines whose runs were opened
 * @param {Id | null} target a message that must be seen
 * @returns {Row[]}
 */
export function rowsOf(messages, opened, target) {
  /** @type {Row[]} */
  const rows = [];
  for (let at = 0; at < messages.length;) {
    const run = runFrom(messages, at);
    if (run.length < MANY) rows.push(...(run.length ? run : [messages[at]]).map((message) => ({ message, run: null, isOpen: false })));
    else if (run.some((line) => opened.has(line.id) || line.id === target)) {
      rows.push(...run.map((message, index) => ({ message, run: index === 0 ? run : null, isOpen: true })));
    } else rows.push({ message: run[0], run, isOpen: false });
    at += Math.max(1, run.length);
  }
  return rows;
}

/** The lines from here on, of one day. @param {Message[]} messages @param {number} from @returns {Message[]} */
function runFrom(messages, from) {
  let to = from;
  while (to < messages.length && messages[to].kind === "system" && dayKey(messages[to].created_at) === dayKey(messages[from].created_at)) to += 1;
  return messages.slice(from, to);
}

/** How many people came and went, and how much else changed. @param {Message[]} run */
export function summaryOf(run) {
  const count = (/** @type {string[]} */ kinds) => run.filter((line) => kinds.includes(line.happening?.what ?? "")).length;
  const came = count(["joined", "added"]);
  const went = count(["left", "removed"]);
  return { came, went, changed: run.length - came - went };
}
