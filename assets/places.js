/**
 * People and conversations: their keys, their facts, and how far I have read. Pure.
 *
 * A conversation is named by a key: "g:<group id>" or "d:<direct id>". A
 * thread is one, too: "t:<id of its first message>".
 *
 * @import { Direct, Id, Message, MyGroup, Place, Status, ThreadMark, User } from "./protocol.js"
 * @import { State } from "./state.js"
 */

/** @param {Place} place @returns {string} */
export const keyOf = (place) => (place.group_id ? `g:${place.group_id}` : `d:${place.direct_id}`);

/** @param {string} key @returns {Place} */
export const placeOf = (key) => (key.startsWith("g:") ? { group_id: key.slice(2) } : { direct_id: key.slice(2) });

/** Of a message, or of anything else that was said or kept somewhere. @param {{ group_id: Id | null, direct_id: Id | null }} message */
export const keyOfMessage = (message) =>
  (message.group_id ? `g:${message.group_id}` : `d:${message.direct_id}`);

/** @param {Id} rootId */
export const threadKey = (rootId) => `t:${rootId}`;

/** @param {string} key */
export const isThread = (key) => key.startsWith("t:");

/** A message's place on a timeline, 0 if it is not on it. @param {string} key @param {Message} message */
export const ordinalIn = (key, message) => (isThread(key) ? message.thread_ordinal : message.ordinal) ?? 0;

/** Whether a message is said there. @param {string} key @param {Message} message */
export const isIn = (key, message) => (isThread(key) ? message.thread_root_id === key.slice(2)
  : message.ordinal !== null && keyOfMessage(message) === key);

/** On a timeline, but nothing to be read. @param {Message} message */
export const isSilent = (message) => message.deleted_at !== null || message.kind === "system";

/**
 * @template {{ id: Id }} T
 * @param {T[]} rows
 * @returns {Record<Id, T>}
 */
export const byId = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

/** @param {State} state @param {User[]} users @returns {State} */
export function withUsers(state, users) {
  const fresh = users.filter((user) => !sameUser(state.users[user.id], user));
  if (!fresh.length) return state;
  return { ...state, users: { ...state.users, ...byId(fresh.map(plainUser)) } };
}

/** A Person without its status, which lives elsewhere. @param {User} user @returns {User} */
const plainUser = ({ id, username, name, bio, is_active, created_at }) =>
  ({ id, username, name, bio, is_active, created_at });

/** @param {User | undefined} a @param {User} b */
const sameUser = (a, b) => a !== undefined && a.name === b.name && a.username === b.username
  && a.bio === b.bio && a.is_active === b.is_active;

/** @param {State} state @param {Status[]} statuses @returns {State} */
export function withStatuses(state, statuses) {
  if (!statuses.length) return state;
  const next = { ...state.statuses };
  for (const status of statuses) next[status.user_id] = status;
  return { ...state, statuses: next };
}

/** A conversation joined or begun through REST, ahead of its event. @param {State} state @param {MyGroup} group */
export const withGroup = (state, group) => ({ ...state, groups: { ...state.groups, [group.id]: group } });

/** @param {State} state @param {Direct} direct @returns {State} */
export const withDirect = (state, direct) =>
  withUsers({ ...state, directs: { ...state.directs, [direct.id]: direct } }, [direct.user]);

/** @param {State} state @param {ThreadMark} mark @returns {State} */
export const withMark = (state, mark) => ({ ...state, threads: { ...state.threads, [mark.thread_root_id]: mark } });

/* ------------------------------------------------------------------- reading */

/** Where a conversation ends and how far I have read it. @typedef {{ last: number, read: number, silent: number }} Ordinals */

/** @param {State} state @param {string} key @returns {Ordinals} */
export function ordinalsOf(state, key) {
  const id = key.slice(2);
  if (isThread(key)) {
    const newest = state.rooms[key]?.messages.at(-1)?.thread_ordinal ?? 0;
    const mark = state.threads[id];
    return { last: Math.max(newest, mark?.last_read_ordinal ?? 0), read: mark?.last_read_ordinal ?? newest, silent: 0 };
  }
  const { membership, last_ordinal: last } = state.groups[id] ?? {};
  if (membership) return { last, read: membership.last_read_ordinal, silent: membership.silent_unread };
  const direct = state.directs[id];
  if (!direct) return { last: 0, read: 0, silent: 0 };
  return { last: direct.last_ordinal, read: direct.last_read_ordinal, silent: direct.silent_unread };
}

/** Unread messages that call me, by ordinal, the newest first. @param {State} state @param {string} key @returns {number[]} */
export const mentionsOf = (state, key) =>
  (state.groups[key.slice(2)]?.membership ?? state.directs[key.slice(2)])?.unread_mentions ?? [];

/**
 * How many messages of a conversation I have not read; deleted ones and the server's own lines are none.
 * @param {State} state @param {string} key
 */
export function unreadOf(state, key) {
  if (isThread(key)) {
    const mark = state.threads[key.slice(2)];
    return mark?.is_following ? mark.unread_count : 0;
  }
  const { last, read, silent } = ordinalsOf(state, key);
  return Math.max(0, last - read - silent);
}

/**
 * Puts the read position where the server says it is, which may be further back.
 * @param {State} state @param {string} key @param {number} read @param {number} silent
 * @param {number[]} [mentions] unread messages that call me; without it, what is left of those that did
 * @returns {State}
 */
export function withPosition(state, key, read, silent, mentions) {
  const id = key.slice(2);
  const before = ordinalsOf(state, key);
  const held = mentionsOf(state, key);
  const unread_mentions = mentions ?? held.filter((ordinal) => ordinal > read);
  if (before.read === read && before.silent === silent && held.join() === unread_mentions.join()) return state;
  const group = state.groups[id];
  const position = { last_read_ordinal: read, silent_unread: silent, unread_mentions };
  if (group) return withGroup(state, { ...group, membership: { ...group.membership, ...position } });
  const direct = state.directs[id];
  return direct ? { ...state, directs: { ...state.directs, [id]: { ...direct, ...position } } } : state;
}

/**
 * Where I stand after all that I missed: what was counted along on the way is set right.
 * @param {State} state
 * @param {{ places: (Place & { last_read_ordinal: number, silent_unread: number, unread_mentions: number[] })[], threads: ThreadMark[] }} positions
 * @returns {State}
 */
export function withPositions(state, { places, threads }) {
  const placed = places.reduce((next, place) =>
    withPosition(next, keyOf(place), place.last_read_ordinal, place.silent_unread, place.unread_mentions), state);
  return threads.reduce(withMark, placed);
}

/**
 * I have read up to here; never backwards.
 * @param {State} state @param {string} key @param {number} ordinal
 * @returns {State}
 */
export function withRead(state, key, ordinal) {
  if (isThread(key)) return withThreadRead(state, key, ordinal);
  const { last, read, silent } = ordinalsOf(state, key);
  if (ordinal <= read) return state;
  const passed = state.rooms[key]?.messages.filter((message) => isSilent(message)
    && ordinalIn(key, message) > read && ordinalIn(key, message) <= ordinal).length ?? 0;
  return withPosition(state, key, ordinal, ordinal >= last ? 0 : Math.max(0, silent - passed));
}

/** @param {State} state @param {string} key @param {number} ordinal @returns {State} */
function withThreadRead(state, key, ordinal) {
  const mark = state.threads[key.slice(2)];
  if (!mark || mark.last_read_ordinal >= ordinal) return state;
  const room = state.rooms[key];
  const left = !room || room.hasLater ? mark.unread_count : room.messages.filter((message) =>
    !message.deleted_at && message.sender_id !== state.me.id && ordinalIn(key, message) > ordinal).length;
  return withMark(state, { ...mark, last_read_ordinal: ordinal, unread_count: left });
}
