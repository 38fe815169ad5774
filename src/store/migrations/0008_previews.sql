-- Previews of links: off until an admin of the server turns them on.
ALTER TABLE server ADD COLUMN previews_on INTEGER NOT NULL DEFAULT 0 CHECK (previews_on IN (0, 1));

-- What links lead to, each address once: looked at after the message was stored, and kept for a while.
CREATE TABLE pages (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  url          TEXT    NOT NULL UNIQUE CHECK (length(url) BETWEEN 1 AND 2000),
  state        TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ready', 'empty')),
  title        TEXT    CHECK (length(title) BETWEEN 1 AND 200),
  site         TEXT    CHECK (length(site) <= 80),
  description  TEXT    CHECK (length(description) <= 300),
  image        BLOB    CHECK (length(image) <= 262144),
  image_type   TEXT,
  image_width  INTEGER CHECK (image_width > 0),
  image_height INTEGER CHECK (image_height > 0),
  looked_at    INTEGER,
  CHECK ((state = 'ready') = (title IS NOT NULL)),
  CHECK ((image IS NULL) = (image_type IS NULL) AND (image IS NULL) = (image_width IS NULL) AND (image IS NULL) = (image_height IS NULL)),
  CHECK ((state = 'waiting') = (looked_at IS NULL))
) STRICT;
CREATE INDEX pages_waiting ON pages (id) WHERE state = 'waiting';
CREATE INDEX pages_by_age ON pages (looked_at) WHERE looked_at IS NOT NULL;

-- The first links of a message. One that its author took down stays, so that it does not come back.
CREATE TABLE message_links (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
  page_id    BLOB    NOT NULL REFERENCES pages (id),
  is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1)),
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_links_by_page ON message_links (page_id, message_id);
