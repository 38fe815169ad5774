/** What a conversation is called in a question. */
import { directOf, groupOf } from "./store.js";

/** The value that finds a conversation: its name where that can be written, else its id. @param {string} key */
export function placeValue(key) {
  const id = key.slice(2);
  const name = groupOf(id).peek()?.name;
  if (name !== undefined) return name.includes("\"") ? id : name;
  const direct = directOf(id).peek();
  return direct ? `@${direct.user.username}` : id;
}

/** A question that asks within a conversation, to be gone on with. @param {string} key */
export function searchIn(key) {
  const value = placeValue(key);
  return `in:${/\s/u.test(value) ? `"${value}"` : value}`;
}
