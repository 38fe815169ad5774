/** Things to test with. */
import { fromBootstrap } from "../../assets/state.js";

/** @param {number} n */
export const id = (n) => `0193a2b4-0000-7000-8000-${String(n).padStart(12, "0")}`;
export const ME = id(1);
export const RUTH = id(2);
export const NOOR = id(3);
export const GROUP = id(20);
export const DIRECT = id(30);
export const KEY = `g:${GROUP}`;
export const DIRECT_KEY = `d:${DIRECT}`;
const WHEN = "2026-11-19T09:00:00.000Z";

export const user = (n, name) => ({ id: id(n), username: name.toLowerCase(), name, bio: "", is_active: true, created_at: WHEN });

/** A message of the group; `minute` after nine. */
export const message = (ordinal, change = {}) => ({
  id: id(100 + ordinal), group_id: GROUP, direct_id: null, sender_id: RUTH, receiver_id: null, client_id: id(1000 + ordinal),
  ordinal, kind: "text", content: `message ${ordinal}`, created_at: new Date(Date.parse(WHEN) + ordinal * 60_000).toISOString(),
  thread_root_id: null, thread_ordinal: null, reply_count: 0, last_reply_at: null, edited_at: null, deleted_at: null,
  pinned_at: null, pinned_by: null, version: 1, mentions: [], calls: null, attachments: [], happening: null, poll: null, ...change,
});

/** A reply in the thread of a message. */
export const reply = (root, ordinal, change = {}) => message(0, {
  id: id(300 + ordinal), client_id: id(1300 + ordinal), ordinal: null, thread_root_id: id(100 + root), thread_ordinal: ordinal,
  content: `reply ${ordinal}`, created_at: new Date(Date.parse(WHEN) + 3_600_000 + ordinal * 60_000).toISOString(), ...change,
});

export const group = (change = {}) => ({
  id: GROUP, workspace_id: id(10), name: "Greenhouse", topic: "", description: "", kind: "text", is_private: false,
  is_archived: false, is_primary: false, position: 1, version: 2, member_count: 2, last_ordinal: 3, created_by: ME,
  created_at: WHEN, membership: { role: "admin", joined_at: WHEN, last_read_ordinal: 2, silent_unread: 0, unread_mentions: [],
    is_muted: false, notification_level: null }, ...change,
});

export const bootstrap = (change = {}) => ({
  seq: 1000,
  server: { name: "Fernhill", version: "0.1.0", setup_needed: false, sign_up_open: false, demo: false },
  me: { ...user(1, "Ines"), email: null, server_role: "admin",
    status: { do_not_disturb: false, in_quiet_hours: false, invisible: false, manual_status: null },
    notifications: { keywords: [], quiet_hours: null } },
  session_id: id(60),
  workspaces: [{ id: id(10), name: "Fernhill", slug: "fernhill", description: "", owner_id: ME, created_at: WHEN, members_may_add_emoji: false, default_notification_level: "all", accent: "green", notification_level: "all", my_role: "owner" }],
  emoji: [],
  groups: [group()],
  directs: [{ id: DIRECT, user: user(3, "Noor"), created_at: WHEN, last_message_at: null, last_ordinal: 0, last_read_ordinal: 0, silent_unread: 0, unread_mentions: [] }],
  statuses: [],
  threads: [],
  drafts: [],
  saved: [],
  reminders: [],
  scheduled: [],
  open: { messages: [message(1), message(2), message(3)], users: [user(2, "Ruth")], has_earlier: false, has_later: false },
  ...change,
});

export const start = (change) => fromBootstrap(bootstrap(change), KEY);
