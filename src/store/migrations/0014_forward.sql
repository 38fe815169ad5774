-- Messages that forward another.

ALTER TABLE messages ADD COLUMN forward_of BLOB REFERENCES messages (id) ON DELETE SET NULL;
CREATE INDEX messages_by_forward ON messages (forward_of) WHERE forward_of IS NOT NULL;
