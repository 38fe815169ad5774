/**
 * Whom the "@" that is being written could mean. Fetched when one is written.
 *
 * @import { Member, User } from "./protocol.js"
 */
import { api } from "./api.js";
import { directOf, groupOf, me, workspace } from "./store.js";
import { sayMessages } from "./strings/messages.js";

/** @typedef {{ text: string, sign: string, name: string, label: string }} Suggestion */

/** @param {User} user @returns {Suggestion} */
const person = (user) => ({ text: `@${user.username}`, sign: "", name: user.name, label: `@${user.username}` });

/** People of the group first, then all of them at once. @param {string} place @param {string} typed @param {number} most @returns {Promise<Suggestion[]>} */
export async function findPeople(place, typed, most) {
  const word = typed.toLowerCase();
  const other = directOf(place.slice(2)).value?.user;
  if (other) return other.username.startsWith(word) || other.name.toLowerCase().startsWith(word) ? [person(other)] : [];
  const group = groupOf(place.slice(2)).value;
  if (!group) return [];
  /** @type {{ items: Member[] }} */
  const page = await api.get(`/groups/${group.id}/members`, { query: typed, limit: 30 });
  const begins = (/** @type {User} */ user) => user.username.startsWith(word) || user.name.toLowerCase().split(" ").some((part) => part.startsWith(word));
  const people = page.items.map((row) => row.user).filter((user) => user.is_active && user.id !== me.value.id && begins(user));
  const all = workspace.value?.my_role === "guest" ? [] : [
    { text: "@here", sign: "", name: "@here", label: sayMessages.mentionHere },
    { text: "@everyone", sign: "", name: "@everyone", label: sayMessages.mentionEveryone },
  ].filter((one) => one.text.startsWith(`@${word}`));
  return [...people.slice(0, most - all.length).map(person), ...all];
}
