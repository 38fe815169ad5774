-- Files.

-- What files hold, each content once, by its SHA-256; the bytes are in the data directory. It is kept for a while after
-- the last file with it is gone, so that a copy of the database from before still finds it.
CREATE TABLE blobs (
  sha256          BLOB    NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  size_bytes      INTEGER NOT NULL CHECK (size_bytes >= 0),
  kind            TEXT    NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'text', 'other')),
  mime_type       TEXT    NOT NULL CHECK (length(mime_type) <= 100),
  width           INTEGER CHECK (width >= 1),
  height          INTEGER CHECK (height >= 1),
  thumbnail       TEXT    NOT NULL CHECK (thumbnail IN ('none', 'pending', 'ready')),
  thumbnail_type  TEXT,
  preview         BLOB    CHECK (length(preview) = 48),
  created_at      INTEGER NOT NULL,
  unreferenced_at INTEGER,
  CHECK ((width IS NULL) = (height IS NULL)),
  CHECK ((thumbnail = 'ready') = (thumbnail_type IS NOT NULL)),
  CHECK ((thumbnail = 'ready') = (preview IS NOT NULL))
) STRICT;
CREATE INDEX blobs_to_draw ON blobs (created_at) WHERE thumbnail = 'pending';
CREATE INDEX blobs_unreferenced ON blobs (unreferenced_at) WHERE unreferenced_at IS NOT NULL;

CREATE TABLE files (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  uploader_id BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  sha256      BLOB    NOT NULL REFERENCES blobs (sha256),
  name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  size_bytes  INTEGER NOT NULL CHECK (size_bytes >= 0),
  created_at  INTEGER NOT NULL,
  posted_at   INTEGER,
  expires_at  INTEGER
) STRICT;
CREATE INDEX files_by_uploader ON files (uploader_id, id);
CREATE INDEX files_by_blob ON files (sha256, id);
CREATE INDEX files_unposted ON files (created_at) WHERE posted_at IS NULL;
CREATE INDEX files_by_expiry ON files (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE uploads (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  user_id        BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  size_bytes     INTEGER NOT NULL CHECK (size_bytes >= 0),
  received_bytes INTEGER NOT NULL DEFAULT 0 CHECK (received_bytes BETWEEN 0 AND size_bytes),
  created_at     INTEGER NOT NULL,
  touched_at     INTEGER NOT NULL,
  expires_at     INTEGER
) STRICT;
CREATE INDEX uploads_by_user ON uploads (user_id, id);
CREATE INDEX uploads_by_touch ON uploads (touched_at);

CREATE TABLE attachments (
  message_id BLOB    NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL CHECK (position BETWEEN 1 AND 50),
  file_id    BLOB    NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  group_id   BLOB    REFERENCES groups (id) ON DELETE CASCADE,
  direct_id  BLOB    REFERENCES direct_conversations (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'text', 'other')),
  PRIMARY KEY (message_id, position),
  CHECK ((group_id IS NULL) <> (direct_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attachments_by_file ON attachments (file_id, message_id);
CREATE INDEX attachments_in_group ON attachments (group_id, message_id, position) WHERE group_id IS NOT NULL;
CREATE INDEX attachments_in_group_by_kind ON attachments (group_id, kind, message_id, position) WHERE group_id IS NOT NULL;
CREATE INDEX attachments_in_direct ON attachments (direct_id, message_id, position) WHERE direct_id IS NOT NULL;
CREATE INDEX attachments_in_direct_by_kind ON attachments (direct_id, kind, message_id, position) WHERE direct_id IS NOT NULL;

CREATE TABLE file_links (
  id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  file_id    BLOB    NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  token_hash BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_by BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE INDEX file_links_by_file ON file_links (file_id, id);
CREATE INDEX file_links_by_creator ON file_links (created_by);
CREATE INDEX file_links_by_expiry ON file_links (expires_at) WHERE expires_at IS NOT NULL;

-- What is counted against quotas: kept by the triggers below, so that nothing is added up where somebody waits.
CREATE TABLE file_usage (
  user_id BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  bytes   INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_totals (
  id            INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  stored_bytes  INTEGER NOT NULL DEFAULT 0 CHECK (stored_bytes >= 0),
  awaited_bytes INTEGER NOT NULL DEFAULT 0 CHECK (awaited_bytes >= 0)
) STRICT;
INSERT INTO file_totals (id) VALUES (1);

CREATE TRIGGER blobs_are_counted AFTER INSERT ON blobs
BEGIN
  UPDATE file_totals SET stored_bytes = stored_bytes + NEW.size_bytes WHERE id = 1;
END;

CREATE TRIGGER blobs_are_discounted AFTER DELETE ON blobs
BEGIN
  UPDATE file_totals SET stored_bytes = stored_bytes - OLD.size_bytes WHERE id = 1;
END;

CREATE TRIGGER files_are_counted AFTER INSERT ON files
BEGIN
  INSERT INTO file_usage (user_id, bytes) VALUES (NEW.uploader_id, NEW.size_bytes)
      ON CONFLICT (user_id) DO UPDATE SET bytes = bytes + NEW.size_bytes;
  UPDATE blobs SET unreferenced_at = NULL WHERE sha256 = NEW.sha256 AND unreferenced_at IS NOT NULL;
END;

CREATE TRIGGER files_are_discounted AFTER DELETE ON files
BEGIN
  UPDATE file_usage SET bytes = bytes - OLD.size_bytes WHERE user_id = OLD.uploader_id;
  UPDATE blobs SET unreferenced_at = CAST(unixepoch('subsec') * 1000 AS INTEGER)
   WHERE sha256 = OLD.sha256 AND NOT EXISTS (SELECT 1 FROM files WHERE files.sha256 = OLD.sha256);
END;

CREATE TRIGGER uploads_are_counted AFTER INSERT ON uploads
BEGIN
  INSERT INTO file_usage (user_id, bytes) VALUES (NEW.user_id, NEW.size_bytes)
      ON CONFLICT (user_id) DO UPDATE SET bytes = bytes + NEW.size_bytes;
  UPDATE file_totals
     SET stored_bytes  = stored_bytes + NEW.received_bytes,
         awaited_bytes = awaited_bytes + NEW.size_bytes - NEW.received_bytes
   WHERE id = 1;
END;

CREATE TRIGGER uploads_arrive AFTER UPDATE OF received_bytes ON uploads
BEGIN
  UPDATE file_totals
     SET stored_bytes  = stored_bytes + NEW.received_bytes - OLD.received_bytes,
         awaited_bytes = awaited_bytes + OLD.received_bytes - NEW.received_bytes
   WHERE id = 1;
END;

CREATE TRIGGER uploads_are_discounted AFTER DELETE ON uploads
BEGIN
  UPDATE file_usage SET bytes = bytes - OLD.size_bytes WHERE user_id = OLD.user_id;
  UPDATE file_totals
     SET stored_bytes  = stored_bytes - OLD.received_bytes,
         awaited_bytes = awaited_bytes - OLD.size_bytes + OLD.received_bytes
   WHERE id = 1;
END;

-- Once the last message with a file is gone, so is the file, at once.
CREATE TRIGGER files_end_with_their_last_message AFTER DELETE ON attachments
WHEN NOT EXISTS (SELECT 1 FROM attachments WHERE file_id = OLD.file_id)
BEGIN
  DELETE FROM files WHERE id = OLD.file_id;
END;
