-- Words that call somebody, quiet hours, and what one wants to be told of a whole workspace.

ALTER TABLE users ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keywords));
ALTER TABLE workspace_members ADD COLUMN notification_level TEXT NOT NULL DEFAULT 'all' CHECK (notification_level IN ('all', 'mentions', 'nothing'));

-- NULL: as for the workspace. What was 'all' was never chosen.
ALTER TABLE group_members RENAME COLUMN notification_level TO former_level;
ALTER TABLE group_members ADD COLUMN notification_level TEXT CHECK (notification_level IN ('all', 'mentions', 'nothing'));
UPDATE group_members SET notification_level = former_level WHERE former_level <> 'all';
ALTER TABLE group_members DROP COLUMN former_level;

-- A longer emoji fits, quiet hours have their columns, and who is not connected is not seen.
CREATE TABLE new_user_status (
  user_id           BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  manual_status     TEXT    CHECK (length(manual_status) BETWEEN 1 AND 140),
  manual_emoji      TEXT    CHECK (length(manual_emoji) BETWEEN 1 AND 64),
  manual_expires_at INTEGER,
  auto_status       TEXT    NOT NULL DEFAULT 'offline' CHECK (auto_status IN ('online', 'offline', 'away', 'idle')),
  do_not_disturb    INTEGER NOT NULL DEFAULT 0 CHECK (do_not_disturb IN (0, 1)),
  quiet_hours       TEXT    CHECK (json_valid(quiet_hours)),
  in_quiet_hours    INTEGER NOT NULL DEFAULT 0 CHECK (in_quiet_hours IN (0, 1)),
  quiet_changes_at  INTEGER,
  invisible         INTEGER NOT NULL DEFAULT 0 CHECK (invisible IN (0, 1)),
  shown_status      TEXT    CHECK (json_valid(shown_status)),
  last_seen         INTEGER,
  devices           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(devices)),
  updated_at        INTEGER NOT NULL,
  CHECK (manual_status IS NOT NULL OR (manual_emoji IS NULL AND manual_expires_at IS NULL)),
  CHECK ((quiet_hours IS NULL) = (quiet_changes_at IS NULL)),
  CHECK (quiet_hours IS NOT NULL OR in_quiet_hours = 0)
) STRICT;
INSERT INTO new_user_status (user_id, manual_status, manual_emoji, manual_expires_at, auto_status, do_not_disturb, invisible,
                             shown_status, last_seen, devices, updated_at)
SELECT user_id, manual_status, manual_emoji, manual_expires_at, auto_status, do_not_disturb, invisible,
       shown_status, last_seen, devices, updated_at
  FROM user_status;
DROP TABLE user_status;
ALTER TABLE new_user_status RENAME TO user_status;
CREATE INDEX user_status_by_expiry ON user_status (manual_expires_at) WHERE manual_expires_at IS NOT NULL;
CREATE INDEX user_status_by_quiet ON user_status (quiet_changes_at) WHERE quiet_changes_at IS NOT NULL;
CREATE INDEX user_status_connected ON user_status (auto_status) WHERE auto_status <> 'offline';

CREATE TRIGGER update_user_status_timestamp AFTER UPDATE ON user_status
WHEN NEW.updated_at = OLD.updated_at
BEGIN
  UPDATE user_status
     SET updated_at = max(OLD.updated_at + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER)),
         last_seen  = CASE WHEN OLD.invisible AND NEW.invisible THEN OLD.last_seen
                           WHEN OLD.auto_status = 'offline' AND NEW.auto_status = 'offline' THEN OLD.last_seen
                           ELSE CAST(unixepoch('subsec') * 1000 AS INTEGER) END
   WHERE user_id = NEW.user_id;
END;
