-- Drafts, saved messages, reminders, scheduled messages.

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

CREATE TABLE saved_messages (
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  saved_at   INTEGER NOT NULL,
  PRIMARY KEY (user_id, message_id),
  UNIQUE (user_id, saved_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_messages_by_message ON saved_messages (message_id);

CREATE TABLE reminders (
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  remind_at  INTEGER NOT NULL,
  told_at    INTEGER,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_by_message ON reminders (message_id);
CREATE INDEX reminders_to_tell ON reminders (remind_at) WHERE told_at IS NULL;

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
