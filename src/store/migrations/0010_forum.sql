-- Forum groups: posts with titles and tags, which can be moved; and groups named in texts.

-- By what a text names it: #summer-party.
CREATE INDEX groups_by_handle ON groups (workspace_id, replace(name_key, ' ', '-'));

-- What a group is for is settled when it is made.
CREATE TRIGGER groups_keep_their_kind BEFORE UPDATE OF kind ON groups WHEN NEW.kind <> OLD.kind
BEGIN
  SELECT raise(ABORT, 'a group keeps its kind');
END;

DROP TRIGGER messages_keep_their_place;

-- A post of a forum group: a message with a title, whose thread is the talk about it. The shelf on which it lies and
-- the two numbers by which it is sorted stand here, so that every list of posts rides on an index; they are seq of
-- messages, since clocks decide nothing.
CREATE TABLE posts (
  message_id  BLOB    NOT NULL PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  group_id    BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  title       TEXT    NOT NULL CHECK (length(title) <= 120),            -- '' once the message is deleted
  version     INTEGER NOT NULL DEFAULT 1,                               -- of title and tags; a stale one is refused
  shelf       TEXT    NOT NULL CHECK (shelf IN ('open', 'solved', 'pinned', 'gone')),
  seq         INTEGER NOT NULL,                                         -- of the message
  active_seq  INTEGER NOT NULL,                                         -- of the newest message in the thread
  solved_at   INTEGER,
  solved_by   BLOB    REFERENCES users (id),
  solution_id BLOB    REFERENCES messages (id),                         -- the reply that solves it
  CHECK ((solved_at IS NULL) = (solved_by IS NULL)),
  CHECK (solution_id IS NULL OR solved_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX posts_by_activity ON posts (group_id, shelf, active_seq);
CREATE INDEX posts_by_date ON posts (group_id, shelf, seq);
CREATE INDEX posts_by_solver ON posts (solved_by) WHERE solved_by IS NOT NULL;
CREATE INDEX posts_by_solution ON posts (solution_id) WHERE solution_id IS NOT NULL;

-- What the posts of a forum are sorted by. A removed tag is in no answer; its rows in post_tags go a few at a time.
CREATE TABLE forum_tags (
  id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  group_id   BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  name_key   TEXT    NOT NULL,
  colour     TEXT    NOT NULL CHECK (colour IN ('grey', 'green', 'brass', 'red', 'blue', 'violet')),
  removed_at INTEGER
) STRICT;
CREATE INDEX forum_tags_by_group ON forum_tags (group_id, name_key);
CREATE UNIQUE INDEX forum_tags_by_name ON forum_tags (group_id, name_key) WHERE removed_at IS NULL;
CREATE INDEX forum_tags_removed ON forum_tags (removed_at) WHERE removed_at IS NOT NULL;

-- Which tags a post bears. Shelf and numbers are those of the post, for the lists of one tag.
CREATE TABLE post_tags (
  post_id    BLOB    NOT NULL REFERENCES posts (message_id) ON DELETE CASCADE,
  tag_id     BLOB    NOT NULL REFERENCES forum_tags (id) ON DELETE CASCADE,
  shelf      TEXT    NOT NULL CHECK (shelf IN ('open', 'solved', 'pinned', 'gone')),
  seq        INTEGER NOT NULL,
  active_seq INTEGER NOT NULL,
  PRIMARY KEY (post_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_tags_by_activity ON post_tags (tag_id, shelf, active_seq);
CREATE INDEX post_tags_by_date ON post_tags (tag_id, shelf, seq);

-- From where to where a post was moved. Its replies are where it is (their own group_id says where they were said), so a
-- move touches a few rows however long the thread; at its old place a deleted message keeps the ordinals without gaps.
CREATE TABLE post_moves (
  message_id    BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  from_group_id BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  from_ordinal  INTEGER NOT NULL,
  to_group_id   BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  to_ordinal    INTEGER NOT NULL,
  moved_by      BLOB    NOT NULL REFERENCES users (id),
  moved_at      INTEGER NOT NULL,
  PRIMARY KEY (message_id, from_group_id, from_ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_moves_from ON post_moves (from_group_id);
CREATE INDEX post_moves_to ON post_moves (to_group_id);
CREATE INDEX post_moves_by_mover ON post_moves (moved_by);

-- A message stays where it was said, but for a post whose move from here to there is written down.
CREATE TRIGGER messages_keep_their_place BEFORE UPDATE OF group_id, direct_id, receiver_id, sender_id, ordinal, thread_root_id, thread_ordinal ON messages
WHEN NEW.direct_id IS NOT OLD.direct_id OR NEW.receiver_id IS NOT OLD.receiver_id OR NEW.sender_id <> OLD.sender_id
  OR NEW.thread_root_id IS NOT OLD.thread_root_id OR NEW.thread_ordinal IS NOT OLD.thread_ordinal
  OR NOT EXISTS (SELECT 1 FROM post_moves p
                  WHERE p.message_id = OLD.id AND p.from_group_id = OLD.group_id AND p.from_ordinal = OLD.ordinal
                    AND p.to_group_id = NEW.group_id AND p.to_ordinal = NEW.ordinal)
BEGIN
  SELECT raise(ABORT, 'a message cannot move');
END;

-- Which groups a text names (#greenhouse), as the author could see them when writing. Who reads it is shown those that
-- they may see themselves, by the name that these bear now.
CREATE TABLE group_mentions (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  handle     TEXT    NOT NULL CHECK (length(handle) BETWEEN 1 AND 320), -- as it stands in the text, case folded
  group_id   BLOB    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  PRIMARY KEY (message_id, handle)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_mentions_by_group ON group_mentions (group_id);
