-- Mentions.

ALTER TABLE messages ADD COLUMN calls TEXT CHECK (calls IN ('everyone', 'here'));
CREATE INDEX messages_calling ON messages (group_id, ordinal) WHERE calls IS NOT NULL AND ordinal IS NOT NULL;

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
