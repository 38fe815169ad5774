-- Polls: the question is a message's text.

ALTER TABLE messages ADD COLUMN has_poll INTEGER NOT NULL DEFAULT 0 CHECK (has_poll IN (0, 1));

CREATE TABLE polls (
  message_id     BLOB    NOT NULL PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  is_multiple    INTEGER NOT NULL CHECK (is_multiple IN (0, 1)),
  is_anonymous   INTEGER NOT NULL CHECK (is_anonymous IN (0, 1)),
  closes_at      INTEGER,
  closed_at      INTEGER,
  voter_count    INTEGER NOT NULL DEFAULT 0 CHECK (voter_count >= 0),
  revision       INTEGER NOT NULL DEFAULT 0,
  last_option_id INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX polls_to_close ON polls (closes_at) WHERE closed_at IS NULL AND closes_at IS NOT NULL;

CREATE TABLE poll_options (
  message_id BLOB    NOT NULL REFERENCES polls (message_id) ON DELETE CASCADE,
  id         INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  text       TEXT    NOT NULL CHECK (length(text) BETWEEN 1 AND 100),
  vote_count INTEGER NOT NULL DEFAULT 0 CHECK (vote_count >= 0),
  PRIMARY KEY (message_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE poll_votes (
  message_id BLOB    NOT NULL,
  user_id    BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  option_id  INTEGER NOT NULL,
  voted_at   INTEGER NOT NULL,
  PRIMARY KEY (message_id, user_id, option_id),
  FOREIGN KEY (message_id, option_id) REFERENCES poll_options (message_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_votes_by_option ON poll_votes (message_id, option_id, user_id);
CREATE INDEX poll_votes_by_user ON poll_votes (user_id);
