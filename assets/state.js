/**
 * What this page knows, and how events change it. Pure: nothing here touches
 * the network, the clock or the document, and applying an event twice is the
 * same as applying it once.
 *
 * @import { Bootstrap, Group, Id, LogEvent, Me, Member, Message, MyGroup, MyWorkspace, Server, Status, ThreadMark,
 *   User } from "./protocol.js"
 *
 * What is held of a conversation's history: a stretch without gaps, oldest first. Deleted messages are in it, too.
 * @typedef {{ messages: Message[], hasEarlier: boolean, hasLater: boolean }} Room
 *
 * A row of a loaded member list, without the person, who is in `users`.
 * @typedef {{ user_id: Id, role: import("./protocol.js").GroupRole,
 *   workspace_role: import("./protocol.js").WorkspaceRole, joined_at: string }} MemberRow
 *
 * What I have chosen in a poll, as it was known at that revision of it.
 * @typedef {{ optionIds: number[], revision: number }} Votes
 *
 * `loose` are messages held outside of any room; `pins` are the pinned ones of conversations where they were asked for.
 * @typedef {{ seq: number, server: Server, me: Me, sessionId: Id,
 *   workspaces: MyWorkspace[], emoji: Record<Id, Record<string, Id>>, groups: Record<Id, MyGroup>, directs: Record<Id, import("./protocol.js").Direct>,
 *   users: Record<Id, User>, statuses: Record<Id, Status>, rooms: Record<string, Room>,
 *   members: Record<Id, MemberRow[]>, threads: Record<Id, ThreadMark>, loose: Record<Id, Message>,
 *   pins: Record<string, Id[]>, votes: Record<Id, Votes>, kept: import("./kept.js").Kept }} State
 */
import { roomFrom, withDeleted, withMessage, withMovedIn, withMovedOut, withPoll, withReactions, withUpdated, withVotes } from "./history.js";
import { keptFrom, keptOutside, withDraft, withKeptAgain, withoutKeptMessage, withoutReminder, withoutSaved, withoutScheduled, withReminder,
  withSaved, withScheduled } from "./kept.js";
import { byId, keyOf, withDirect, withGroup, withMark, withPosition, withStatuses, withUsers } from "./places.js";

export * from "./history.js";
export * from "./kept.js";
export * from "./places.js";

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
    workspaces: answer.workspaces, emoji: Object.fromEntries(answer.emoji.map((set) => [set.workspace_id, idsByName(set.emoji)])), groups: byId(answer.groups), directs: byId(answer.directs), users,
    statuses: Object.fromEntries(answer.statuses.map((status) => [status.user_id, status])),
    rooms: open && openKey ? { [openKey]: roomFrom(open) } : {}, members: {}, loose: {}, pins: {}, votes: {},
    kept: keptFrom(answer),
    threads: Object.fromEntries(answer.threads.map((mark) => [mark.thread_root_id, mark])),
  };
}

/** @param {import("./protocol.js").EmojiMark[]} marks @returns {Record<string, Id>} */
const idsByName = (marks) => Object.fromEntries(marks.map(({ id, name }) => [name, id]));

/** @param {State} state @param {Id} workspaceId @param {(held: [string, Id][]) => [string, Id][]} change @returns {State} */
const changeEmoji = (state, workspaceId, change) => ({
  ...state, emoji: { ...state.emoji, [workspaceId]: Object.fromEntries(change(Object.entries(state.emoji[workspaceId] ?? {}))) },
});

/** @param {Me} me @returns {User} */
export const asUser = (me) => ({
  id: me.id, username: me.username, name: me.name, bio: me.bio, is_active: true, created_at: me.created_at,
});

/** @param {State} state @param {Id} groupId @param {Member[]} members @returns {State} */
export function withMembers(state, groupId, members) {
  const rows = members.map(({ user, role, workspace_role, joined_at }) =>
    ({ user_id: user.id, role, workspace_role, joined_at }));
  const known = withStatuses(withUsers(state, members.map((row) => row.user)), members.map((row) => row.user.status));
  return { ...known, members: { ...known.members, [groupId]: rows } };
}

/** I left it, or may no longer see it. @param {State} state @param {Id} groupId @returns {State} */
export function withoutGroup(state, groupId) {
  const { [groupId]: _group, ...groups } = state.groups;
  const { [`g:${groupId}`]: _room, ...rooms } = state.rooms;
  const { [groupId]: _members, ...members } = state.members;
  const threads = Object.fromEntries(Object.entries(state.threads).filter(([, mark]) => mark.group_id !== groupId));
  const loose = Object.fromEntries(Object.entries(state.loose).filter(([, message]) => message.group_id !== groupId));
  return { ...state, groups, rooms, members, threads, loose, kept: keptOutside(state.kept, groupId) };
}

/** @param {State} state @param {Group} group @returns {State} */
export function withGroupFacts(state, group) {
  const mine = state.groups[group.id];
  if (!mine || mine.version > group.version) return state;
  // What counts up by other events must not step back.
  const last_ordinal = Math.max(mine.last_ordinal, group.last_ordinal);
  return withGroup(state, { ...mine, ...group, last_ordinal, membership: mine.membership });
}

/** How I want to hear of a group. @param {State} state @param {Id} groupId @param {Partial<import("./protocol.js").Membership>} wanted @returns {State} */
export function withAttention(state, groupId, wanted) {
  const mine = state.groups[groupId];
  return mine ? withGroup(state, { ...mine, membership: { ...mine.membership, ...wanted } }) : state;
}

/** Of what I want to be told in a workspace. @param {State} state @param {Id} id @param {import("./protocol.js").NotificationLevel} level @returns {State} */
export const withPlaceLevel = (state, id, level) => ({
  ...state, workspaces: state.workspaces.map((held) => (held.id === id ? { ...held, notification_level: level } : held)),
});

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
  message_created: (state, { message, root_reply_count }) => withMessage(state, message, root_reply_count),
  message_updated: (state, { message }) => withUpdated(state, message),
  message_deleted: (state, { message, root_reply_count }) => withoutKeptMessage(withDeleted(state, message, root_reply_count), message.id),
  post_moved_in: (state, { message }) => withMovedIn(state, message),
  post_moved_out: (state, { group_id, message_id, ordinal }) => withMovedOut(state, group_id, message_id, ordinal),
  reactions_updated: (state, { message_id, reactions }) => withReactions(state, message_id, reactions),
  poll_updated: (state, { message_id, poll }) => withPoll(state, message_id, poll),
  votes_updated: (state, { message_id, option_ids, revision }) => withVotes(state, message_id, option_ids, revision),
  thread_updated: (state, mark) => withMark(state, mark),
  read_updated: (state, data) => withPosition(state, keyOf(data), data.last_read_ordinal, data.silent_unread, data.unread_mentions),
  draft_updated: (state, draft) => withDraft(state, draft),
  message_saved: (state, saved) => withSaved(state, saved),
  message_unsaved: (state, { message_id }) => withoutSaved(state, message_id),
  reminder_updated: (state, { reminder }) => withReminder(state, reminder),
  reminder_due: (state, { reminder }) => withReminder(state, reminder),
  reminder_removed: (state, { message_id }) => withoutReminder(state, message_id),
  scheduled_updated: (state, { scheduled }) => withScheduled(state, scheduled),
  scheduled_removed: (state, { scheduled_id }) => withoutScheduled(state, scheduled_id),
  kept_in_group: (state, kept) => withKeptAgain(state, kept),
  direct_created: (state, { direct }) => withDirect(state, direct),
  group_created: (state) => state,
  group_updated: (state, { group }) => withGroupFacts(state, group),
  group_hidden: (state, { group_id }) => withoutGroup(state, group_id),
  group_joined: (state, { group }) => withGroup(state, group),
  membership_updated: (state, { group_id, is_muted, notification_level }) => withAttention(state, group_id, { is_muted, notification_level }),
  workspace_membership_updated: (state, { workspace_id, notification_level }) => withPlaceLevel(state, workspace_id, notification_level),
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
  emoji_added: (state, { workspace_id, emoji }) => changeEmoji(state, workspace_id, (held) => [...held, [emoji.name, emoji.id]]),
  emoji_removed: (state, { workspace_id, emoji_id }) => changeEmoji(state, workspace_id, (held) => held.filter(([, id]) => id !== emoji_id)),
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
