-- Emoji of a workspace's own.

CREATE TABLE custom_emoji (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  workspace_id BLOB    NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  name         TEXT    NOT NULL CHECK (length(name) BETWEEN 2 AND 32),
  kind         TEXT    NOT NULL CHECK (kind IN ('png', 'gif', 'webp')),
  width        INTEGER NOT NULL CHECK (width BETWEEN 1 AND 512),
  height       INTEGER NOT NULL CHECK (height BETWEEN 1 AND 512),
  created_by   BLOB    REFERENCES users (id),
  created_at   INTEGER NOT NULL,
  image        BLOB    NOT NULL CHECK (length(image) BETWEEN 1 AND 131072),
  UNIQUE (workspace_id, name)
) STRICT;
CREATE INDEX custom_emoji_by_creator ON custom_emoji (created_by);
