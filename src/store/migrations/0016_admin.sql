-- Looking after a server: what was done to it, links to a new password, and what is counted of it.

-- The last copy of the database that `parlor backup` made.
ALTER TABLE server ADD COLUMN backed_up_at INTEGER;
ALTER TABLE server ADD COLUMN backup_bytes INTEGER CHECK (backup_bytes >= 0);

-- By when people were seen last: who is here now comes first, and who hides looks as they did before they hid.
ALTER TABLE user_status ADD COLUMN seen_key INTEGER NOT NULL GENERATED ALWAYS AS (
  CASE WHEN auto_status <> 'offline' AND invisible = 0 THEN 9223372036854775807 ELSE coalesce(last_seen, 0) END
) VIRTUAL;
CREATE INDEX user_status_by_sight ON user_status (seen_key, user_id);

CREATE INDEX group_invites_open ON group_invites (id)
 WHERE revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses);

-- Links by which somebody gives themselves a new password: one for each person, good for one use. Only the SHA-256 of a
-- code is kept.
CREATE TABLE password_resets (
  user_id    BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  code_hash  BLOB    NOT NULL UNIQUE CHECK (length(code_hash) = 32),
  created_by BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX password_resets_by_creator ON password_resets (created_by);
CREATE INDEX password_resets_by_expiry ON password_resets (expires_at);

-- What was done to people, groups and the server by who looks after them. Lines are added and stay: seq counts without
-- gaps, and each hash is made of its line and the hash before it, so that what was changed past the program shows.
CREATE TABLE audit_log (
  seq        INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  created_at INTEGER NOT NULL,
  actor_id   BLOB    REFERENCES users (id),                           -- NULL: who owns the data directory, on the command line
  action     TEXT    NOT NULL CHECK (length(action) BETWEEN 1 AND 40),
  subject_id BLOB    CHECK (length(subject_id) = 16),                 -- whom or what it was done to
  detail     TEXT    NOT NULL CHECK (json_valid(detail) AND length(detail) <= 2000),
  address    TEXT    CHECK (length(address) <= 64),                   -- where the actor's device was noted last
  hash       BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, seq);
CREATE INDEX audit_log_by_action ON audit_log (action, seq);
CREATE INDEX audit_log_by_actor_and_action ON audit_log (actor_id, action, seq);

CREATE TRIGGER audit_log_is_not_rewritten BEFORE UPDATE ON audit_log
BEGIN
  SELECT raise(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_log_is_kept BEFORE DELETE ON audit_log
BEGIN
  SELECT raise(ABORT, 'the audit log is only added to');
END;

-- Who takes up most, and what of: for whoever looks after the disk.
CREATE INDEX file_usage_by_bytes ON file_usage (bytes, user_id);

CREATE TABLE file_kinds (
  kind  TEXT    NOT NULL PRIMARY KEY CHECK (kind IN ('image', 'audio', 'video', 'text', 'other')),
  count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
  bytes INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO file_kinds (kind) VALUES ('image'), ('audio'), ('video'), ('text'), ('other');
UPDATE file_kinds
   SET count = (SELECT count(*) FROM blobs b WHERE b.kind = file_kinds.kind),
       bytes = (SELECT coalesce(sum(b.size_bytes), 0) FROM blobs b WHERE b.kind = file_kinds.kind);

CREATE TRIGGER kinds_are_counted AFTER INSERT ON blobs
BEGIN
  UPDATE file_kinds SET count = count + 1, bytes = bytes + NEW.size_bytes WHERE kind = NEW.kind;
END;

CREATE TRIGGER kinds_are_discounted AFTER DELETE ON blobs
BEGIN
  UPDATE file_kinds SET count = count - 1, bytes = bytes - OLD.size_bytes WHERE kind = OLD.kind;
END;
