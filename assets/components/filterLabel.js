/** @import { Filter } from "../searchQuery.js" */
import { dateInFull } from "../format.js";
import { locale } from "../language.js";
import { me, state } from "../store.js";
import { say } from "../strings/main.js";
import { saySearch } from "../strings/search.js";

/** @param {string} value */
function dayName(value) {
  if (value === "today") return say.today.toLocaleLowerCase(locale);
  if (value === "yesterday") return say.yesterday.toLocaleLowerCase(locale);
  return /^\d{4}-\d\d-\d\d$/u.test(value) ? dateInFull(`${value}T12:00:00`) : value;
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

/** @type {Record<string, (value: string) => string>} */
const LABELS = {
  from: (value) => saySearch.filterFrom({ who: personName(value) }),
  in: (value) => saySearch.filterIn({ where: placeName(value) }),
  before: (value) => saySearch.filterBefore({ day: dayName(value) }),
  after: (value) => saySearch.filterAfter({ day: dayName(value) }),
  since: (value) => saySearch.filterSince({ day: dayName(value) }),
  on: (value) => saySearch.filterOn({ day: dayName(value) }),
};

/** @type {Record<string, string>} */
const KINDS = {
  link: saySearch.filterLink, file: saySearch.filterFile, image: saySearch.filterImage, poll: saySearch.filterPoll, pinned: saySearch.filterPinned, saved: saySearch.filterSaved,
  thread: saySearch.filterThread,
};

/** A filter as a chip says it. @param {Filter} filter */
export const filterLabel = ({ key, value }) => LABELS[key]?.(value) ?? KINDS[value.toLowerCase()] ?? `${key}:${value}`;
