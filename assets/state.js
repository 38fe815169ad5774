/**
 * What this page knows, and how events change it. Pure: nothing here touches
 * the network, the clock or the document, and applying an event twice is the
 * same as applying it once.
 *
 * A conversation is named by a key: "g:<group id>" or "d:<direct id>".
 *
 * @import { Bootstrap, Direct, Group, Id, LogEvent, Me, Member, Message, MessagePage, MyGroup,
 *   MyWorkspace, Place, Server, Status, User } from "./protocol.js"
 *
 * What is held of a conversation's history: a stretch without gaps, oldest first.
 * @typedef {{ messages: Message[], hasEarlier: boolean, hasLater: boolean }} Room
 *
 * A row of a loaded member list, without the person, who is in `users`.
 * @typedef {{ user_id: Id, role: import("./protocol.js").GroupRole,
 *   workspace_role: import("./protocol.js").WorkspaceRole, joined_at: string }} MemberRow
 *
 * @typedef {{ seq: number, server: Server, me: Me, sessionId: Id,
 *   workspaces: MyWorkspace[], groups: Record<Id, MyGroup>, directs: Record<Id, Direct>,
 *   users: Record<Id, User>, statuses: Record<Id, Status>, rooms: Record<string, Room>,
 *   members: Record<Id, MemberRow[]> }} State
 */

/** Messages kept of one conversation; beyond it the far end is let go. */
export const MAX_KEPT = 300;

/** @param {Place} place @returns {string} */
export const keyOf = (place) => (place.group_id ? `g:${place.group_id}` : `d:${place.direct_id}`);

/** @param {string} key @returns {Place} */
export const placeOf = (key) => (key.startsWith("g:") ? { group_id: key.slice(2) } : { direct_id: key.slice(2) });

/** @param {Message} message */
export const keyOfMessage = (message) =>
  (message.group_id ? `g:${message.group_id}` : `d:${message.direct_id}`);

/**
 * @template {{ id: Id }} T
 * @param {T[]} rows
 * @returns {Record<Id, T>}
 */
const byId = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

/**
 * @param {Bootstrap} answer
 * @param {string | null} openKey the conversation whose page came along
 * @returns {State}
 */
export function fromBootstrap(answer, openKey) {
  const { me, open } = answer;
  const users = byId([...answer.directs.map((direct) => direct.user), ...(open?.users ?? []), asUser(me)]);
  return {
    seq: answer.seq, server: answer.server, me, sessionId: answer.session_id,
    workspaces: answer.workspaces, groups: byId(answer.groups), directs: byId(answer.directs), users,
    statuses: Object.fromEntries(answer.statuses.map((status) => [status.user_id, status])),
    rooms: open && openKey ? { [openKey]: roomOf(open) } : {}, members: {},
  };
}

/** @param {Me} me @returns {User} */
export const asUser = (me) => ({
  id: me.id, username: me.username, name: me.name, bio: me.bio, is_active: true, created_at: me.created_at,
});

/** @param {MessagePage} page @returns {Room} */
const roomOf = (page) => ({ messages: page.messages, hasEarlier: page.has_earlier, hasLater: page.has_later });

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

/**
 * A page takes the place of what was held, or is joined to it.
 * @param {State} state @param {string} key @param {MessagePage} page
 * @param {"replace" | "before" | "after"} how
 * @returns {State}
 */
export function withPage(state, key, page, how) {
  const known = withUsers(state, page.users);
  const room = state.rooms[key];
  const next = !room || how === "replace" ? roomOf(page) : joined(room, page, how);
  return { ...known, rooms: { ...known.rooms, [key]: next } };
}

/** @param {Room} room @param {MessagePage} page @param {"before" | "after"} how @returns {Room} */
function joined(room, page, how) {
  const held = new Set(room.messages.map((message) => message.id));
  const fresh = page.messages.filter((message) => !held.has(message.id));
  if (how === "before") {
    const messages = [...fresh, ...room.messages];
    const isCut = messages.length > MAX_KEPT;
    return { messages: messages.slice(0, MAX_KEPT), hasEarlier: page.has_earlier, hasLater: room.hasLater || isCut };
  }
  const messages = [...room.messages, ...fresh].sort((a, b) => a.ordinal - b.ordinal);
  const isCut = messages.length > MAX_KEPT;
  return { messages: messages.slice(-MAX_KEPT), hasEarlier: room.hasEarlier || isCut, hasLater: page.has_later };
}

/** Forgets the history of all conversations but the ones named. @param {State} state @param {string[]} keys */
export function onlyRooms(state, keys) {
  const rooms = Object.fromEntries(Object.entries(state.rooms).filter(([key]) => keys.includes(key)));
  return { ...state, rooms };
}

/** @param {State} state @param {Id} groupId @param {Member[]} members @returns {State} */
export function withMembers(state, groupId, members) {
  const rows = members.map(({ user, role, workspace_role, joined_at }) =>
    ({ user_id: user.id, role, workspace_role, joined_at }));
  const known = withStatuses(withUsers(state, members.map((row) => row.user)), members.map((row) => row.user.status));
  return { ...known, members: { ...known.members, [groupId]: rows } };
}

/** A conversation joined or begun through REST, ahead of its event. @param {State} state @param {MyGroup} group */
export const withGroup = (state, group) => ({ ...state, groups: { ...state.groups, [group.id]: group } });

/** @param {State} state @param {Direct} direct @returns {State} */
export const withDirect = (state, direct) =>
  withUsers({ ...state, directs: { ...state.directs, [direct.id]: direct } }, [direct.user]);

/**
 * How many messages of a conversation I have not read.
 * @param {State} state @param {string} key
 */
export function unreadOf(state, key) {
  const { last, read } = ordinalsOf(state, key);
  return Math.max(0, last - read);
}

/** @param {State} state @param {string} key @returns {{ last: number, read: number }} */
export function ordinalsOf(state, key) {
  const id = key.slice(2);
  const group = state.groups[id];
  if (group) return { last: group.last_ordinal, read: group.membership.last_read_ordinal };
  const direct = state.directs[id];
  return direct ? { last: direct.last_ordinal, read: direct.last_read_ordinal } : { last: 0, read: 0 };
}

/**
 * Moves a read position; never backwards.
 * @param {State} state @param {string} key @param {number} ordinal
 * @returns {State}
 */
export function withRead(state, key, ordinal) {
  const id = key.slice(2);
  const group = state.groups[id];
  if (group && group.membership.last_read_ordinal < ordinal) {
    return withGroup(state, { ...group, membership: { ...group.membership, last_read_ordinal: ordinal } });
  }
  const direct = state.directs[id];
  if (direct && direct.last_read_ordinal < ordinal) {
    return { ...state, directs: { ...state.directs, [id]: { ...direct, last_read_ordinal: ordinal } } };
  }
  return state;
}

/**
 * A message that was committed: told by an event, or by the answer to its sender.
 * @param {State} state @param {Message} message
 * @returns {State}
 */
export function withMessage(state, message) {
  const key = keyOfMessage(message);
  const heard = withLastOrdinal(state, key, message);
  // Who speaks has read what was said before, on all devices.
  const counted = message.sender_id === state.me.id ? withRead(heard, key, message.ordinal) : heard;
  const room = counted.rooms[key];
  if (!room || room.hasLater) return counted;
  if (room.messages.some((held) => held.id === message.id)) return counted;
  const last = room.messages.at(-1);
  // An answer may overtake an event: put it where it belongs, keep the order of the server.
  const messages = !last || last.ordinal < message.ordinal
    ? [...room.messages, message]
    : [...room.messages, message].sort((a, b) => a.ordinal - b.ordinal);
  const isCut = messages.length > MAX_KEPT;
  const next = { ...room, messages: messages.slice(-MAX_KEPT), hasEarlier: room.hasEarlier || isCut };
  return { ...counted, rooms: { ...counted.rooms, [key]: next } };
}

/** @param {State} state @param {string} key @param {Message} message @returns {State} */
function withLastOrdinal(state, key, message) {
  const id = key.slice(2);
  const group = state.groups[id];
  if (group && group.last_ordinal < message.ordinal) {
    return withGroup(state, { ...group, last_ordinal: message.ordinal });
  }
  const direct = state.directs[id];
  if (direct && direct.last_ordinal < message.ordinal) {
    const next = { ...direct, last_ordinal: message.ordinal, last_message_at: message.created_at };
    return { ...state, directs: { ...state.directs, [id]: next } };
  }
  return state;
}

/** @param {State} state @param {Id} groupId @returns {State} */
function withoutGroup(state, groupId) {
  const { [groupId]: _group, ...groups } = state.groups;
  const { [`g:${groupId}`]: _room, ...rooms } = state.rooms;
  const { [groupId]: _members, ...members } = state.members;
  return { ...state, groups, rooms, members };
}

/** @param {State} state @param {Group} group @returns {State} */
export function withGroupFacts(state, group) {
  const mine = state.groups[group.id];
  if (!mine || mine.version > group.version) return state;
  // What counts up by other events must not step back.
  const last_ordinal = Math.max(mine.last_ordinal, group.last_ordinal);
  return withGroup(state, { ...mine, ...group, last_ordinal, membership: mine.membership });
}

/** @param {State} state @param {Id} groupId @param {(rows: MemberRow[]) => MemberRow[]} change @returns {State} */
function changeMembers(state, groupId, change) {
  const rows = state.members[groupId];
  return rows ? { ...state, members: { ...state.members, [groupId]: change(rows) } } : state;
}

/** @param {State} state @param {Id} groupId @param {number} count @returns {State} */
function withMemberCount(state, groupId, count) {
  const group = state.groups[groupId];
  return group ? withGroup(state, { ...group, member_count: count }) : state;
}

/** @type {{ [T in LogEvent["type"]]: (state: State, data: any) => State }} */
const changes = {
  message_created: (state, { message }) => withMessage(state, message),
  read_updated: (state, data) => withRead(state, keyOf(data), data.last_read_ordinal),
  direct_created: (state, { direct }) => withDirect(state, direct),
  group_created: (state) => state,
  group_updated: (state, { group }) => withGroupFacts(state, group),
  group_hidden: (state, { group_id }) => withoutGroup(state, group_id),
  group_joined: (state, { group }) => withGroup(state, group),
  group_left: (state, { group_id }) => withoutGroup(state, group_id),
  member_added: (state, { group_id, user, role, joined_at, member_count }) => {
    const known = withMemberCount(withUsers(state, [user]), group_id, member_count);
    const row = { user_id: user.id, role, workspace_role: /** @type {const} */ ("member"), joined_at };
    return changeMembers(known, group_id, (rows) => [...rows.filter((held) => held.user_id !== user.id), row]);
  },
  member_updated: (state, { group_id, user_id, role }) => {
    const mine = user_id === state.me.id ? state.groups[group_id] : undefined;
    const next = mine ? withGroup(state, { ...mine, membership: { ...mine.membership, role } }) : state;
    return changeMembers(next, group_id, (rows) => rows.map((row) => (row.user_id === user_id ? { ...row, role } : row)));
  },
  member_removed: (state, { group_id, user_id, member_count }) => changeMembers(withMemberCount(state, group_id, member_count), group_id,
    (rows) => rows.filter((row) => row.user_id !== user_id)),
  user_updated: (state, { user }) => withUsersInDirects(withUsers(state, [user]), user),
  me_updated: (state, { me }) => withMe(state, me),
  my_status: (state, { status }) => withMe(state, { ...state.me, status }),
  workspace_updated: (state, { workspace }) => ({
    ...state,
    workspaces: state.workspaces.map((held) => (held.id === workspace.id ? { ...held, ...workspace } : held)),
  }),
  workspace_role_updated: (state, { workspace_id, user_id, role }) => withWorkspaceRole(state, workspace_id, user_id, role),
  sessions_ended: (state) => state,
};

/** @param {State} state @param {Me} me @returns {State} */
export const withMe = (state, me) => withUsers({ ...state, me }, [asUser(me)]);

/** @param {State} state @param {User} user @returns {State} */
function withUsersInDirects(state, user) {
  const direct = Object.values(state.directs).find((held) => held.user.id === user.id);
  return direct ? { ...state, directs: { ...state.directs, [direct.id]: { ...direct, user } } } : state;
}

/**
 * @param {State} state @param {Id} workspaceId @param {Id} userId
 * @param {import("./protocol.js").WorkspaceRole} role @returns {State}
 */
function withWorkspaceRole(state, workspaceId, userId, role) {
  let next = state;
  for (const groupId of Object.keys(state.members)) {
    if (state.groups[groupId]?.workspace_id !== workspaceId) continue;
    next = changeMembers(next, groupId, (rows) =>
      rows.map((row) => (row.user_id === userId ? { ...row, workspace_role: role } : row)));
  }
  if (userId !== state.me.id) return next;
  const workspaces = next.workspaces.map((held) => (held.id === workspaceId ? { ...held, my_role: role } : held));
  return { ...next, workspaces };
}

/**
 * The state after an event of the log. One that was applied before, or whose
 * kind is not known here, changes nothing but the place in the log.
 * @param {State} state @param {LogEvent} event
 * @returns {State}
 */
export function apply(state, event) {
  if (event.seq <= state.seq) return state;
  const change = changes[event.type];
  return { ...(change ? change(state, event.data) : state), seq: event.seq };
}

/** @param {{ type: string, seq?: number }} frame @returns {frame is LogEvent} */
export const isLogEvent = (frame) => typeof frame.seq === "number";
