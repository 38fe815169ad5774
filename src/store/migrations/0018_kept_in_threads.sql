-- What is kept of a thread is found by the thread, so that it can go along when that moves.

ALTER TABLE saved_messages ADD COLUMN thread_root_id BLOB REFERENCES messages (id) ON DELETE CASCADE;
UPDATE saved_messages SET thread_root_id = (SELECT m.thread_root_id FROM messages m WHERE m.id = saved_messages.message_id);
CREATE INDEX saved_messages_by_thread ON saved_messages (thread_root_id) WHERE thread_root_id IS NOT NULL;

ALTER TABLE reminders ADD COLUMN thread_root_id BLOB REFERENCES messages (id) ON DELETE CASCADE;
UPDATE reminders SET thread_root_id = (SELECT m.thread_root_id FROM messages m WHERE m.id = reminders.message_id);
CREATE INDEX reminders_by_thread ON reminders (thread_root_id) WHERE thread_root_id IS NOT NULL;
