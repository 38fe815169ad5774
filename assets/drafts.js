/**
 * What was begun and not sent, per conversation, on this device. A draft is
 * only ever dropped by sending it or by emptying the field.
 *
 * @import { Id } from "./protocol.js"
 */
import { signal } from "@preact/signals";

const PREFIX = "parlor.draft.";

/** Keys of the conversations in which a draft waits. @type {import("@preact/signals").Signal<ReadonlySet<string>>} */
export const draftKeys = signal(new Set());

let owner = "";

/** Drafts belong to a person, not to a browser. @param {Id} userId */
export function openDrafts(userId) {
  owner = `${PREFIX}${userId}.`;
  const found = new Set();
  for (let at = 0; at < localStorage.length; at += 1) {
    const name = localStorage.key(at);
    if (name?.startsWith(owner)) found.add(name.slice(owner.length));
  }
  draftKeys.value = found;
}

/** @param {string} key @returns {string} */
export const draftOf = (key) => localStorage.getItem(owner + key) ?? "";

/** @param {string} key @param {string} text */
export function keepDraft(key, text) {
  const isThere = text.trim() !== "";
  try {
    if (isThere) localStorage.setItem(owner + key, text);
    else localStorage.removeItem(owner + key);
  } catch {
    // Storage is full or refused: the text is still in the field.
  }
  if (draftKeys.value.has(key) === isThere) return;
  const next = new Set(draftKeys.value);
  if (isThere) next.add(key);
  else next.delete(key);
  draftKeys.value = next;
}
