-- The newest messages are put into the index of search together, a moment after they were said; and a job merges what two
-- of its pieces have, where automatic merging waits for four.

INSERT INTO message_index (message_index, rank) VALUES ('usermerge', 2);

ALTER TABLE search_progress RENAME TO search_progress_before;

CREATE TABLE search_progress (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  unread_below INTEGER NOT NULL,
  read_up_to   INTEGER NOT NULL,
  words_up_to  INTEGER NOT NULL,
  CHECK (words_up_to <= read_up_to)
) STRICT;

INSERT INTO search_progress (id, unread_below, read_up_to, words_up_to)
SELECT id, unread_below, (SELECT coalesce(max(seq), 0) FROM messages), words_up_to FROM search_progress_before;

DROP TABLE search_progress_before;
