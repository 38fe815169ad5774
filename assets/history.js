/**
 * What was said, and what became of it: edits, deletions, reactions, pins,
 * threads. Pure.
 *
 * @import { Id, Message, MessagePage, Poll, Reaction } from "./protocol.js"
 * @import { Room, State } from "./state.js"
 */
import { withMentioned } from "./mentions.js";
import { isIn, keyOfMessage, mentionsOf, ordinalIn, ordinalsOf, threadKey, withGroup, withMark, withPosition, withRead, withUsers } from "./places.js";

/** Messages kept of one conversation; beyond it the far end is let go. */
export const MAX_KEPT = 500;
/** As many repliers are named under a message. */
const MAX_REPLIERS = 5;
const MAX_THREAD_UNREAD = 100;

/** @param {MessagePage} page @returns {Room} */
export const roomFrom = (page) => ({ messages: page.messages, hasEarlier: page.has_earlier, hasLater: page.has_later });

/** A deleted message stays in view only to hold its thread. @param {Message} message */
export const isShown = (message) => message.deleted_at === null || message.reply_count > 0;

/**
 * A page takes the place of what was held, or is joined to it.
 * @param {State} state @param {string} key @param {MessagePage} page
 * @param {"replace" | "before" | "after"} how
 * @returns {State}
 */
export function withPage(state, key, page, how) {
  const known = withUsers(state, page.users);
  const room = state.rooms[key];
  const next = !room || how === "replace" ? roomFrom(page) : joined(key, room, page, how);
  return { ...known, rooms: { ...known.rooms, [key]: next } };
}

/** @param {string} key @param {Room} room @param {MessagePage} page @param {"before" | "after"} how @returns {Room} */
function joined(key, room, page, how) {
  const held = new Set(room.messages.map((message) => message.id));
  const fresh = page.messages.filter((message) => !held.has(message.id));
  if (how === "before") {
    const messages = [...fresh, ...room.messages];
    const isCut = messages.length > MAX_KEPT;
    return { messages: messages.slice(0, MAX_KEPT), hasEarlier: page.has_earlier, hasLater: room.hasLater || isCut };
  }
  const messages = inOrder(key, [...room.messages, ...fresh]);
  const isCut = messages.length > MAX_KEPT;
  return { messages: messages.slice(-MAX_KEPT), hasEarlier: room.hasEarlier || isCut, hasLater: page.has_later };
}

/** @param {string} key @param {Message[]} messages */
const inOrder = (key, messages) => messages.sort((a, b) => ordinalIn(key, a) - ordinalIn(key, b));

/**
 * Somebody reads far above the end, and what is held is nearly full: the newest are let go, not what is being read.
 * They are fetched again on the way down.
 * @param {State} state @param {string} key @param {number} ordinal the last to keep
 * @returns {State}
 */
export function withoutNewest(state, key, ordinal) {
  const room = state.rooms[key];
  const kept = room?.messages.filter((message) => ordinalIn(key, message) <= ordinal) ?? [];
  if (!room || kept.length === 0 || kept.length === room.messages.length) return state;
  return { ...state, rooms: { ...state.rooms, [key]: { ...room, messages: kept, hasLater: true } } };
}

/** Forgets the history of all conversations but the ones named. @param {State} state @param {string[]} keys */
export function onlyRooms(state, keys) {
  const rooms = Object.fromEntries(Object.entries(state.rooms).filter(([key]) => keys.includes(key)));
  return { ...state, rooms };
}

/* ----------------------------------------------------------- something is said */

/**
 * A message that was committed: told by an event, or by the answer to its sender.
 * @param {State} state @param {Message} message @param {number} [rootReplyCount] known from the event of a reply
 * @returns {State}
 */
export function withMessage(state, message, rootReplyCount) {
  const key = keyOfMessage(message);
  const root = message.thread_root_id;
  if (message.kind === "system") return withArrival(withLastOrdinal(withOneMoreSilent(state, key, message), key, message), key, message);
  let next = state;
  if (message.ordinal !== null) next = withMentioned(withArrival(withLastOrdinal(next, key, message), key, message), message);
  if (root) next = withArrival(next, threadKey(root), message);
  if (root && rootReplyCount !== undefined) next = withReply(next, root, message, rootReplyCount);
  // The server takes it that who writes has read; it sends no word of that.
  if (message.sender_id !== state.me.id) return next;
  if (root) next = withRead(next, threadKey(root), message.thread_ordinal ?? 0);
  return message.ordinal === null ? next : withRead(next, key, message.ordinal);
}

/** @param {State} state @param {string} key @param {Message} message @returns {State} */
export function withArrival(state, key, message) {
  const room = state.rooms[key];
  if (!room || room.hasLater || room.messages.some((held) => held.id === message.id)) return state;
  const last = room.messages.at(-1);
  // An answer may overtake an event: put it where it belongs, keep the order of the server.
  const messages = !last || ordinalIn(key, last) < ordinalIn(key, message)
    ? [...room.messages, message]
    : inOrder(key, [...room.messages, message]);
  const isCut = messages.length > MAX_KEPT;
  const next = { ...room, messages: messages.slice(-MAX_KEPT), hasEarlier: room.hasEarlier || isCut };
  return { ...state, rooms: { ...state.rooms, [key]: next } };
}

/** @param {State} state @param {string} key @param {Message} message @returns {State} */
function withLastOrdinal(state, key, message) {
  const id = key.slice(2);
  const ordinal = message.ordinal ?? 0;
  const group = state.groups[id];
  if (group && group.last_ordinal < ordinal) return withGroup(state, { ...group, last_ordinal: ordinal });
  const direct = state.directs[id];
  if (direct && direct.last_ordinal < ordinal) {
    const last_message_at = message.kind === "system" ? direct.last_message_at : message.created_at;
    const next = { ...direct, last_ordinal: ordinal, last_message_at };
    return { ...state, directs: { ...state.directs, [id]: next } };
  }
  return state;
}

/** What is not to be read after the read position does not count as unread. @param {State} state @param {string} key @param {Message} message @returns {State} */
function withOneMoreSilent(state, key, message) {
  const { read, silent } = ordinalsOf(state, key);
  return (message.ordinal ?? 0) > read ? withPosition(state, key, read, silent + 1) : state;
}

/**
 * What a reply changes at the message it answers, and at how I stand to the thread.
 * @param {State} state @param {Id} rootId @param {Message} reply @param {number} count @returns {State}
 */
function withReply(state, rootId, reply, count) {
  const next = changeMessage(state, rootId, (root) => {
    const repliers = [reply.sender_id, ...(root.repliers ?? []).filter((one) => one !== reply.sender_id)];
    const isLatest = !root.last_reply_at || root.last_reply_at <= reply.created_at;
    return { ...root, reply_count: count, last_reply_at: isLatest ? reply.created_at : root.last_reply_at,
      repliers: repliers.slice(0, MAX_REPLIERS) };
  });
  const mark = next.threads[rootId];
  if (!mark || reply.sender_id === state.me.id || (reply.thread_ordinal ?? 0) <= mark.last_read_ordinal) return next;
  return withMark(next, { ...mark, unread_count: Math.min(MAX_THREAD_UNREAD, mark.unread_count + 1) });
}

/* ------------------------------------------------------- and changes afterwards */

/**
 * Changes a message wherever it is held.
 * @param {State} state @param {Id} id @param {(message: Message) => Message} change
 * @returns {State}
 */
export function changeMessage(state, id, change) {
  let { rooms, loose } = state;
  for (const [key, room] of Object.entries(state.rooms)) {
    const at = room.messages.findIndex((message) => message.id === id);
    if (at !== -1) rooms = { ...rooms, [key]: { ...room, messages: room.messages.with(at, change(room.messages[at])) } };
  }
  if (loose[id]) loose = { ...loose, [id]: change(loose[id]) };
  return rooms === state.rooms && loose === state.loose ? state : { ...state, rooms, loose };
}

/**
 * The newer of the two; what only answers tell is kept.
 * @param {Message} held @param {Message} told @returns {Message}
 */
export const newer = (held, told) => (told.version < held.version || (held.deleted_at && !told.deleted_at) ? held
  : { ...told, reactions: told.reactions ?? held.reactions, repliers: told.repliers ?? held.repliers, poll: newerPoll(held.poll, told.poll) });

/** @param {Poll | null | undefined} held @param {Poll | null | undefined} told */
const newerPoll = (held, told) => (held && told && held.revision > told.revision ? held : told ?? null);

/** A message was edited, pinned or unpinned. @param {State} state @param {Message} message @returns {State} */
export const withUpdated = (state, message) =>
  withMentioned(withPin(changeMessage(state, message.id, (held) => newer(held, message)), message), message);

/** The list of pins, where it was loaded: the latest first. @param {State} state @param {Message} message @returns {State} */
function withPin(state, message) {
  const key = keyOfMessage(message);
  const pins = state.pins[key];
  if (!pins) return state;
  const isThere = pins.includes(message.id);
  const isPinned = message.pinned_at !== null && message.deleted_at === null;
  if (isThere === isPinned) return state;
  const next = isPinned ? [message.id, ...pins] : pins.filter((id) => id !== message.id);
  const known = isPinned ? withLoose(state, [message]) : state;
  return { ...known, pins: { ...known.pins, [key]: next } };
}

/**
 * A message was deleted. Unread ones no longer count.
 * @param {State} state @param {Message} message @param {number} [rootReplyCount] @returns {State}
 */
export function withDeleted(state, message, rootReplyCount) {
  const key = keyOfMessage(message);
  const root = message.thread_root_id;
  let next = changeMessage(state, message.id, (held) => ({ ...newer(held, message), reactions: [], pinned_at: null, pinned_by: null, poll: null }));
  next = withMentioned(withPin(next, message), message);
  if (message.kind === "text") next = withOneMoreSilent(next, key, message);
  if (!root) return next;
  if (rootReplyCount !== undefined) next = changeMessage(next, root, (held) => ({ ...held, reply_count: rootReplyCount }));
  const mark = next.threads[root];
  const wasUnread = mark && message.sender_id !== state.me.id && (message.thread_ordinal ?? 0) > mark.last_read_ordinal;
  return wasUnread ? withMark(next, { ...mark, unread_count: Math.max(0, mark.unread_count - 1) }) : next;
}

/**
 * A post came from another forum. What is known of its thread is known of it here.
 * @param {State} state @param {Message} message @returns {State}
 */
export function withMovedIn(state, message) {
  const key = keyOfMessage(message);
  let next = withMentioned(withLastOrdinal(changeMessage(state, message.id, (held) => newer(held, message)), key, message), message);
  const { read, silent } = ordinalsOf(next, key);
  if (message.deleted_at && (message.ordinal ?? 0) > read) next = withPosition(next, key, read, silent + 1);
  const mark = next.threads[message.id];
  if (mark) next = withMark(next, { ...mark, group_id: message.group_id ?? undefined });
  // What was said in it meanwhile was not told: there is more to fetch than what is held.
  const room = next.rooms[threadKey(message.id)];
  const isBehind = room && (room.messages.at(-1)?.created_at ?? "") < (message.last_reply_at ?? "");
  return isBehind ? { ...next, rooms: { ...next.rooms, [threadKey(message.id)]: { ...room, hasLater: true } } } : next;
}

/**
 * A post went to another forum. Its place is empty as if it were deleted; it and its thread are gone, unless they have
 * arrived where I am, too.
 * @param {State} state @param {Id} groupId @param {Id} id @param {number} ordinal @returns {State}
 */
export function withMovedOut(state, groupId, id, ordinal) {
  const key = `g:${groupId}`;
  const group = state.groups[groupId];
  let next = group && group.last_ordinal < ordinal ? withGroup(state, { ...group, last_ordinal: ordinal }) : state;
  const { read, silent } = ordinalsOf(next, key);
  const mentions = mentionsOf(next, key).filter((one) => one !== ordinal);
  next = withPosition(next, key, read, ordinal > read ? silent + 1 : silent, mentions);
  const isHere = findMessage(next, id)?.group_id === groupId || next.threads[id]?.group_id === groupId;
  if (!isHere) return next;
  const { [id]: _root, ...loose } = next.loose;
  const { [threadKey(id)]: _replies, ...rooms } = next.rooms;
  const { [id]: _mark, ...threads } = next.threads;
  return { ...next, loose, rooms, threads };
}

/** @param {State} state @param {Id} id @param {Reaction[]} reactions @returns {State} */
export const withReactions = (state, id, reactions) => changeMessage(state, id, (held) => ({ ...held, reactions }));

/** How a poll stands. @param {State} state @param {Id} id @param {Poll} poll @returns {State} */
export const withPoll = (state, id, poll) => changeMessage(state, id, (held) => (held.poll ? { ...held, poll: newerPoll(held.poll, poll) } : held));

/** What I have chosen in a poll. @param {State} state @param {Id} id @param {number[]} optionIds @param {number} revision @returns {State} */
export function withVotes(state, id, optionIds, revision) {
  const held = state.votes[id];
  return held && held.revision >= revision ? state : { ...state, votes: { ...state.votes, [id]: { optionIds, revision } } };
}

/** Messages that are shown outside of any timeline: pins, first messages of threads. @param {State} state @param {Message[]} messages @returns {State} */
export function withLoose(state, messages) {
  const loose = { ...state.loose };
  for (const message of messages) {
    const held = findMessage(state, message.id);
    loose[message.id] = held ? newer(held, message) : message;
  }
  return { ...state, loose };
}

/** @param {State} state @param {Id} id @returns {Message | undefined} */
export function findMessage(state, id) {
  if (state.loose[id]) return state.loose[id];
  for (const room of Object.values(state.rooms)) {
    const found = room.messages.find((message) => message.id === id);
    if (found) return found;
  }
  return undefined;
}

/** @param {State} state @param {string} key @param {MessagePage} page @returns {State} */
export function withPins(state, key, page) {
  const known = withLoose(withUsers(state, page.users), page.messages);
  return { ...known, pins: { ...known.pins, [key]: page.messages.map((message) => message.id) } };
}

/** My reaction, put on or taken off before the server says so. @param {Message} message @param {string} emoji @param {Id} me @param {boolean} on @returns {Reaction[]} */
export function toggled({ reactions = [] }, emoji, me, on) {
  const held = reactions.find((one) => one.emoji === emoji);
  if (!held) return on ? [...reactions, { emoji, count: 1, user_ids: [me] }] : reactions;
  if (held.user_ids.includes(me) === on) return reactions;
  const next = on ? { emoji, count: held.count + 1, user_ids: [...held.user_ids, me] }
    : { emoji, count: held.count - 1, user_ids: held.user_ids.filter((id) => id !== me) };
  return next.count > 0 ? reactions.map((one) => (one === held ? next : one)) : reactions.filter((one) => one !== held);
}

/** Of the messages of a timeline, the ones one sees. @param {string} key @param {Room} room @returns {Message[]} */
export const shownIn = (key, room) => room.messages.filter((message) => isIn(key, message) && isShown(message));
