-- Parlor's whole SQLite schema as it stands.
--
-- It is what all files of src/store/migrations give together, run in order on
-- an empty database; a test holds the two to each other.
--
-- Conventions
--   ids       UUIDv7 as 16-byte BLOBs, made by the writer
--   times     INTEGER, Unix milliseconds, UTC; they come from the program, but for triggers
--   flags     INTEGER 0 or 1
--   JSON      TEXT, checked with json_valid
--   *_key     a name in the one form in which it is compared (NFKC, case folded)
--   ordinal   a message's place in its conversation: 1, 2, 3, … without gaps, in the order of commit.
--             Unread messages are message_count - last_read_ordinal: no counting, and no write for each member.
-- Every foreign key is the left part of an index.

-- What there is one of for the whole server.
CREATE TABLE server (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  secret_key      BLOB    NOT NULL CHECK (length(secret_key) = 32),   -- signs known-device cookies
  setup_code_hash BLOB    CHECK (length(setup_code_hash) = 32),       -- SHA-256; NULL once set up
  sign_up_open    INTEGER NOT NULL DEFAULT 0 CHECK (sign_up_open IN (0, 1)),
  created_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE users (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  name_key       TEXT    NOT NULL,
  username       TEXT    NOT NULL UNIQUE CHECK (length(username) BETWEEN 3 AND 32),
  email          TEXT    UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
  password       TEXT    NOT NULL,                                    -- Argon2id, as a PHC string
  server_role    TEXT    NOT NULL DEFAULT 'user' CHECK (server_role IN ('user', 'manager', 'admin')),
  is_active      INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  is_banned      INTEGER NOT NULL DEFAULT 0 CHECK (is_banned IN (0, 1)),
  email_verified INTEGER NOT NULL DEFAULT 0 CHECK (email_verified IN (0, 1)),
  bio            TEXT    NOT NULL DEFAULT '' CHECK (length(bio) <= 1000),
  avatar         TEXT,
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  last_login_at  INTEGER
) STRICT;
CREATE INDEX users_by_name ON users (name_key, id);

-- One row for each signed-in device. The token itself is known to the device alone.
CREATE TABLE sessions (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  user_id        BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token_hash     BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  user_agent     TEXT    NOT NULL CHECK (length(user_agent) <= 250),
  address        TEXT    NOT NULL CHECK (length(address) <= 64),
  created_at     INTEGER NOT NULL,
  last_active_at INTEGER NOT NULL,
  password_at    INTEGER NOT NULL,                                    -- when the password was last given
  expires_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id, created_at);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Presence and status. The first write of a connection makes it online; see the trigger below for last_seen.
CREATE TABLE user_status (
  user_id           BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  manual_status     TEXT    CHECK (length(manual_status) BETWEEN 1 AND 140),
  manual_emoji      TEXT    CHECK (length(manual_emoji) BETWEEN 1 AND 32),
  manual_expires_at INTEGER,
  auto_status       TEXT    NOT NULL DEFAULT 'offline' CHECK (auto_status IN ('online', 'offline', 'away', 'idle')),
  do_not_disturb    INTEGER NOT NULL DEFAULT 0 CHECK (do_not_disturb IN (0, 1)),
  invisible         INTEGER NOT NULL DEFAULT 0 CHECK (invisible IN (0, 1)),
  shown_status      TEXT    CHECK (json_valid(shown_status)),         -- what others go on seeing while invisible
  last_seen         INTEGER,
  devices           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(devices)),
  updated_at        INTEGER NOT NULL,
  CHECK (manual_status IS NOT NULL OR (manual_emoji IS NULL AND manual_expires_at IS NULL))
) STRICT;
CREATE INDEX user_status_by_expiry ON user_status (manual_expires_at) WHERE manual_expires_at IS NOT NULL;
CREATE INDEX user_status_connected ON user_status (auto_status) WHERE auto_status <> 'offline';

-- Keeps updated_at and last_seen. While somebody is invisible last_seen stands still, so that it cannot give them away.
CREATE TRIGGER update_user_status_timestamp AFTER UPDATE ON user_status
WHEN NEW.updated_at = OLD.updated_at
BEGIN
  UPDATE user_status
     SET updated_at = max(OLD.updated_at + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER)),
         last_seen  = CASE WHEN OLD.invisible AND NEW.invisible THEN OLD.last_seen
                           ELSE CAST(unixepoch('subsec') * 1000 AS INTEGER) END
   WHERE user_id = NEW.user_id;
END;

CREATE TABLE workspaces (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  slug        TEXT    NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 80),
  description TEXT    NOT NULL DEFAULT '' CHECK (length(description) <= 1000),
  icon        TEXT,
  owner_id    BLOB    NOT NULL REFERENCES users (id),
  is_public   INTEGER NOT NULL DEFAULT 0 CHECK (is_public IN (0, 1)),
  settings    TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX workspaces_by_owner ON workspaces (owner_id);

CREATE TABLE workspace_members (
  workspace_id    BLOB    NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  user_id         BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role            TEXT    NOT NULL CHECK (role IN ('owner', 'admin', 'moderator', 'member', 'guest')),
  nickname        TEXT    CHECK (length(nickname) BETWEEN 1 AND 64),
  joined_at       INTEGER NOT NULL,
  last_visited_at INTEGER,
  PRIMARY KEY (workspace_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX workspace_members_by_user ON workspace_members (user_id);
CREATE UNIQUE INDEX workspace_has_one_owner ON workspace_members (workspace_id) WHERE role = 'owner';

-- Emoji of a workspace's own, with their pictures: small ones, at most 500 of them. The picture comes last in the row, so
-- that a list does not read it. Reactions and statuses hold ":name:" and outlive the emoji, as text.
CREATE TABLE custom_emoji (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  workspace_id BLOB    NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  name         TEXT    NOT NULL CHECK (length(name) BETWEEN 2 AND 32),
  kind         TEXT    NOT NULL CHECK (kind IN ('png', 'gif', 'webp')),
  width        INTEGER NOT NULL CHECK (width BETWEEN 1 AND 512),
  height       INTEGER NOT NULL CHECK (height BETWEEN 1 AND 512),
  created_by   BLOB    REFERENCES users (id),
  created_at   INTEGER NOT NULL,
  image        BLOB    NOT NULL CHECK (length(image) BETWEEN 1 AND 131072),
  UNIQUE (workspace_id, name)
) STRICT;
CREATE INDEX custom_emoji_by_creator ON custom_emoji (created_by);

-- The channels of a workspace.
CREATE TABLE groups (
  id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  workspace_id  BLOB    NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  name          TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  name_key      TEXT    NOT NULL,
  topic         TEXT    NOT NULL DEFAULT '' CHECK (length(topic) <= 250),
  description   TEXT    NOT NULL DEFAULT '' CHECK (length(description) <= 1000),
  kind          TEXT    NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'forum', 'voice')),
  is_private    INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
  is_archived   INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  is_primary    INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  position      INTEGER NOT NULL DEFAULT 0,
  version       INTEGER NOT NULL DEFAULT 1,                           -- grows with each change; a stale one is refused
  member_count  INTEGER NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  message_count INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= 0),
  created_by    BLOB    REFERENCES users (id),
  created_at    INTEGER NOT NULL,
  UNIQUE (workspace_id, name_key),
  CHECK (is_primary = 0 OR (is_private = 0 AND is_archived = 0))
) STRICT;
CREATE UNIQUE INDEX one_primary_group ON groups (is_primary) WHERE is_primary = 1;
CREATE INDEX groups_by_creator ON groups (created_by);

CREATE TABLE group_members (
  id                 BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  user_id            BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  group_id           BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  role               TEXT    CHECK (role IN ('admin', 'moderator')),  -- NULL: as in the workspace
  is_muted           INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1)),
  notification_level TEXT    NOT NULL DEFAULT 'all' CHECK (notification_level IN ('all', 'mentions', 'nothing')),
  last_read_ordinal  INTEGER NOT NULL DEFAULT 0 CHECK (last_read_ordinal >= 0),
  joined_at          INTEGER NOT NULL,
  UNIQUE (user_id, group_id)
) STRICT;
CREATE INDEX group_members_by_group ON group_members (group_id, user_id);

-- Links that let people in. Only the SHA-256 of a code is kept; whoever holds the code is the guard's business
-- (expires_at, uses and revoked_at are compared in the transaction that admits), clean-up is housekeeping.
CREATE TABLE group_invites (
  id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  group_id   BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  code_hash  BLOB    NOT NULL UNIQUE CHECK (length(code_hash) = 32),
  created_by BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role       TEXT    NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'guest')),
  email      TEXT    CHECK (length(email) BETWEEN 3 AND 254),
  max_uses   INTEGER CHECK (max_uses >= 1),                           -- NULL: any number
  uses       INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0 AND (max_uses IS NULL OR uses <= max_uses)),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX group_invites_by_group ON group_invites (group_id, id);
CREATE INDEX group_invites_by_creator ON group_invites (created_by);
CREATE INDEX group_invites_by_expiry ON group_invites (expires_at);

-- Removes what has expired whenever an invite is made; a timer runs the same statement.
CREATE TRIGGER cleanup_expired_invites AFTER INSERT ON group_invites
BEGIN
  DELETE FROM group_invites WHERE expires_at <= NEW.created_at;
END;

-- One for each pair of people.
CREATE TABLE direct_conversations (
  id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  user_a_id       BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  user_b_id       BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  opened_by       BLOB    REFERENCES users (id) ON DELETE CASCADE,  -- the other sees it from the first message on; NULL: both have opened it
  message_count   INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= 0),
  a_read_ordinal  INTEGER NOT NULL DEFAULT 0 CHECK (a_read_ordinal >= 0),
  b_read_ordinal  INTEGER NOT NULL DEFAULT 0 CHECK (b_read_ordinal >= 0),
  created_at      INTEGER NOT NULL,
  last_message_at INTEGER,
  UNIQUE (user_a_id, user_b_id),
  CHECK (user_a_id < user_b_id),
  CHECK (opened_by IN (user_a_id, user_b_id))
) STRICT;
CREATE INDEX direct_conversations_by_b ON direct_conversations (user_b_id);
CREATE INDEX direct_conversations_by_opener ON direct_conversations (opened_by);

-- seq is the order of commit over the whole server, whatever the clock does. A message is on the timeline of its
-- conversation (ordinal), or a reply in a thread (thread_root_id, thread_ordinal), or both.
CREATE TABLE messages (
  seq            INTEGER NOT NULL PRIMARY KEY,
  id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  group_id       BLOB    REFERENCES groups (id) ON DELETE CASCADE,
  direct_id      BLOB    REFERENCES direct_conversations (id) ON DELETE CASCADE,
  receiver_id    BLOB    REFERENCES users (id),
  sender_id      BLOB    NOT NULL REFERENCES users (id),
  client_id      BLOB    NOT NULL CHECK (length(client_id) = 16),
  ordinal        INTEGER CHECK (ordinal >= 1),
  thread_root_id BLOB    REFERENCES messages (id),
  thread_ordinal INTEGER CHECK (thread_ordinal >= 1),
  reply_count    INTEGER NOT NULL DEFAULT 0 CHECK (reply_count >= 0),
  kind           TEXT    NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'system')),
  content        TEXT    NOT NULL CHECK (length(content) <= 16000),
  version        INTEGER NOT NULL DEFAULT 1,                          -- grows with each edit; a stale one is refused
  created_at     INTEGER NOT NULL,
  edited_at      INTEGER,
  deleted_at     INTEGER,                                             -- its text is in no answer from then on
  pinned_at      INTEGER,
  pinned_by      BLOB    REFERENCES users (id),
  last_reply_at  INTEGER,
  calls          TEXT    CHECK (calls IN ('everyone', 'here')),            -- everybody at once, or who is here
  happening      TEXT    CHECK (happening IS NULL OR (kind = 'system' AND json_valid(happening) AND length(happening) <= 2000)),
  UNIQUE (sender_id, client_id),                                      -- a retry finds what it sent
  CHECK ((group_id IS NULL) <> (receiver_id IS NULL)),
  CHECK ((direct_id IS NULL) = (receiver_id IS NULL)),
  CHECK ((thread_root_id IS NULL) = (thread_ordinal IS NULL)),
  CHECK (ordinal IS NOT NULL OR thread_ordinal IS NOT NULL),
  CHECK ((pinned_at IS NULL) = (pinned_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX messages_by_group ON messages (group_id, ordinal) WHERE group_id IS NOT NULL AND ordinal IS NOT NULL;
CREATE UNIQUE INDEX messages_by_direct ON messages (direct_id, ordinal) WHERE direct_id IS NOT NULL AND ordinal IS NOT NULL;
CREATE UNIQUE INDEX messages_by_thread ON messages (thread_root_id, thread_ordinal) WHERE thread_root_id IS NOT NULL;
CREATE INDEX messages_by_receiver ON messages (receiver_id) WHERE receiver_id IS NOT NULL;
CREATE INDEX messages_by_pinner ON messages (pinned_by) WHERE pinned_by IS NOT NULL;

-- What is deleted, or told by the server itself, does not count as unread: counted by these.
CREATE INDEX messages_silent_in_group ON messages (group_id, ordinal) WHERE (deleted_at IS NOT NULL OR kind = 'system') AND ordinal IS NOT NULL;
CREATE INDEX messages_silent_in_direct ON messages (direct_id, ordinal) WHERE (deleted_at IS NOT NULL OR kind = 'system') AND ordinal IS NOT NULL;
CREATE INDEX messages_pinned_in_group ON messages (group_id, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX messages_pinned_in_direct ON messages (direct_id, pinned_at) WHERE pinned_at IS NOT NULL;

CREATE INDEX messages_calling ON messages (group_id, ordinal) WHERE calls IS NOT NULL AND ordinal IS NOT NULL;

-- A message stays where it was said.
CREATE TRIGGER messages_keep_their_place BEFORE UPDATE OF group_id, direct_id, receiver_id, sender_id, ordinal, thread_root_id, thread_ordinal ON messages
BEGIN
  SELECT raise(ABORT, 'a message cannot move');
END;

-- What a message said before it was edited. Deleting the message deletes these too.
CREATE TABLE message_edits (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  version    INTEGER NOT NULL,                                        -- of the text, which the next version replaced
  content    TEXT    NOT NULL CHECK (length(content) <= 16000),
  written_at INTEGER NOT NULL,
  PRIMARY KEY (message_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_reactions (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  emoji      TEXT    NOT NULL CHECK (length(emoji) BETWEEN 1 AND 64),
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (message_id, emoji, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_reactions_by_user ON message_reactions (user_id);

-- Who is called by name in a message. Where it was said stands here too, so that the unread ones are counted by an
-- index; ordinal is NULL for a reply that is in its thread alone.
CREATE TABLE message_mentions (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  group_id   BLOB    REFERENCES groups (id) ON DELETE CASCADE,
  direct_id  BLOB    REFERENCES direct_conversations (id) ON DELETE CASCADE,
  ordinal    INTEGER,
  PRIMARY KEY (message_id, user_id),
  CHECK ((group_id IS NULL) <> (direct_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX message_mentions_by_user ON message_mentions (user_id, message_id);
CREATE INDEX message_mentions_in_group ON message_mentions (group_id, user_id, ordinal) WHERE group_id IS NOT NULL;
CREATE INDEX message_mentions_in_direct ON message_mentions (direct_id, user_id, ordinal) WHERE direct_id IS NOT NULL;

-- Who follows a thread, and how far they have read it. Who took part follows, until they say otherwise.
CREATE TABLE thread_follows (
  user_id           BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  thread_root_id    BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  is_following      INTEGER NOT NULL CHECK (is_following IN (0, 1)),
  last_read_ordinal INTEGER NOT NULL DEFAULT 0 CHECK (last_read_ordinal >= 0),
  PRIMARY KEY (user_id, thread_root_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_follows_by_root ON thread_follows (thread_root_id);

-- The commit log that realtime and resume are fed from: what happened, to what and for whom, never a copy of content.
CREATE TABLE events (
  seq        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind       TEXT    NOT NULL,
  scope      TEXT    NOT NULL CHECK (scope IN ('workspace', 'listed', 'outsiders', 'person', 'group', 'direct', 'user')),
  scope_id   BLOB    NOT NULL CHECK (length(scope_id) = 16),
  subject_id BLOB    CHECK (length(subject_id) = 16),
  place_id   BLOB    CHECK (length(place_id) = 16),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_scope ON events (scope_id, seq);
CREATE INDEX events_by_time ON events (created_at);
