/**
 * What a person can do that asks the server and changes what is known.
 *
 * @import { Direct, Group, Id, Me, Member, MyGroup, MyStatus } from "./protocol.js"
 */
import { api, isRefusal, Refused } from "./api.js";
import { enter, enterUnheard, knowPeople, markRead, signedOut } from "./live.js";
import { asking, brought } from "./meanwhile.js";
import { addressOf, go, goInstead, route } from "./router.js";
import { isThread, keyOf, ordinalIn, ordinalsOf, placeOf, withDirect, withGroup, withGroupFacts, withMe, withoutGroup, withMembers, withPage, withStatuses, withUsers,
  onlyRooms } from "./state.js";
import { change, card, endToast, known, question, server, session, state, wasSentOut, workspace } from "./store.js";
import { say } from "./strings/main.js";

const PAGE = 50;
/** Unread further back than this is not fetched before a conversation is shown. */
const MOST_UNREAD_FETCHED = 250;
const ROOMS_KEPT = 20;

/** The conversation the address names, if it names one. */
export const openKey = () => (route.value.page === "conversation" ? route.value.key : null);

/** Asks who we are and what there is. */
export async function start() {
  try {
    await enterWithBootstrap();
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return stayOutside();
    if (!isRefusal(error, "offline") || !await openLastKnown()) session.value = "unreachable";
  }
}

/** What this device knew last. @returns {Promise<boolean>} whether there is anything */
async function openLastKnown() {
  const kept = await import("./snapshot.js").then(({ lastKnown }) => lastKnown(), () => null);
  if (kept) await enterUnheard(kept);
  return kept !== null;
}

async function enterWithBootstrap() {
  const key = openKey();
  try {
    const answer = await api.get("/bootstrap", key ? { ...placeOf(key) } : {});
    await enter(answer, key);
  } catch (error) {
    // The place may be gone or not for us; the rest of the house still stands.
    if (!key || !(error instanceof Refused) || error.status === 401 || error.code === "offline") throw error;
    await enter(await api.get("/bootstrap"), null);
  }
}

async function stayOutside() {
  void import("./snapshot.js").then(({ forget }) => forget(), () => {});
  try {
    server.value = await api.get("/server");
    session.value = "out";
  } catch {
    session.value = "unreachable";
  }
}

/** After signing in or up: the cookie is set. */
export const comeIn = () => enterWithBootstrap();

export async function signOut() {
  await endToast();
  await api.remove("/sessions/current").catch(() => {});
  signedOut();
  wasSentOut.value = false;
  server.value ??= await api.get("/server").catch(() => null);
  goInstead("/sign-in");
}

/* ------------------------------------------------------------------- history */

/** Where the messages of a conversation or a thread are. @param {string} key */
export const historyPath = (key) => {
  const id = key.slice(2);
  if (isThread(key)) return `/messages/${id}/replies`;
  return key.startsWith("g:") ? `/groups/${id}/messages` : `/directs/${id}/messages`;
};

/** Visited conversations, the latest last. @type {string[]} */
let visited = [];

/** @param {string} key */
function visit(key) {
  visited = [...visited.filter((held) => held !== key), key].slice(-ROOMS_KEPT);
  if (Object.keys(known().rooms).length > ROOMS_KEPT) change((now) => onlyRooms(now, visited));
}

/**
 * Makes a conversation's messages known: around a message, or the newest.
 * @param {string} key @param {Id | null} messageId
 */
export async function openRoom(key, messageId) {
  visit(key);
  const room = known().rooms[key];
  if (messageId) {
    if (!room?.messages.some((message) => message.id === messageId)) await loadAround(key, messageId);
    return;
  }
  // Left in the middle of history, and something new came since: begin at the new.
  const { last, read } = ordinalsOf(known(), key);
  if (!room || (room.hasLater && last > read)) await loadNewest(key);
  await reachUnread(key);
}

/**
 * Whether a conversation can be drawn at once, with its new line in place.
 * @param {string} key @param {Id | null} messageId
 */
export function isAtHand(key, messageId) {
  const now = known();
  const room = now.rooms[key];
  if (!room) return false;
  if (messageId) return room.messages.some((message) => message.id === messageId);
  const { last, read } = ordinalsOf(now, key);
  const reachesUnread = !room.hasEarlier || last - read > MOST_UNREAD_FETCHED || (room.messages.length > 0 && ordinalIn(key, room.messages[0]) <= read + 1);
  return reachesUnread && !(room.hasLater && last > read);
}

/** Everything here is read, also what is not loaded. @param {string} key */
export async function markAllRead(key) {
  const { last, read } = ordinalsOf(known(), key);
  if (last <= read) return;
  const room = known().rooms[key];
  const newest = room?.hasLater ? null : room?.messages.at(-1);
  const message = newest ?? (await api.get(historyPath(key), { limit: 1 })).messages.at(-1);
  if (message) markRead(key, message);
}

/**
 * A stretch of history, joined to what is held. It is left aside when the list has gone elsewhere meanwhile: there would be
 * a gap between.
 * @param {string} key @param {"replace" | "before" | "after"} how @param {{ before?: Id, after?: Id, around?: Id, limit?: number }} [query]
 */
async function load(key, how, query = {}) {
  const edge = () => (how === "replace" ? null : state.value?.rooms[key]?.messages.at(how === "before" ? 0 : -1)?.id);
  const from = edge();
  /** @type {{ answer: import("./protocol.js").MessagePage, told: import("./protocol.js").LogEvent[] }} */
  const { answer, told } = await asking(() => api.get(historyPath(key), { ...query, limit: query.limit ?? PAGE }));
  if (edge() !== from) return false;
  change((now) => brought(withPage(now, key, answer, how), told));
  knowPeople(answer.messages);
  return answer.messages.length > 0;
}

/** @param {string} key */
export const loadNewest = (key) => load(key, "replace");

/** @param {string} key @param {Id} messageId */
export const loadAround = (key, messageId) => load(key, "replace", { around: messageId });

/** The new line needs the first unread message; fetch back to it, within reason. @param {string} key */
async function reachUnread(key) {
  const { last, read } = ordinalsOf(known(), key);
  if (last - read > MOST_UNREAD_FETCHED) return;
  for (;;) {
    const room = state.value?.rooms[key];
    if (!room?.hasEarlier || !room.messages.length || ordinalIn(key, room.messages[0]) <= read + 1) return;
    if (!await loadEarlier(key, 100)) return;
  }
}

/** @param {string} key @param {number} [limit] @returns {Promise<boolean>} whether anything was loaded */
export async function loadEarlier(key, limit = PAGE) {
  const room = state.value?.rooms[key];
  return Boolean(room?.hasEarlier && room.messages.length) && load(key, "before", { before: room?.messages[0].id, limit });
}

/** @param {string} key */
export async function loadLater(key) {
  const room = state.value?.rooms[key];
  if (room?.hasLater && room.messages.length) await load(key, "after", { after: room.messages.at(-1)?.id });
}

/* -------------------------------------------------------------------- places */

/** @param {MyGroup} group */
function entered(group) {
  change((now) => withGroup(now, now.groups[group.id] ?? group));
  go(addressOf(keyOf({ group_id: group.id })));
}

/** @param {Id} groupId */
export async function joinGroup(groupId) { entered(await api.poke(`/groups/${groupId}/join`)); }

/** @param {{ name: string, topic: string, description: string, kind: "text" | "forum", is_private: boolean }} wanted */
export async function createGroup(wanted) {
  entered(await api.post(`/workspaces/${workspace.value?.id}/groups`, wanted));
}

/** @param {string} code */
export async function acceptInvite(code) { entered(await api.post("/invites/accept", { code })); }

/** @param {Id} groupId */
export async function leaveGroup(groupId) {
  await api.poke(`/groups/${groupId}/leave`);
  // Ahead of its event: nothing may ask for what is there any more.
  change((now) => withoutGroup(now, groupId));
  go("/");
}

/** @param {Id} userId */
export async function openDirect(userId) {
  card.value = null;
  const direct = await directWith(userId);
  go(addressOf(keyOf({ direct_id: direct.id })));
}

/** The conversation with somebody, which is begun if there is none. @param {Id} userId @returns {Promise<Direct>} */
export async function directWith(userId) {
  const there = Object.values(known().directs).find((direct) => direct.user.id === userId);
  /** @type {Direct} */
  const direct = there ?? await api.post("/directs", { user_id: userId });
  if (!there) change((now) => withDirect(now, now.directs[direct.id] ?? direct));
  return direct;
}

/** @param {Group} group @param {Record<string, unknown>} wanted */
export async function changeGroup(group, wanted) {
  /** @type {Group} */
  const next = await api.patch(`/groups/${group.id}`, { version: group.version, ...wanted });
  change((now) => withGroupFacts(now, next));
}

/** All of a group's members, up to 500. @param {Id} groupId */
export async function loadMembers(groupId) {
  /** @type {Member[]} */
  const members = [];
  let cursor = null;
  do {
    const page = await api.get(`/groups/${groupId}/members`, { limit: 100, cursor });
    members.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor && members.length < 500);
  change((now) => withMembers(now, groupId, members));
}

/** @param {Id} groupId @param {Id} userId */
export const addMember = (groupId, userId) => api.put(`/groups/${groupId}/members/${userId}`, {});

/** @param {Id} groupId @param {Id} userId */
export const removeMember = (groupId, userId) => api.remove(`/groups/${groupId}/members/${userId}`);

/** Others by name; for choosing one of them. @param {string} query */
export async function findPeople(query) {
  const page = await api.get("/users", { query, limit: 30 });
  change((now) => withStatuses(withUsers(now, page.items), page.items.map((/** @type {any} */ one) => one.status)));
  const people = /** @type {import("./protocol.js").Person[]} */ (page.items);
  return people.filter((person) => person.id !== known().me.id && person.is_active);
}

/* ------------------------------------------------------------------ yourself */

/** @param {Pick<MyStatus, "manual_status" | "do_not_disturb" | "invisible">} wanted */
export async function setStatus(wanted) {
  const me = await api.put("/me/status", wanted);
  change((now) => withMe(now, me));
}

/** @param {Partial<Pick<Me, "name" | "username" | "email" | "bio">>} wanted */
export async function changeMe(wanted) {
  const me = await withPassword(() => api.patch("/me", wanted));
  if (me) change((now) => withMe(now, me));
}

/**
 * Asks before something that cannot be taken back.
 * @param {{ title: string, text: string, action: string, isDanger?: boolean, needsPassword?: boolean }} asked
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, action, isDanger = true, needsPassword = false }) {
  return new Promise((done) => {
    const answer = (/** @type {boolean} */ yes) => {
      question.value = null;
      done(yes);
    };
    question.value = { title, text, action, isDanger, needsPassword, answer };
  });
}

/** Thrown when the person would rather not give the password. */
export class NotConfirmed extends Error {}

/**
 * Does something that wants a fresh password, asking for it when told to.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPassword(work) {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error, "password_needed")) throw error;
    const isConfirmed = await ask({
      title: say.confirmTitle, text: say.confirmText, action: say.confirm, isDanger: false, needsPassword: true,
    });
    if (!isConfirmed) throw new NotConfirmed();
    return work();
  }
}
