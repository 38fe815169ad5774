/**
 * Groups that texts name (`#kiln`). The server says which of them the reader may see; what it does not name stays text.
 *
 * @import { Groups } from "./mentions.js"
 * @import { GroupMention, Id, Message } from "./protocol.js"
 */
import { signal } from "@preact/signals";
import { api, isPassing } from "./api.js";
import { inBatches } from "./inBatches.js";

/** What was answered, by message and version; with nothing in it until then. @type {import("@preact/signals").Signal<ReadonlyMap<string, Groups>>} */
const answered = signal(new Map());
/** @param {string} text */
export const mayNameGroups = (text) => text.includes("#");

/** The groups that a message names, as far as they are known; asks for them where not. @param {Message} message @returns {Groups} */
export function groupsIn(message) {
  if (!mayNameGroups(message.content) || message.deleted_at !== null) return {};
  const key = `${message.id} ${message.version}`;
  const found = answered.value.get(key);
  if (!found) want(key);
  return found ?? {};
}

/** @param {string} key @returns {Id} */
const messageIn = (key) => key.slice(0, key.indexOf(" "));

const want = inBatches(async (keys) => {
  /** @type {{ items: GroupMention[] } | null} */
  const answer = await api.get("/group_mentions", { message_ids: [...new Set(keys.map(messageIn))].join(",") }).catch((error) => (isPassing(error) ? null : { items: [] }));
  // No answer is not the answer that there is nothing.
  if (!answer) return false;
  const next = new Map(answered.value);
  for (const key of keys) {
    const named = answer.items.filter((one) => one.message_id === messageIn(key));
    next.set(key, Object.fromEntries(named.map((one) => [one.handle, { id: one.group_id, name: one.name }])));
  }
  answered.value = next;
  return true;
});

/** Groups were renamed, or have come into sight or gone out of it: what is drawn is asked for anew. */
export function forgetGroupLinks() {
  if (answered.peek().size) answered.value = new Map();
}
