/**
 * Which group the "#" that is being written could mean. Fetched when one is written.
 *
 * @import { Group } from "./protocol.js"
 */
import { api } from "./api.js";
import { groupList, workspace } from "./store.js";
import { sayMessages } from "./strings/messages.js";

/** @typedef {{ text: string, sign: string, name: string, label: string }} Suggestion */

/** How a text names it. @param {string} name */
const handleOf = (name) => `#${name.replaceAll(" ", "-")}`;

/** @param {string} text */
const fold = (text) => text.normalize("NFKC").toLowerCase();

/** One's own groups first, then other public ones. @param {string} typed @param {number} most @returns {Promise<Suggestion[]>} */
export async function findGroups(typed, most) {
  const word = fold(typed).replaceAll("-", " ");
  const fits = (/** @type {Group} */ group) => fold(group.name).replaceAll("-", " ").split(" ").some((_, at, parts) => parts.slice(at).join(" ").startsWith(word));
  const mine = groupList.value.filter(fits);
  const isGuest = workspace.value?.my_role === "guest";
  // Names are looked through as they are spelled, and the sign for a space may be one or none.
  const query = typed.split("-").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
  /** @type {Group[]} */
  const others = isGuest || mine.length >= most ? []
    : (await api.get(`/workspaces/${workspace.value?.id}/groups`, { query, limit: 50 })).items.filter((/** @type {Group} */ group) =>
      fits(group) && !mine.some((held) => held.id === group.id));
  return [...mine.map((group) => suggestion(group, group.topic)), ...others.map((group) => suggestion(group, sayMessages.groupNotJoined))].slice(0, most);
}

/** @param {Group} group @param {string} label @returns {Suggestion} */
const suggestion = (group, label) => ({ text: handleOf(group.name), sign: "", name: `#${group.name}`, label });
