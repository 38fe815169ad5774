/**
 * What one can jump to: how a name fits what was typed, and in which order
 * things are offered. Pure.
 *
 * @import { Group, Id, Person, User } from "./protocol.js"
 * @import { State } from "./state.js"
 *
 * `from` and `to`: the part of the name that was typed, in UTF-16 units.
 * @typedef {{ rank: number, from: number, to: number }} Fit
 *
 * @typedef {{ kind: "conversation", key: string } | { kind: "person", user: User } | { kind: "group", group: Group }
 *   | { kind: "command", command: Command } | { kind: "search", query: string }} What
 * @typedef {What & { id: string, name: string, fit: Fit, unread: number, mentions: number }} Choice
 * @typedef {{ id: string, icon: string, name: string, note?: string, run: () => void }} Command
 * @typedef {{ part: "unread" | "recent" | "places" | "actions" | "messages", choices: Choice[] }} Part
 * @typedef {"all" | "people" | "groups" | "commands"} Kind
 */
import { keyOf, mentionsOf, unreadOf } from "./places.js";

/** As many are drawn of one kind. */
const MOST = 40;
const MOST_ACTIONS = 8;
/** The choice that looks for what was said. */
export const SEARCH = "search";
const NO_FIT = { rank: 0, from: 0, to: 0 };

/** @type {Record<string, Kind>} */
const SIGNS = { "@": "people", "#": "groups", ">": "commands" };

/** What was typed, without the sign that narrows. @param {string} typed @returns {{ kind: Kind, query: string }} */
export function narrowed(typed) {
  const text = typed.trim();
  const kind = SIGNS[text[0] ?? ""];
  return kind ? { kind, query: text.slice(1).trim() } : { kind: "all", query: text };
}

/** Without case and accents, unit for unit. @param {string} text */
function folded(text) {
  const plain = text.split("").map((unit) => {
    const bare = unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === 1 ? bare : unit;
  });
  return plain.join("");
}

/**
 * How a name fits: 0 when it begins with what was typed, 1 when a word of it does, 2 when it is somewhere inside.
 * @param {string} name @param {string} query @returns {Fit | null}
 */
export function fitOf(name, query) {
  if (!query) return NO_FIT;
  const [where, what] = [folded(name), folded(query)];
  let at = where.indexOf(what);
  if (at === -1) return null;
  for (let next = at; next !== -1; next = where.indexOf(what, next + 1)) {
    if (next > 0 && !/[\p{L}\p{N}]/u.test(where[next - 1])) { at = next; break; }
    if (next === 0) break;
  }
  const rank = at === 0 ? 0 : /[\p{L}\p{N}]/u.test(where[at - 1]) ? 2 : 1;
  return { rank, from: at, to: at + what.length };
}

/** The better of the fits of a name and of a username, which is not marked. @param {User} user @param {string} query */
function fitOfUser(user, query) {
  const byName = fitOf(user.name, query);
  const byUsername = fitOf(user.username, query);
  return byName ?? (byUsername && { ...NO_FIT, rank: byUsername.rank + 1 });
}

/**
 * Conversations I have, but for the one that is open.
 * @param {State} state @param {Kind} kind @param {string} query @param {string | null} here
 * @returns {Choice[]}
 */
function conversations(state, kind, query, here) {
  /** @type {Choice[]} */
  const found = [];
  const add = (/** @type {string} */ key, /** @type {string} */ name, /** @type {Fit | null} */ fit, isQuiet = false) => {
    if (!fit || key === here) return;
    found.push({ kind: "conversation", id: key, key, name, fit, unread: isQuiet ? 0 : unreadOf(state, key),
      mentions: isQuiet ? 0 : mentionsOf(state, key).length });
  };
  if (kind !== "people") {
    for (const group of Object.values(state.groups)) {
      add(keyOf({ group_id: group.id }), group.name, fitOf(group.name, query), group.membership.is_muted || group.is_archived);
    }
  }
  if (kind !== "groups") {
    for (const direct of Object.values(state.directs)) add(keyOf({ direct_id: direct.id }), direct.user.name, fitOfUser(direct.user, query));
  }
  return found;
}

/**
 * Others and other groups, as the server found them, less what is mine already.
 * @param {State} state @param {string} query @param {{ people: Person[], groups: Group[] }} found
 * @returns {Choice[]}
 */
function strangers(state, query, { people, groups }) {
  const known = new Set(Object.values(state.directs).map((direct) => direct.user.id));
  const rest = { unread: 0, mentions: 0 };
  return [
    ...people.filter((user) => !known.has(user.id)).map((user) => (
      { kind: /** @type {const} */ ("person"), id: `u:${user.id}`, user, name: user.name, fit: fitOfUser(user, query) ?? NO_FIT, ...rest })),
    ...groups.filter((group) => !state.groups[group.id]).map((group) => (
      { kind: /** @type {const} */ ("group"), id: `o:${group.id}`, group, name: group.name, fit: fitOf(group.name, query) ?? NO_FIT, ...rest })),
  ];
}

/** Direct conversations call as mentions do. @param {Choice} choice */
const calls = (choice) => choice.mentions + (choice.kind === "conversation" && choice.key.startsWith("d:") ? choice.unread : 0);

/** @param {Choice} a @param {Choice} b */
const byName = (a, b) => a.name.localeCompare(b.name);

/** What calls first, then the other unread. @param {Choice} a @param {Choice} b */
const byUrgency = (a, b) => Number(calls(b) > 0) - Number(calls(a) > 0) || calls(b) - calls(a) || byName(a, b);

/**
 * Everything that is offered, in order and in parts.
 * @param {{ state: State, typed: string, here: string | null, recent: string[], found: { people: Person[], groups: Group[] },
 *   commands: Command[] }} asked `recent`: keys of conversations, the latest first
 * @returns {Part[]}
 */
export function offered({ state, typed, here, recent, found, commands }) {
  const { kind, query } = narrowed(typed);
  const mine = kind === "commands" ? [] : conversations(state, kind, query, here);
  const age = (/** @type {Choice} */ choice) => {
    const at = recent.indexOf(choice.id);
    return at === -1 ? Infinity : at;
  };
  const unread = mine.filter((choice) => choice.unread > 0).sort(byUrgency);
  const read = mine.filter((choice) => choice.unread === 0);
  const visited = query ? [] : read.filter((choice) => age(choice) < Infinity).sort((a, b) => age(a) - age(b));
  const nearest = (/** @type {Choice} */ a, /** @type {Choice} */ b) => {
    const [first, second] = [age(a), age(b)];
    return a.fit.rank - b.fit.rank || (first === second ? byName(a, b) : first - second);
  };
  const rest = read.filter((choice) => !visited.includes(choice)).sort(nearest);
  // What the server finds comes later: it goes below, so that nothing moves under the eye.
  const others = kind === "commands" ? [] : strangers(state, query, found);
  /** @type {Part[]} */
  const parts = [
    { part: "unread", choices: unread }, { part: "recent", choices: visited },
    { part: "places", choices: [...rest, ...others].slice(0, MOST) }, { part: "actions", choices: actions(kind, query, commands) },
    { part: "messages", choices: search(kind, query) },
  ];
  return parts.filter(({ choices }) => choices.length > 0);
}

/** What was said, rather than what there is: always the last, so that Enter goes to what has the name. @param {Kind} kind @param {string} query @returns {Choice[]} */
const search = (kind, query) => (kind === "all" && query
  ? [{ kind: "search", id: SEARCH, query, name: query, fit: NO_FIT, unread: 0, mentions: 0 }] : []);

/** Commands by name; without a word only when they were asked for. @param {Kind} kind @param {string} query @param {Command[]} commands @returns {Choice[]} */
function actions(kind, query, commands) {
  if (kind !== "commands" && (kind !== "all" || !query)) return [];
  const found = commands.flatMap((command) => {
    const fit = fitOf(command.name, query);
    return fit ? [{ kind: /** @type {const} */ ("command"), id: `c:${command.id}`, command, name: command.name, fit, unread: 0, mentions: 0 }] : [];
  });
  const ordered = query ? found.sort((a, b) => a.fit.rank - b.fit.rank) : found;
  return kind === "commands" ? ordered : ordered.slice(0, MOST_ACTIONS);
}
