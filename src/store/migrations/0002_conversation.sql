-- Edits, reactions and threads.

ALTER TABLE messages ADD COLUMN last_reply_at INTEGER;

CREATE INDEX messages_deleted_in_group ON messages (group_id, ordinal) WHERE deleted_at IS NOT NULL AND ordinal IS NOT NULL;
CREATE INDEX messages_deleted_in_direct ON messages (direct_id, ordinal) WHERE deleted_at IS NOT NULL AND ordinal IS NOT NULL;
CREATE INDEX messages_pinned_in_group ON messages (group_id, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX messages_pinned_in_direct ON messages (direct_id, pinned_at) WHERE pinned_at IS NOT NULL;

CREATE TABLE message_edits (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  version    INTEGER NOT NULL,
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

CREATE TABLE thread_follows (
  user_id           BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  thread_root_id    BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  is_following      INTEGER NOT NULL CHECK (is_following IN (0, 1)),
  last_read_ordinal INTEGER NOT NULL DEFAULT 0 CHECK (last_read_ordinal >= 0),
  PRIMARY KEY (user_id, thread_root_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_follows_by_root ON thread_follows (thread_root_id);
