/**
 * Emoji one uses: the recent ones, the skin tone, and the table of all, which
 * is fetched when it is first needed.
 *
 * @import { Table } from "./emojiTable.js"
 */
import { signal } from "@preact/signals";
import { isOwn, nameOfOwn } from "./ownEmoji.js";
import { ownEmoji } from "./store.js";

const RECENT = "parlor.emoji.recent";
const TONE = "parlor.emoji.tone";
const MAX_RECENT = 18;
const FIRST = ["👍", "❤️", "😂", "🎉", "🙏", "👀", "✅", "☕", "🌱"];

/** @returns {string[]} */
function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** The latest first; at the beginning some that everybody uses. */
export const recent = signal([...new Set([...kept(), ...FIRST])].slice(0, MAX_RECENT));

/** 0 is none, 1 to 5 from light to dark. */
export const tone = signal(Number(localStorage.getItem(TONE) ?? 0) || 0);

/** @param {string} emoji */
export function used(emoji) {
  recent.value = [emoji, ...recent.value.filter((one) => one !== emoji)].slice(0, MAX_RECENT);
  localStorage.setItem(RECENT, JSON.stringify(recent.value));
}

/** @param {number} next */
export function setTone(next) {
  tone.value = next;
  localStorage.setItem(TONE, String(next));
}

/** @type {import("@preact/signals").Signal<Table | null>} */
export const table = signal(null);

/** @returns {Promise<Table>} */
export async function loadTable() {
  table.value ??= (await import("./emojiTable.js")).table;
  return table.value;
}

/** What an emoji is called, once the table is there. @param {string} emoji */
export const nameOfEmoji = (emoji) => (isOwn(emoji) ? nameOfOwn(emoji) : table.value?.nameOf(emoji) ?? emoji);

/**
 * The recent ones that can be used now: of a workspace's own, those that are still there.
 * @param {number} count @param {string | null} [groupId]
 */
export const recentOnes = (count, groupId = null) =>
  recent.value.filter((emoji) => !isOwn(emoji) || ownEmoji(nameOfOwn(emoji), groupId)).slice(0, count);
