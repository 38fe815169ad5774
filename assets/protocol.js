/**
 * The shapes that travel between the page and the server, as JSDoc types.
 *
 * Nothing here runs. `tsc --checkJs --strict` follows these types into every
 * other file; `tests/frames` holds an example of each frame, which both Rust
 * and JavaScript read, so that neither side can drift.
 *
 * Ids are UUID strings, times are RFC 3339 strings in UTC with milliseconds.
 *
 * @typedef {string} Id
 * @typedef {string} Instant
 *
 * @typedef {"user" | "manager" | "admin"} ServerRole
 * @typedef {"guest" | "member" | "moderator" | "admin" | "owner"} WorkspaceRole
 * @typedef {"member" | "moderator" | "admin"} GroupRole
 * @typedef {"all" | "mentions" | "nothing"} NotificationLevel
 * @typedef {"green" | "blue" | "plum" | "clay" | "slate"} Accent
 * @typedef {"online" | "idle" | "away" | "offline"} Presence
 *
 * What somebody wrote about themselves; `null` means nothing.
 * @typedef {{ text: string, emoji: string | null, expires_at: Instant | null }} ManualStatus
 *
 * How somebody looks to others. Invisible people look offline here.
 * @typedef {{ user_id: Id, presence: Presence, do_not_disturb: boolean,
 *             manual_status: ManualStatus | null, last_seen: Instant | null }} Status
 *
 * `in_quiet_hours` goes by the schedule; others see one as busy then, too.
 * @typedef {{ do_not_disturb: boolean, in_quiet_hours: boolean, invisible: boolean,
 *             manual_status: ManualStatus | null }} MyStatus
 *
 * @typedef {{ id: Id, username: string, name: string, bio: string,
 *             is_active: boolean, created_at: Instant }} User
 * @typedef {User & { status: Status }} Person
 *
 * From `from` to `to` ("22:00") by the clock in `time_zone`, beginning on each of `days`; two equal times are a whole day.
 * @typedef {"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"} Weekday
 * @typedef {{ days: Weekday[], from: string, to: string, time_zone: string }} QuietHours
 *
 * @typedef {{ id: Id, username: string, name: string, email: string | null, bio: string,
 *             server_role: ServerRole, created_at: Instant, status: MyStatus,
 *             notifications: { keywords: string[], quiet_hours: QuietHours | null } }} Me
 *
 * @typedef {{ id: Id, user_agent: string, address: string, created_at: Instant,
 *             last_active_at: Instant, expires_at: Instant, is_current: boolean,
 *             is_connected: boolean }} Session
 *
 * @typedef {{ id: Id, name: string, slug: string, description: string, owner_id: Id,
 *             created_at: Instant, members_may_add_emoji: boolean, default_notification_level: NotificationLevel,
 *             accent: Accent }} Workspace
 * `notification_level`: of what I want to be told where I set nothing else.
 * @typedef {Workspace & { my_role: WorkspaceRole, notification_level: NotificationLevel }} MyWorkspace
 *
 * An emoji of a workspace's own, written as ":name:"; its picture is at /api/v1/emoji/{id}.
 * @typedef {{ id: Id, name: string }} EmojiMark
 * @typedef {EmojiMark & { workspace_id: Id, kind: "png" | "gif" | "webp", width: number, height: number, size_bytes: number,
 *             created_by: Id | null, created_at: Instant }} CustomEmoji
 *
 * `last_ordinal` is the ordinal of its newest message, 0 when there is none.
 * @typedef {{ id: Id, workspace_id: Id, name: string, topic: string, description: string,
 *             kind: "text" | "forum" | "voice", is_private: boolean, is_archived: boolean,
 *             is_primary: boolean, position: number, version: number, member_count: number,
 *             last_ordinal: number, created_by: Id | null, created_at: Instant, tags?: Tag[] }} Group
 *
 * What posts of a forum group can bear.
 * @typedef {"grey" | "green" | "brass" | "red" | "blue" | "violet"} TagColour
 * @typedef {{ id: Id, name: string, colour: TagColour }} Tag
 *
 * What makes a message a post. `version` grows with each change of title or tags. The title of a deleted one is "".
 * @typedef {{ title: string, version: number, tag_ids: Id[], solved_at: Instant | null, solved_by: Id | null,
 *             solution_id: Id | null }} Post
 *
 * Posts of a forum, the latest first. `pinned` ones stand on top of the list; they come where it begins.
 * @typedef {{ pinned: Message[], items: Message[], users: User[], next_before: number | null }} Posts
 *
 * A group that a message names by `#handle`, for who may see it; `name` is what it is called now.
 * @typedef {{ message_id: Id, handle: string, group_id: Id, name: string }} GroupMention
 *
 * My place in a group. Unread messages: `last_ordinal - last_read_ordinal - silent_unread`, the last being those after the
 * read position that do not count: deleted ones, and the server's own lines. `unread_mentions`: the ordinals of those that
 * call me, by name or with everybody, the newest first, at most 100.
 * @typedef {{ role: GroupRole, joined_at: Instant, last_read_ordinal: number, silent_unread: number,
 *             unread_mentions: number[], is_muted: boolean, notification_level: NotificationLevel | null }} Membership
 * @typedef {Group & { membership: Membership }} MyGroup
 *
 * A row of a group's member list. `role` is what counts in this group; `workspace_role` is theirs in the workspace.
 * @typedef {{ user: Person, role: GroupRole, workspace_role: WorkspaceRole, joined_at: Instant }} Member
 *
 * A direct conversation as one of the two sees it: `user` is the other one.
 * @typedef {{ id: Id, user: User, created_at: Instant, last_message_at: Instant | null,
 *             last_ordinal: number, last_read_ordinal: number, silent_unread: number, unread_mentions: number[] }} Direct
 *
 * One of `group_id` and `direct_id` is set. `ordinal` is its place on the conversation's timeline: 1, 2, 3, … without
 * gaps; null for a reply that is in its thread alone. `thread_ordinal` is its place in the thread of `thread_root_id`.
 * The text of a deleted message is "", and so is that of the server's own lines and of one that says nothing besides its
 * files. `repliers` are the latest to reply in its thread, at most 5.
 * @typedef {{ id: Id, group_id: Id | null, direct_id: Id | null, sender_id: Id, receiver_id: Id | null,
 *             client_id: Id, ordinal: number | null, thread_root_id: Id | null, thread_ordinal: number | null,
 *             reply_count: number, last_reply_at: Instant | null, kind: "text" | "system", content: string,
 *             created_at: Instant, edited_at: Instant | null, deleted_at: Instant | null,
 *             pinned_at: Instant | null, pinned_by: Id | null, version: number,
 *             reactions: Reaction[], repliers: Id[], mentions: Id[], calls: "everyone" | "here" | null,
 *             attachments: FileInfo[], previews: Preview[], happening: Happening | null, poll: Poll | null, post?: Post, forward_of?: Id }} Message
 *
 * `kind` and `mime_type` are told by what a file holds. A picture's `width` and `height` are as it is displayed; its small
 * form is there when `thumbnail` is "ready", and then `preview` is a 4 × 4 grid of it: 48 bytes in base64, red, green
 * and blue of each cell.
 * @typedef {"image" | "audio" | "video" | "text" | "other"} FileKind
 * @typedef {{ id: Id, name: string, kind: FileKind, mime_type: string, size_bytes: number,
 *             width: number | null, height: number | null, thumbnail: "none" | "pending" | "ready", preview: string | null,
 *             uploader_id: Id, created_at: Instant, expires_at: Instant | null }} FileInfo
 *
 * A file on its way, which has its id. `received_bytes` are on disk: go on from there, in pieces of at most `chunk_bytes`.
 * @typedef {{ id: Id, name: string, size_bytes: number, received_bytes: number, chunk_bytes: number,
 *             created_at: Instant, expires_at: Instant | null }} Upload
 *
 * A file where it was posted, and a page of them.
 * @typedef {{ file: FileInfo, message_id: Id, thread_root_id: Id | null, sender_id: Id, sent_at: Instant }} PostedFile
 * @typedef {{ items: PostedFile[], users: User[], next_cursor: string | null }} PostedFiles
 *
 * One's own file with the first message that has it, and what all of them take.
 * @typedef {{ file: FileInfo, message_id: Id | null, group_id: Id | null, direct_id: Id | null }} OwnFile
 * @typedef {{ used_bytes: number, quota_bytes: number, max_file_bytes: number, max_files_per_message: number,
 *             chunk_bytes: number, public_links: boolean }} Storage
 *
 * A public link. Its token is told when it is made, and never again; `path` leads to the file.
 * @typedef {{ id: Id, file_id: Id, created_by: Id, created_at: Instant, expires_at: Instant | null }} FileLink
 * @typedef {{ link: FileLink, token: string, path: string }} MadeLink
 *
 * Where a link of a message leads. `position`: which link, from 1 to 3. The image is asked for by message and position.
 * @typedef {{ position: number, url: string, title: string, site: string, description: string,
 *             image: { width: number, height: number } | null }} Preview
 *
 * What the server tells in a message of kind "system"; who did it is its sender. `null` for what this page does not know.
 * `thread_root_id` is set where the pinned message is in that thread alone.
 * @typedef {{ what: "joined" } | { what: "left" } | { what: "added", user_id: Id } | { what: "removed", user_id: Id }
 *   | { what: "renamed", was: string, is: string } | { what: "topic_changed", is: string } | { what: "description_changed" }
 *   | { what: "made_private" } | { what: "made_public" } | { what: "archived" } | { what: "unarchived" }
 *   | { what: "pinned", message_id: Id, thread_root_id: Id | null }} Happening
 *
 * A poll as it stands; the question is the message's text. Of two accounts the one with the greater revision is the
 * present one. `user_ids` names the first 10 who chose an answer, nobody when the poll is anonymous.
 * @typedef {{ id: number, text: string, vote_count: number, user_ids: Id[] }} PollOption
 * @typedef {{ options: PollOption[], voter_count: number, is_multiple: boolean, is_anonymous: boolean,
 *             closes_at: Instant | null, closed_at: Instant | null, revision: number }} Poll
 *
 * The answer to who said something. `not_in_group`: who was called by name but is not in the group, where I may add them.
 * @typedef {{ message: Message, not_in_group: User[] }} Sent
 *
 * Messages that call me by name, the newest first.
 * @typedef {{ items: Message[], users: User[], next_before: Id | null }} Mentions
 *
 * A message that was found, and the piece of its text that shows why. `marks` are in UTF-16 code units of `text`;
 * `is_inside`: what was looked for is inside of its words only.
 * @typedef {{ message: Message, excerpt: { text: string, marks: { start: number, end: number }[], has_before: boolean, has_after: boolean }, is_inside: boolean }} Hit
 *
 * @typedef {{ items: Hit[], users: User[], next_cursor: string | null, unknown_filters: string[], is_reading: boolean }} Hits
 *
 * `user_ids` names the first 100.
 * @typedef {{ emoji: string, count: number, user_ids: Id[] }} Reaction
 *
 * What a message said before an edit.
 * @typedef {{ version: number, content: string, written_at: Instant }} Edit
 *
 * How I stand to a thread. `unread_count`: replies by others after the read position, at most 100.
 * @typedef {Place & { thread_root_id: Id, is_following: boolean, last_read_ordinal: number, unread_count: number }} ThreadMark
 *
 * @typedef {{ root: Message, is_following: boolean, last_ordinal: number, last_read_ordinal: number,
 *             unread_count: number }} Thread
 * @typedef {{ items: Thread[], users: User[], next_before: Instant | null }} Inbox
 *
 * What I have begun to write, in a conversation or in a thread of it; empty when there is nothing any more.
 * @typedef {{ group_id: Id | null, direct_id: Id | null, thread_root_id: Id | null, content: string, updated_at: Instant }} KeptDraft
 * @typedef {{ message_id: Id, group_id: Id | null, direct_id: Id | null, saved_at: Instant }} SavedMark
 *
 * `told_at`: when it was told; it stays until it is done.
 * @typedef {{ message_id: Id, group_id: Id | null, direct_id: Id | null, remind_at: Instant, told_at: Instant | null }} Reminder
 *
 * A message that goes out at a time; `failure` says why it did not.
 * @typedef {{ id: Id, group_id: Id | null, direct_id: Id | null, thread_root_id: Id | null, also_on_timeline: boolean,
 *             client_id: Id, content: string, send_at: Instant, failed_at: Instant | null,
 *             failure: "no_longer_there" | "place_closed" | "thread_gone" | "account_closed" | "refused" | null,
 *             version: number, created_at: Instant }} Scheduled
 *
 * Oldest first. `users` are the senders on this page.
 * @typedef {{ messages: Message[], users: User[], has_earlier: boolean, has_later: boolean }} MessagePage
 *
 * @typedef {{ id: Id, group_id: Id, created_by: Id, created_at: Instant, expires_at: Instant,
 *             max_uses: number | null, uses: number, role: "member" | "guest", email: string | null,
 *             revoked_at: Instant | null }} Invite
 * The code is told once, to its creator; `url` carries it in the fragment.
 * @typedef {{ invite: Invite, code: string, url: string }} NewInvite
 * What the holder of a code may know.
 * @typedef {{ workspace_name: string, group_name: string, group_topic: string, inviter_name: string,
 *             expires_at: Instant, email: string | null }} Invitation
 *
 * @typedef {{ name: string, version: string, setup_needed: boolean, sign_up_open: boolean, demo: boolean }} Server
 *
 * Everything the page needs to draw itself, as of `seq`.
 * @typedef {{ seq: number, server: Server, me: Me, session_id: Id, workspaces: MyWorkspace[],
 *             emoji: { workspace_id: Id, emoji: EmojiMark[] }[],
 *             groups: MyGroup[], directs: Direct[], statuses: Status[], threads: ThreadMark[], drafts: KeptDraft[], saved: SavedMark[],
 *             reminders: Reminder[], scheduled: Scheduled[], open: MessagePage | null }} Bootstrap
 *
 * `token` is there only when it was asked for; a browser gets a cookie instead.
 * @typedef {{ me: Me, session: Session, token?: string }} SignedIn
 *
 * For who looks after people and the server. `group` is `null` for one that is not mine to see.
 * @typedef {{ id: Id, name: string, username: string }} Named
 * @typedef {{ id: Id, name: string }} NamedGroup
 * @typedef {"name" | "newest" | "seen" | "unseen"} AccountOrder
 * @typedef {{ id: Id, username: string, name: string, email: string | null, server_role: ServerRole, is_active: boolean,
 *             created_at: Instant, last_login_at: Instant | null, group_count: number, device_count: number, status: Status }} Account
 * @typedef {{ id: Id, group: NamedGroup | null, made_by: Named, created_at: Instant, expires_at: Instant,
 *             max_uses: number | null, uses: number, role: "member" | "guest", email: string | null }} OpenInvite
 * @typedef {{ total_bytes: number, available_bytes: number, reserve_bytes: number }} DiskSpace
 * @typedef {{ counted_at: Instant, database_bytes: number, log_bytes: number, files_bytes: number, awaited_bytes: number,
 *             files_quota_bytes: number | null, person_quota_bytes: number, kinds: { kind: FileInfo["kind"], count: number, bytes: number }[],
 *             people: { user: Named, bytes: number }[], disk: DiskSpace, swept_at: Instant | null }} StorageReport
 * @typedef {{ checked_at: Instant, version: string, started_at: Instant, uptime_secs: number,
 *             storage: "fine" | "full" | "read_only" | "failed", writer_ms: number | null, clock_is_believed: boolean,
 *             connections: number, messages_in_last_day: number, last_backup: { at: Instant, size_bytes: number } | null,
 *             memory_bytes: number | null, log_bytes: number, disk: DiskSpace }} HealthReport
 * `actor_id` is `null` for what was done on the command line.
 * @typedef {{ seq: number, created_at: Instant, actor_id: Id | null, action: string, address: string | null,
 *             detail: { user_id?: Id, group_id?: Id | null, devices?: number, setting?: string, was?: string, is?: unknown,
 *                       max_uses?: number | null } | null }} AuditLine
 *
 * RFC 9457. `code` is stable; `field` names the input at fault; `current` is there on code "stale".
 * @typedef {{ type: string, title: string, status: number, code: string, detail: string,
 *             field?: string, retry_after_secs?: number, max_bytes?: number, quota_bytes?: number, used_bytes?: number, current?: unknown, request_id?: string }} Problem
 *
 * Names a conversation: exactly one of the two.
 * @typedef {{ group_id?: Id, direct_id?: Id }} Place
 *
 * Events of the log. They carry `seq`, which only grows.
 * @typedef {{ type: "message_created", seq: number, data: { message: Message, root_reply_count?: number } }
 *   | { type: "message_updated", seq: number, data: { message: Message } }
 *   | { type: "message_deleted", seq: number, data: { message: Message, root_reply_count?: number } }
 *   | { type: "post_moved_in", seq: number, data: { message: Message } }
 *   | { type: "post_moved_out", seq: number, data: { group_id: Id, message_id: Id, ordinal: number } }
 *   | { type: "reactions_updated", seq: number, data: Place & { message_id: Id, reactions: Reaction[] } }
 *   | { type: "poll_updated", seq: number, data: Place & { message_id: Id, poll: Poll } }
 *   | { type: "votes_updated", seq: number, data: Place & { message_id: Id, option_ids: number[], revision: number } }
 *   | { type: "thread_updated", seq: number, data: ThreadMark }
 *   | { type: "read_updated", seq: number, data: Place & { last_read_ordinal: number, silent_unread: number, unread_mentions: number[] } }
 *   | { type: "draft_updated", seq: number, data: KeptDraft }
 *   | { type: "message_saved", seq: number, data: SavedMark }
 *   | { type: "message_unsaved", seq: number, data: { message_id: Id } }
 *   | { type: "reminder_updated", seq: number, data: { reminder: Reminder } }
 *   | { type: "reminder_due", seq: number, data: { reminder: Reminder } }
 *   | { type: "reminder_removed", seq: number, data: { message_id: Id } }
 *   | { type: "scheduled_updated", seq: number, data: { scheduled: Scheduled } }
 *   | { type: "scheduled_removed", seq: number, data: { scheduled_id: Id } }
 *   | { type: "kept_in_group", seq: number, data: { group_id: Id, drafts: KeptDraft[], saved: SavedMark[], reminders: Reminder[] } }
 *   | { type: "direct_created", seq: number, data: { direct: Direct } }
 *   | { type: "group_created", seq: number, data: { group: Group } }
 *   | { type: "group_updated", seq: number, data: { group: Group } }
 *   | { type: "group_hidden", seq: number, data: { group_id: Id } }
 *   | { type: "group_joined", seq: number, data: { group: MyGroup } }
 *   | { type: "membership_updated", seq: number, data: { group_id: Id, is_muted: boolean, notification_level: NotificationLevel | null } }
 *   | { type: "workspace_membership_updated", seq: number, data: { workspace_id: Id, notification_level: NotificationLevel } }
 *   | { type: "group_left", seq: number, data: { group_id: Id } }
 *   | { type: "member_added", seq: number, data: { group_id: Id, user: User, role: GroupRole, joined_at: Instant, member_count: number } }
 *   | { type: "member_updated", seq: number, data: { group_id: Id, user_id: Id, role: GroupRole } }
 *   | { type: "member_removed", seq: number, data: { group_id: Id, user_id: Id, member_count: number } }
 *   | { type: "user_updated", seq: number, data: { user: User } }
 *   | { type: "me_updated", seq: number, data: { me: Me } }
 *   | { type: "workspace_updated", seq: number, data: { workspace: Workspace } }
 *   | { type: "emoji_added", seq: number, data: { workspace_id: Id, emoji: EmojiMark } }
 *   | { type: "emoji_removed", seq: number, data: { workspace_id: Id, emoji_id: Id } }
 *   | { type: "workspace_role_updated", seq: number, data: { workspace_id: Id, user_id: Id, role: WorkspaceRole } }
 *   | { type: "my_status", seq: number, data: { status: MyStatus } }
 *   | { type: "sessions_ended", seq: number, data: { session_ids: Id[] } }
 * } LogEvent
 *
 * Frames outside the log: they are not repeated after a reconnection.
 * @typedef {{ type: "ready", data: { seq: number, resumed: boolean, heartbeat_secs: number } }
 *   | { type: "start_afresh", data: { seq: number, heartbeat_secs: number } }
 *   | { type: "positions", data: { threads: ThreadMark[],
 *       places: (Place & { last_read_ordinal: number, silent_unread: number, unread_mentions: number[] })[] } }
 *   | { type: "typing", data: Place & { user_id: Id } }
 *   | { type: "presence", data: { statuses: Status[] } }
 *   | { type: "pong", reply_to: number }
 *   | { type: "ack", reply_to: number, data: any }
 *   | { type: "error", reply_to: number | null, data: Problem }
 * } Signal
 *
 * @typedef {LogEvent | Signal} ServerFrame
 *
 * What a client may ask for in a frame; `id` comes back as `reply_to`.
 * @typedef {{ id: number, type: "ping" }
 *   | { id: number, type: "send_message", data: Place & { client_id: Id, content: string, thread_root_id?: Id, also_on_timeline?: boolean, file_ids?: Id[], title?: string, tag_ids?: Id[] } }
 *   | { id: number, type: "mark_read", data: Place & { message_id: Id } }
 *   | { id: number, type: "typing", data: Place }
 *   | { id: number, type: "set_activity", data: { active: boolean } }
 *   | { id: number, type: "watch_presence", data: { user_ids: Id[] } }
 * } ClientFrame
 */

export {};
