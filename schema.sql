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
  created_at      INTEGER NOT NULL,
  previews_on     INTEGER NOT NULL DEFAULT 0 CHECK (previews_on IN (0, 1)), -- whether it is looked at where links lead
  backed_up_at    INTEGER,                                            -- the last copy that `parlor backup` made
  backup_bytes    INTEGER CHECK (backup_bytes >= 0)
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
  last_login_at  INTEGER,
  keywords       TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(keywords))  -- words that call them, matched by their devices
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

-- Links by which somebody gives themselves a new password: one for each person, good for one use. Only the SHA-256 of a
-- code is kept.
CREATE TABLE password_resets (
  user_id    BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  code_hash  BLOB    NOT NULL UNIQUE CHECK (length(code_hash) = 32),
  created_by BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX password_resets_by_creator ON password_resets (created_by);
CREATE INDEX password_resets_by_expiry ON password_resets (expires_at);

-- Presence and status. The first write of a connection makes it online; see the trigger below for last_seen.
CREATE TABLE user_status (
  user_id           BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  manual_status     TEXT    CHECK (length(manual_status) BETWEEN 1 AND 140),
  manual_emoji      TEXT    CHECK (length(manual_emoji) BETWEEN 1 AND 64),
  manual_expires_at INTEGER,
  auto_status       TEXT    NOT NULL DEFAULT 'offline' CHECK (auto_status IN ('online', 'offline', 'away', 'idle')),
  do_not_disturb    INTEGER NOT NULL DEFAULT 0 CHECK (do_not_disturb IN (0, 1)),
  quiet_hours       TEXT    CHECK (json_valid(quiet_hours)),          -- {days, from, to, time_zone}; busy by schedule
  in_quiet_hours    INTEGER NOT NULL DEFAULT 0 CHECK (in_quiet_hours IN (0, 1)),
  quiet_changes_at  INTEGER,                                          -- when a timer looks at in_quiet_hours again
  invisible         INTEGER NOT NULL DEFAULT 0 CHECK (invisible IN (0, 1)),
  shown_status      TEXT    CHECK (json_valid(shown_status)),         -- what others go on seeing while invisible
  last_seen         INTEGER,
  devices           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(devices)),
  updated_at        INTEGER NOT NULL,
  -- By when people were seen last: who is here now comes first, and who hides looks as they did before they hid.
  seen_key          INTEGER NOT NULL GENERATED ALWAYS AS (
    CASE WHEN auto_status <> 'offline' AND invisible = 0 THEN 9223372036854775807 ELSE coalesce(last_seen, 0) END
  ) VIRTUAL,
  CHECK (manual_status IS NOT NULL OR (manual_emoji IS NULL AND manual_expires_at IS NULL)),
  CHECK ((quiet_hours IS NULL) = (quiet_changes_at IS NULL)),
  CHECK (quiet_hours IS NOT NULL OR in_quiet_hours = 0)
) STRICT;
CREATE INDEX user_status_by_expiry ON user_status (manual_expires_at) WHERE manual_expires_at IS NOT NULL;
CREATE INDEX user_status_by_quiet ON user_status (quiet_changes_at) WHERE quiet_changes_at IS NOT NULL;
CREATE INDEX user_status_by_sight ON user_status (seen_key, user_id);
CREATE INDEX user_status_connected ON user_status (auto_status) WHERE auto_status <> 'offline';

-- Keeps updated_at and last_seen. While somebody is invisible last_seen stands still, so that it cannot give them away; and
-- nobody is seen by what is set for them while they are not connected.
CREATE TRIGGER update_user_status_timestamp AFTER UPDATE ON user_status
WHEN NEW.updated_at = OLD.updated_at
BEGIN
  UPDATE user_status
     SET updated_at = max(OLD.updated_at + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER)),
         last_seen  = CASE WHEN OLD.invisible AND NEW.invisible THEN OLD.last_seen
                           WHEN OLD.auto_status = 'offline' AND NEW.auto_status = 'offline' THEN OLD.last_seen
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
  notification_level TEXT NOT NULL DEFAULT 'all' CHECK (notification_level IN ('all', 'mentions', 'nothing')),
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
-- By what a text names it: #summer-party.
CREATE INDEX groups_by_handle ON groups (workspace_id, replace(name_key, ' ', '-'));

-- What a group is for is settled when it is made.
CREATE TRIGGER groups_keep_their_kind BEFORE UPDATE OF kind ON groups WHEN NEW.kind <> OLD.kind
BEGIN
  SELECT raise(ABORT, 'a group keeps its kind');
END;

CREATE TABLE group_members (
  id                 BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  user_id            BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  group_id           BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  role               TEXT    CHECK (role IN ('admin', 'moderator')),  -- NULL: as in the workspace
  is_muted           INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1)),
  last_read_ordinal  INTEGER NOT NULL DEFAULT 0 CHECK (last_read_ordinal >= 0),
  joined_at          INTEGER NOT NULL,
  notification_level TEXT    CHECK (notification_level IN ('all', 'mentions', 'nothing')),  -- NULL: as for the workspace
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
CREATE INDEX group_invites_open ON group_invites (id)
 WHERE revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);

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
  has_poll       INTEGER NOT NULL DEFAULT 0 CHECK (has_poll IN (0, 1)),
  forward_of     BLOB    REFERENCES messages (id) ON DELETE SET NULL,         -- a reference: each reader sees of it what they may
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
CREATE INDEX messages_by_forward ON messages (forward_of) WHERE forward_of IS NOT NULL;
CREATE INDEX messages_by_last_reply ON messages (last_reply_at, id) WHERE last_reply_at IS NOT NULL;
CREATE INDEX messages_by_pinner ON messages (pinned_by) WHERE pinned_by IS NOT NULL;

-- What is deleted, or told by the server itself, does not count as unread: counted by these.
CREATE INDEX messages_silent_in_group ON messages (group_id, ordinal) WHERE (deleted_at IS NOT NULL OR kind = 'system') AND ordinal IS NOT NULL;
CREATE INDEX messages_silent_in_direct ON messages (direct_id, ordinal) WHERE (deleted_at IS NOT NULL OR kind = 'system') AND ordinal IS NOT NULL;
CREATE INDEX messages_pinned_in_group ON messages (group_id, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX messages_pinned_in_direct ON messages (direct_id, pinned_at) WHERE pinned_at IS NOT NULL;

CREATE INDEX messages_calling ON messages (group_id, ordinal) WHERE calls IS NOT NULL AND ordinal IS NOT NULL;

-- A post of a forum group: a message with a title, whose thread is the talk about it. The shelf on which it lies and
-- the two numbers by which it is sorted stand here, so that every list of posts rides on an index; they are seq of
-- messages, since clocks decide nothing.
CREATE TABLE posts (
  message_id  BLOB    NOT NULL PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  group_id    BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  title       TEXT    NOT NULL CHECK (length(title) <= 120),            -- '' once the message is deleted
  version     INTEGER NOT NULL DEFAULT 1,                               -- of title and tags; a stale one is refused
  shelf       TEXT    NOT NULL CHECK (shelf IN ('open', 'solved', 'pinned', 'gone')),
  seq         INTEGER NOT NULL,                                         -- of the message
  active_seq  INTEGER NOT NULL,                                         -- of the newest message in the thread
  solved_at   INTEGER,
  solved_by   BLOB    REFERENCES users (id),
  solution_id BLOB    REFERENCES messages (id),                         -- the reply that solves it
  CHECK ((solved_at IS NULL) = (solved_by IS NULL)),
  CHECK (solution_id IS NULL OR solved_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX posts_by_activity ON posts (group_id, shelf, active_seq);
CREATE INDEX posts_by_date ON posts (group_id, shelf, seq);
CREATE INDEX posts_by_solver ON posts (solved_by) WHERE solved_by IS NOT NULL;
CREATE INDEX posts_by_solution ON posts (solution_id) WHERE solution_id IS NOT NULL;

-- What the posts of a forum are sorted by. A removed tag is in no answer; its rows in post_tags go a few at a time.
CREATE TABLE forum_tags (
  id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  group_id   BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  name_key   TEXT    NOT NULL,
  colour     TEXT    NOT NULL CHECK (colour IN ('grey', 'green', 'brass', 'red', 'blue', 'violet')),
  removed_at INTEGER
) STRICT;
CREATE INDEX forum_tags_by_group ON forum_tags (group_id, name_key);
CREATE UNIQUE INDEX forum_tags_by_name ON forum_tags (group_id, name_key) WHERE removed_at IS NULL;
CREATE INDEX forum_tags_removed ON forum_tags (removed_at) WHERE removed_at IS NOT NULL;

-- Which tags a post bears. Shelf and numbers are those of the post, for the lists of one tag.
CREATE TABLE post_tags (
  post_id    BLOB    NOT NULL REFERENCES posts (message_id) ON DELETE CASCADE,
  tag_id     BLOB    NOT NULL REFERENCES forum_tags (id) ON DELETE CASCADE,
  shelf      TEXT    NOT NULL CHECK (shelf IN ('open', 'solved', 'pinned', 'gone')),
  seq        INTEGER NOT NULL,
  active_seq INTEGER NOT NULL,
  PRIMARY KEY (post_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_tags_by_activity ON post_tags (tag_id, shelf, active_seq);
CREATE INDEX post_tags_by_date ON post_tags (tag_id, shelf, seq);

-- From where to where a post was moved. Its replies are where it is (their own group_id says where they were said), so a
-- move touches a few rows however long the thread; at its old place a deleted message keeps the ordinals without gaps.
CREATE TABLE post_moves (
  message_id    BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  from_group_id BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  from_ordinal  INTEGER NOT NULL,
  to_group_id   BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  to_ordinal    INTEGER NOT NULL,
  moved_by      BLOB    NOT NULL REFERENCES users (id),
  moved_at      INTEGER NOT NULL,
  PRIMARY KEY (message_id, from_group_id, from_ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_moves_from ON post_moves (from_group_id);
CREATE INDEX post_moves_to ON post_moves (to_group_id);
CREATE INDEX post_moves_by_mover ON post_moves (moved_by);

-- A message stays where it was said, but for a post whose move from here to there is written down.
CREATE TRIGGER messages_keep_their_place BEFORE UPDATE OF group_id, direct_id, receiver_id, sender_id, ordinal, thread_root_id, thread_ordinal ON messages
WHEN NEW.direct_id IS NOT OLD.direct_id OR NEW.receiver_id IS NOT OLD.receiver_id OR NEW.sender_id <> OLD.sender_id
  OR NEW.thread_root_id IS NOT OLD.thread_root_id OR NEW.thread_ordinal IS NOT OLD.thread_ordinal
  OR NOT EXISTS (SELECT 1 FROM post_moves p
                  WHERE p.message_id = OLD.id AND p.from_group_id = OLD.group_id AND p.from_ordinal = OLD.ordinal
                    AND p.to_group_id = NEW.group_id AND p.to_ordinal = NEW.ordinal)
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

-- What links lead to, each address once: looked at after the message was stored, and kept for a while.
CREATE TABLE pages (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  url          TEXT    NOT NULL UNIQUE CHECK (length(url) BETWEEN 1 AND 2000),
  state        TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ready', 'empty')),
  title        TEXT    CHECK (length(title) BETWEEN 1 AND 200),
  site         TEXT    CHECK (length(site) <= 80),
  description  TEXT    CHECK (length(description) <= 300),
  image        BLOB    CHECK (length(image) <= 262144),
  image_type   TEXT,
  image_width  INTEGER CHECK (image_width > 0),
  image_height INTEGER CHECK (image_height > 0),
  looked_at    INTEGER,
  CHECK ((state = 'ready') = (title IS NOT NULL)),
  CHECK ((image IS NULL) = (image_type IS NULL) AND (image IS NULL) = (image_width IS NULL) AND (image IS NULL) = (image_height IS NULL)),
  CHECK ((state = 'waiting') = (looked_at IS NULL))
) STRICT;
CREATE INDEX pages_waiting ON pages (id) WHERE state = 'waiting';
CREATE INDEX pages_by_age ON pages (looked_at) WHERE looked_at IS NOT NULL;

-- The first links of a message. One that its author took down stays, so that it does not come back.
CREATE TABLE message_links (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
  page_id    BLOB    NOT NULL REFERENCES pages (id),
  is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1)),
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_links_by_page ON message_links (page_id, message_id);
-- A question with answers to choose from; the question is the message's text.
CREATE TABLE polls (
  message_id     BLOB    NOT NULL PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  is_multiple    INTEGER NOT NULL CHECK (is_multiple IN (0, 1)),
  is_anonymous   INTEGER NOT NULL CHECK (is_anonymous IN (0, 1)),     -- nobody is told who chose what
  closes_at      INTEGER,
  closed_at      INTEGER,                                             -- a timer sets it once closes_at has passed
  voter_count    INTEGER NOT NULL DEFAULT 0 CHECK (voter_count >= 0),
  revision       INTEGER NOT NULL DEFAULT 0,                          -- grows with each change
  last_option_id INTEGER NOT NULL DEFAULT 0                           -- numbers of answers are not used again
) STRICT, WITHOUT ROWID;
CREATE INDEX polls_to_close ON polls (closes_at) WHERE closed_at IS NULL AND closes_at IS NOT NULL;

CREATE TABLE poll_options (
  message_id BLOB    NOT NULL REFERENCES polls (message_id) ON DELETE CASCADE,
  id         INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  text       TEXT    NOT NULL CHECK (length(text) BETWEEN 1 AND 100),
  vote_count INTEGER NOT NULL DEFAULT 0 CHECK (vote_count >= 0),
  PRIMARY KEY (message_id, id)
) STRICT, WITHOUT ROWID;

-- Who chose what. A row is a vote; where only one answer may be chosen, the one before goes in the same transaction.
CREATE TABLE poll_votes (
  message_id BLOB    NOT NULL,
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  option_id  INTEGER NOT NULL,
  voted_at   INTEGER NOT NULL,
  PRIMARY KEY (message_id, user_id, option_id),
  FOREIGN KEY (message_id, option_id) REFERENCES poll_options (message_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_votes_by_option ON poll_votes (message_id, option_id, user_id);
CREATE INDEX poll_votes_by_user ON poll_votes (user_id);

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

-- Which groups a text names (#greenhouse), as the author could see them when writing. Who reads it is shown those that
-- they may see themselves, by the name that these bear now.
CREATE TABLE group_mentions (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  handle     TEXT    NOT NULL CHECK (length(handle) BETWEEN 1 AND 320), -- as it stands in the text, case folded
  group_id   BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  PRIMARY KEY (message_id, handle)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_mentions_by_group ON group_mentions (group_id);
-- What files hold, each content once, by its SHA-256; the bytes are in the data directory. It is kept for a while after
-- the last file with it is gone, so that a copy of the database from before still finds it.
CREATE TABLE blobs (
  sha256          BLOB    NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  size_bytes      INTEGER NOT NULL CHECK (size_bytes >= 0),
  kind            TEXT    NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'text', 'other')),
  mime_type       TEXT    NOT NULL CHECK (length(mime_type) <= 100),
  width           INTEGER CHECK (width >= 1),                          -- of a picture, as it is displayed
  height          INTEGER CHECK (height >= 1),
  thumbnail       TEXT    NOT NULL CHECK (thumbnail IN ('none', 'pending', 'ready')),
  thumbnail_type  TEXT,                                                -- the MIME type of the small form
  preview         BLOB    CHECK (length(preview) = 48),                -- a 4 x 4 grid: red, green and blue of each cell
  created_at      INTEGER NOT NULL,
  unreferenced_at INTEGER,                                             -- when the last file with it went
  text            TEXT    CHECK (length(text) <= 16000),               -- how a text begins: what of it can be looked for
  CHECK ((width IS NULL) = (height IS NULL)),
  CHECK ((thumbnail = 'ready') = (thumbnail_type IS NOT NULL)),
  CHECK ((thumbnail = 'ready') = (preview IS NOT NULL))
) STRICT;
CREATE INDEX blobs_to_draw ON blobs (created_at) WHERE thumbnail = 'pending';
CREATE INDEX blobs_unreferenced ON blobs (unreferenced_at) WHERE unreferenced_at IS NOT NULL;

-- What somebody has uploaded. It is in messages, by `attachments`; without any it is its uploader's alone.
CREATE TABLE files (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  uploader_id BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  sha256      BLOB    NOT NULL REFERENCES blobs (sha256),
  name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  size_bytes  INTEGER NOT NULL CHECK (size_bytes >= 0),
  created_at  INTEGER NOT NULL,
  posted_at   INTEGER,                                                -- when it first was in a message
  expires_at  INTEGER                                                 -- from then on nobody is shown it
) STRICT;
CREATE INDEX files_by_uploader ON files (uploader_id, id);
CREATE INDEX files_by_blob ON files (sha256, id);
CREATE INDEX files_unposted ON files (created_at) WHERE posted_at IS NULL;
CREATE INDEX files_by_expiry ON files (expires_at) WHERE expires_at IS NOT NULL;

-- Files on their way; what has come of them is in the data directory. The file has the upload's id.
CREATE TABLE uploads (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  user_id        BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  size_bytes     INTEGER NOT NULL CHECK (size_bytes >= 0),
  received_bytes INTEGER NOT NULL DEFAULT 0 CHECK (received_bytes BETWEEN 0 AND size_bytes),
  created_at     INTEGER NOT NULL,
  touched_at     INTEGER NOT NULL,
  expires_at     INTEGER
) STRICT;
CREATE INDEX uploads_by_user ON uploads (user_id, id);
CREATE INDEX uploads_by_touch ON uploads (touched_at);

-- The files in a message. Where it was said and of what kind they are stands here too, for the lists of files. The
-- order of message ids is the order of commit.
CREATE TABLE attachments (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL CHECK (position BETWEEN 1 AND 50),
  file_id    BLOB    NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  group_id   BLOB    REFERENCES groups (id) ON DELETE CASCADE,
  direct_id  BLOB    REFERENCES direct_conversations (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'text', 'other')),
  PRIMARY KEY (message_id, position),
  CHECK ((group_id IS NULL) <> (direct_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attachments_by_file ON attachments (file_id, message_id);
CREATE INDEX attachments_in_group ON attachments (group_id, message_id, position) WHERE group_id IS NOT NULL;
CREATE INDEX attachments_in_group_by_kind ON attachments (group_id, kind, message_id, position) WHERE group_id IS NOT NULL;
CREATE INDEX attachments_in_direct ON attachments (direct_id, message_id, position) WHERE direct_id IS NOT NULL;
CREATE INDEX attachments_in_direct_by_kind ON attachments (direct_id, kind, message_id, position) WHERE direct_id IS NOT NULL;

-- Links that open a file to whoever holds them. Only the SHA-256 of a token is kept.
CREATE TABLE file_links (
  id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  file_id    BLOB    NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  token_hash BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_by BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE INDEX file_links_by_file ON file_links (file_id, id);
CREATE INDEX file_links_by_creator ON file_links (created_by);
CREATE INDEX file_links_by_expiry ON file_links (expires_at) WHERE expires_at IS NOT NULL;

-- What is counted against quotas: kept by the triggers below, so that nothing is added up where somebody waits.
CREATE TABLE file_usage (
  user_id BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  bytes   INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_usage_by_bytes ON file_usage (bytes, user_id);

CREATE TABLE file_totals (
  id            INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  stored_bytes  INTEGER NOT NULL DEFAULT 0 CHECK (stored_bytes >= 0),
  awaited_bytes INTEGER NOT NULL DEFAULT 0 CHECK (awaited_bytes >= 0)
) STRICT;
INSERT INTO file_totals (id) VALUES (1);

CREATE TABLE file_kinds (
  kind  TEXT    NOT NULL PRIMARY KEY CHECK (kind IN ('image', 'audio', 'video', 'text', 'other')),
  count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
  bytes INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO file_kinds (kind) VALUES ('image'), ('audio'), ('video'), ('text'), ('other');

CREATE TRIGGER blobs_are_counted AFTER INSERT ON blobs
BEGIN
  UPDATE file_totals SET stored_bytes = stored_bytes + NEW.size_bytes WHERE id = 1;
END;

CREATE TRIGGER blobs_are_discounted AFTER DELETE ON blobs
BEGIN
  UPDATE file_totals SET stored_bytes = stored_bytes - OLD.size_bytes WHERE id = 1;
END;

CREATE TRIGGER kinds_are_counted AFTER INSERT ON blobs
BEGIN
  UPDATE file_kinds SET count = count + 1, bytes = bytes + NEW.size_bytes WHERE kind = NEW.kind;
END;

CREATE TRIGGER kinds_are_discounted AFTER DELETE ON blobs
BEGIN
  UPDATE file_kinds SET count = count - 1, bytes = bytes - OLD.size_bytes WHERE kind = OLD.kind;
END;

CREATE TRIGGER files_are_counted AFTER INSERT ON files
BEGIN
  INSERT INTO file_usage (user_id, bytes) VALUES (NEW.uploader_id, NEW.size_bytes)
      ON CONFLICT (user_id) DO UPDATE SET bytes = bytes + NEW.size_bytes;
  UPDATE blobs SET unreferenced_at = NULL WHERE sha256 = NEW.sha256 AND unreferenced_at IS NOT NULL;
END;

CREATE TRIGGER files_are_discounted AFTER DELETE ON files
BEGIN
  UPDATE file_usage SET bytes = bytes - OLD.size_bytes WHERE user_id = OLD.uploader_id;
  UPDATE blobs SET unreferenced_at = CAST(unixepoch('subsec') * 1000 AS INTEGER)
   WHERE sha256 = OLD.sha256 AND NOT EXISTS (SELECT 1 FROM files WHERE files.sha256 = OLD.sha256);
END;

CREATE TRIGGER uploads_are_counted AFTER INSERT ON uploads
BEGIN
  INSERT INTO file_usage (user_id, bytes) VALUES (NEW.user_id, NEW.size_bytes)
      ON CONFLICT (user_id) DO UPDATE SET bytes = bytes + NEW.size_bytes;
  UPDATE file_totals
     SET stored_bytes  = stored_bytes + NEW.received_bytes,
         awaited_bytes = awaited_bytes + NEW.size_bytes - NEW.received_bytes
   WHERE id = 1;
END;

CREATE TRIGGER uploads_arrive AFTER UPDATE OF received_bytes ON uploads
BEGIN
  UPDATE file_totals
     SET stored_bytes  = stored_bytes + NEW.received_bytes - OLD.received_bytes,
         awaited_bytes = awaited_bytes + OLD.received_bytes - NEW.received_bytes
   WHERE id = 1;
END;

CREATE TRIGGER uploads_are_discounted AFTER DELETE ON uploads
BEGIN
  UPDATE file_usage SET bytes = bytes - OLD.size_bytes WHERE user_id = OLD.user_id;
  UPDATE file_totals
     SET stored_bytes  = stored_bytes - OLD.received_bytes,
         awaited_bytes = awaited_bytes - OLD.size_bytes + OLD.received_bytes
   WHERE id = 1;
END;

-- Once the last message with a file is gone, so is the file, at once.
CREATE TRIGGER files_end_with_their_last_message AFTER DELETE ON attachments
WHEN NOT EXISTS (SELECT 1 FROM attachments WHERE file_id = OLD.file_id)
BEGIN
  DELETE FROM files WHERE id = OLD.file_id;
END;

-- Who follows a thread, and how far they have read it. Who took part follows, until they say otherwise.
CREATE TABLE thread_follows (
  user_id           BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  thread_root_id    BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  is_following      INTEGER NOT NULL CHECK (is_following IN (0, 1)),
  last_read_ordinal INTEGER NOT NULL DEFAULT 0 CHECK (last_read_ordinal >= 0),
  PRIMARY KEY (user_id, thread_root_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_follows_by_root ON thread_follows (thread_root_id);

-- Looking for what was said. Each token begins with the key of a segment: a stretch of one conversation. A question is
-- asked of the segments of those conversations that somebody may read, so what they may not read is never looked at. The
-- rowid is the message's seq. There are tokens for the words (_word; of scripts without spaces, for each two characters),
-- for every message (=), its sender (=f and the id), web addresses (=l), replies (=t), files (=a), pictures (=i) and polls
-- (=p); where in the text they stand is found out from the text. A message that is edited or deleted leaves the index in the same transaction.
CREATE VIRTUAL TABLE message_index USING fts5 (
  tokens, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '_='"
);
INSERT INTO message_index (message_index, rank) VALUES ('secure-delete', 1);
-- What two pieces of it have is merged by a job.
INSERT INTO message_index (message_index, rank) VALUES ('usermerge', 2);  -- tokens are taken out, not marked as gone

-- About 16,000 messages of a conversation, one after the other. The key is not reused, nor does it say anything.
CREATE TABLE search_segments (
  key           INTEGER NOT NULL PRIMARY KEY,
  place_id      BLOB    NOT NULL CHECK (length(place_id) = 16),       -- a group, or a direct conversation
  first_seq     INTEGER NOT NULL,
  last_seq      INTEGER NOT NULL CHECK (last_seq >= first_seq),
  first_at      INTEGER NOT NULL,
  last_at       INTEGER NOT NULL CHECK (last_at >= first_at),
  message_count INTEGER NOT NULL CHECK (message_count >= 1)           -- that were put there, whatever became of them
) STRICT;
CREATE UNIQUE INDEX search_segments_by_place ON search_segments (place_id, first_seq);

-- The words of a segment that have parts worth looking for, in order, a line each, in pieces of some kilobytes. The first
-- piece begins before all words (''). They are noted by a job, and go with the last message that has them.
CREATE TABLE search_words (
  id          INTEGER NOT NULL PRIMARY KEY,
  segment_key INTEGER NOT NULL REFERENCES search_segments (key) ON DELETE CASCADE,
  first_word  TEXT    NOT NULL,
  words       TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_words_by_first ON search_words (segment_key, first_word);

-- How far the index of search has come: from before there was an index messages are taken up by a job, the newest first; new
-- ones together, a moment after they were said, and until then they are read by who searches.
CREATE TABLE search_progress (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  unread_below INTEGER NOT NULL,                                      -- smaller seqs are not in the index; 0: all are
  read_up_to   INTEGER NOT NULL,                                      -- larger seqs are not in it yet; a hundred or so
  words_up_to  INTEGER NOT NULL,                                      -- larger seqs have no words in search_words yet
  CHECK (words_up_to <= read_up_to)
) STRICT;
INSERT INTO search_progress (id, unread_below, read_up_to, words_up_to) VALUES (1, 0, 0, 0);

-- What somebody has begun to write: one for each conversation and for each thread (timeline_id: the conversation, or the
-- message that is replied to). The devices bring their own drafts; this is how the others come to know them.
CREATE TABLE drafts (
  user_id        BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  timeline_id    BLOB    NOT NULL CHECK (length(timeline_id) = 16),
  group_id       BLOB    REFERENCES groups (id) ON DELETE CASCADE,
  direct_id      BLOB    REFERENCES direct_conversations (id) ON DELETE CASCADE,
  thread_root_id BLOB    REFERENCES messages (id) ON DELETE CASCADE,
  content        TEXT    NOT NULL CHECK (length(content) BETWEEN 1 AND 16000),
  updated_at     INTEGER NOT NULL,
  PRIMARY KEY (user_id, timeline_id),
  CHECK ((group_id IS NULL) <> (direct_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_by_group ON drafts (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX drafts_by_direct ON drafts (direct_id) WHERE direct_id IS NOT NULL;
CREATE INDEX drafts_by_thread ON drafts (thread_root_id) WHERE thread_root_id IS NOT NULL;

-- What somebody saved. saved_at only grows for each of them, whatever the clock does: it is the place in their list.
CREATE TABLE saved_messages (
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  saved_at   INTEGER NOT NULL,
  thread_root_id BLOB REFERENCES messages (id) ON DELETE CASCADE,     -- of a reply, so that a thread that moves finds it
  PRIMARY KEY (user_id, message_id),
  UNIQUE (user_id, saved_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_messages_by_message ON saved_messages (message_id);
CREATE INDEX saved_messages_by_thread ON saved_messages (thread_root_id) WHERE thread_root_id IS NOT NULL;

-- When somebody wants to be told of a message. told_at is set in the transaction that tells them.
CREATE TABLE reminders (
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  remind_at  INTEGER NOT NULL,
  told_at    INTEGER,
  created_at INTEGER NOT NULL,
  thread_root_id BLOB REFERENCES messages (id) ON DELETE CASCADE,     -- as above
  PRIMARY KEY (user_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_by_message ON reminders (message_id);
CREATE INDEX reminders_by_thread ON reminders (thread_root_id) WHERE thread_root_id IS NOT NULL;
CREATE INDEX reminders_to_tell ON reminders (remind_at) WHERE told_at IS NULL;

-- Messages that go out at a time. The one that sends it removes the row in the same transaction; client_id is the
-- message's from the start, so that it cannot be said twice.
CREATE TABLE scheduled_messages (
  id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  user_id          BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  group_id         BLOB    REFERENCES groups (id) ON DELETE CASCADE,
  direct_id        BLOB    REFERENCES direct_conversations (id) ON DELETE CASCADE,
  thread_root_id   BLOB    REFERENCES messages (id) ON DELETE CASCADE,
  also_on_timeline INTEGER NOT NULL CHECK (also_on_timeline IN (0, 1)),
  client_id        BLOB    NOT NULL CHECK (length(client_id) = 16),
  content          TEXT    NOT NULL CHECK (length(content) BETWEEN 1 AND 16000),
  send_at          INTEGER NOT NULL,
  failed_at        INTEGER,
  failure          TEXT    CHECK (failure IN ('no_longer_there', 'place_closed', 'thread_gone', 'account_closed', 'refused')),
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       INTEGER NOT NULL,
  UNIQUE (user_id, client_id),
  CHECK ((group_id IS NULL) <> (direct_id IS NULL)),
  CHECK ((failed_at IS NULL) = (failure IS NULL))
) STRICT;
CREATE INDEX scheduled_messages_by_group ON scheduled_messages (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX scheduled_messages_by_direct ON scheduled_messages (direct_id) WHERE direct_id IS NOT NULL;
CREATE INDEX scheduled_messages_by_thread ON scheduled_messages (thread_root_id) WHERE thread_root_id IS NOT NULL;
CREATE INDEX scheduled_messages_to_send ON scheduled_messages (send_at) WHERE failed_at IS NULL;

-- What was done to people, groups and the server by who looks after them. Lines are added and stay: seq counts without
-- gaps, and each hash is made of its line and the hash before it, so that what was changed past the program shows.
CREATE TABLE audit_log (
  seq        INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  created_at INTEGER NOT NULL,
  actor_id   BLOB    REFERENCES users (id),                           -- NULL: who owns the data directory, on the command line
  action     TEXT    NOT NULL CHECK (length(action) BETWEEN 1 AND 40),
  subject_id BLOB    CHECK (length(subject_id) = 16),                 -- whom or what it was done to
  detail     TEXT    NOT NULL CHECK (json_valid(detail) AND length(detail) <= 2000),
  address    TEXT    CHECK (length(address) <= 64),                   -- where the actor's device was noted last
  hash       BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, seq);
CREATE INDEX audit_log_by_action ON audit_log (action, seq);
CREATE INDEX audit_log_by_actor_and_action ON audit_log (actor_id, action, seq);

CREATE TRIGGER audit_log_is_not_rewritten BEFORE UPDATE ON audit_log
BEGIN
  SELECT raise(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_log_is_kept BEFORE DELETE ON audit_log
BEGIN
  SELECT raise(ABORT, 'the audit log is only added to');
END;

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
