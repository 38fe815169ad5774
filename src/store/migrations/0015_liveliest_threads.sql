-- The threads that were lively last, for who follows many.

CREATE INDEX messages_by_last_reply ON messages (last_reply_at, id) WHERE last_reply_at IS NOT NULL;
