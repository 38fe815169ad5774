/**
 * Groups that texts name (`#kiln`). The server says which of them the reader may see; what it does not name stays text.
 *
 * @import { Groups } from "./mentions.js"
 * @import { GroupMention, Id, Message } from "./protocol.js"
 */
import { signal } from "@preact/signals";
import { api, isPassing } from "./api.js";

const ASK_AFTER_MS = 30;
const AGAIN_AFTER_MS = 5000;
const MOST_ASKED = 100;

/** What was answered, by message and version; with nothing in it until then. @type {import("@preact/signals").Signal<ReadonlyMap<string, Groups>>} */
const answered = signal(new Map());
/** @type {Map<string, Id>} */
const asking = new Map();
let timer = 0;

/** @param {string} text */
export const mayNameGroups = (text) => text.includes("#");

/** The groups that a message names, as far as they are known; asks for them where not. @param {Message} message @returns {Groups} */
export function groupsIn(message) {
  if (!mayNameGroups(message.content) || message.deleted_at !== null) return {};
  const key = `${message.id} ${message.version}`;
  const found = answered.value.get(key);
  if (!found && !asking.has(key)) {
    asking.set(key, message.id);
    timer ||= window.setTimeout(ask, ASK_AFTER_MS);
  }
  return found ?? {};
}

async function ask() {
  timer = 0;
  const keys = [...asking].slice(0, MOST_ASKED);
  /** @type {{ items: GroupMention[] } | null} */
  const answer = await api.get("/group_mentions", { message_ids: [...new Set(keys.map(([, id]) => id))].join(",") }).catch((error) => (isPassing(error) ? null : { items: [] }));
  // No answer is not the answer that there is nothing.
  if (!answer) {
    timer = window.setTimeout(ask, AGAIN_AFTER_MS);
    return;
  }
  const next = new Map(answered.value);
  for (const [key, id] of keys) {
    asking.delete(key);
    const named = answer.items.filter((one) => one.message_id === id);
    next.set(key, Object.fromEntries(named.map((one) => [one.handle, { id: one.group_id, name: one.name }])));
  }
  answered.value = next;
  if (asking.size) timer ||= window.setTimeout(ask, ASK_AFTER_MS);
}

/** Groups were renamed, or have come into sight or gone out of it: what is drawn is asked for anew. */
export function forgetGroupLinks() {
  if (answered.peek().size) answered.value = new Map();
}
