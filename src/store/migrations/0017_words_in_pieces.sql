-- The words of a segment stand together in pieces: text is gone through much faster than rows.

ALTER TABLE search_words RENAME TO search_words_before;

CREATE TABLE search_words (
  id          INTEGER NOT NULL PRIMARY KEY,
  segment_key INTEGER NOT NULL REFERENCES search_segments (key) ON DELETE CASCADE,
  first_word  TEXT    NOT NULL,
  words       TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_words_by_first ON search_words (segment_key, first_word);

INSERT INTO search_words (segment_key, first_word, words)
SELECT segment_key, CASE piece WHEN 0 THEN '' ELSE min(word) END, group_concat(word, char(10) ORDER BY word) || char(10)
  FROM (SELECT segment_key, word, (row_number() OVER (PARTITION BY segment_key ORDER BY word) - 1) / 150 AS piece
          FROM search_words_before)
 GROUP BY segment_key, piece;

DROP TABLE search_words_before;
