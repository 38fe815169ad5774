-- Files are found by their names and, where they are text, by how they begin; polls by their answers. What is a message's
-- text for the index is another one so, and it is built again: by a job, the newest messages first.

ALTER TABLE blobs ADD COLUMN text TEXT CHECK (length(text) <= 16000);

INSERT INTO message_index (message_index) VALUES ('delete-all');
DELETE FROM search_words;
DELETE FROM search_segments;
UPDATE search_progress
   SET unread_below = (SELECT coalesce(max(seq), 0) + 1 FROM messages),
       words_up_to  = (SELECT coalesce(max(seq), 0) FROM messages)
 WHERE id = 1;
