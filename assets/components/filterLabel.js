/** @import { Filter } from "../searchQuery.js" */
import { dayAndMonth } from "../format.js";
import { me, state } from "../store.js";
import { say } from "../strings/en.js";

/** @param {string} value */
function dayName(value) {
  if (value === "today") return say.today.toLocaleLowerCase();
  if (value === "yesterday") return say.yesterday.toLocaleLowerCase();
  return /^\d{4}-\d\d-\d\d$/u.test(value) ? `${dayAndMonth(`${value}T12:00:00`)} ${value.slice(0, 4)}` : value;
}

/** @param {string} username */
function personName(username) {
  const plain = username.replace(/^@/u, "").toLowerCase();
  if (plain === "me") return me.value.name;
  return Object.values(state.value?.users ?? {}).find((user) => user.username === plain)?.name ?? username;
}

/** @param {string} value a group's name or id, or "@" and a user name */
function placeName(value) {
  if (value.startsWith("@")) return personName(value);
  const plain = value.replace(/^#/u, "");
  return state.value?.groups[plain]?.name ?? state.value?.directs[plain]?.user.name ?? plain;
}

/** A filter as a chip says it. @param {Filter} filter */
export function filterLabel({ key, value }) {
  switch (key) {
    case "from": return say.filterFrom(personName(value));
    case "in": return say.filterIn(placeName(value));
    case "before": return say.filterBefore(dayName(value));
    case "after": return say.filterAfter(dayName(value));
    case "since": return say.filterSince(dayName(value));
    case "on": return say.filterOn(dayName(value));
    default: {
      /** @type {Record<string, string>} */
      const known = { link: say.filterLink, pinned: say.filterPinned, thread: say.filterThread };
      return known[value.toLowerCase()] ?? `${key}:${value}`;
    }
  }
}
