-- What the server itself tells on a timeline, and does not count as unread.

ALTER TABLE messages ADD COLUMN happening TEXT
  CHECK (happening IS NULL OR (kind = 'system' AND json_valid(happening) AND length(happening) <= 2000));

DROP INDEX messages_deleted_in_group;
DROP INDEX messages_deleted_in_direct;
CREATE INDEX messages_silent_in_group ON messages (group_id, ordinal) WHERE (deleted_at IS NOT NULL OR kind = 'system') AND ordinal IS NOT NULL;
CREATE INDEX messages_silent_in_direct ON messages (direct_id, ordinal) WHERE (deleted_at IS NOT NULL OR kind = 'system') AND ordinal IS NOT NULL;
