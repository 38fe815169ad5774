-- Looking for what was said. Messages that are there already are taken up by a job, the newest first.

CREATE VIRTUAL TABLE message_index USING fts5 (
  tokens, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '_='"
);
INSERT INTO message_index (message_index, rank) VALUES ('secure-delete', 1);

CREATE TABLE search_segments (
  key           INTEGER NOT NULL PRIMARY KEY,
  place_id      BLOB    NOT NULL CHECK (length(place_id) = 16),
  first_seq     INTEGER NOT NULL,
  last_seq      INTEGER NOT NULL CHECK (last_seq >= first_seq),
  first_at      INTEGER NOT NULL,
  last_at       INTEGER NOT NULL CHECK (last_at >= first_at),
  message_count INTEGER NOT NULL CHECK (message_count >= 1)
) STRICT;
CREATE UNIQUE INDEX search_segments_by_place ON search_segments (place_id, first_seq);

CREATE TABLE search_words (
  segment_key INTEGER NOT NULL REFERENCES search_segments (key) ON DELETE CASCADE,
  word        TEXT    NOT NULL CHECK (length(word) BETWEEN 5 AND 40),
  PRIMARY KEY (segment_key, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_progress (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  unread_below INTEGER NOT NULL,
  words_up_to  INTEGER NOT NULL
) STRICT;
INSERT INTO search_progress (id, unread_below, words_up_to)
SELECT 1, coalesce(max(seq), 0) + 1, coalesce(max(seq), 0) FROM messages;
