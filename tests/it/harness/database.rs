//! The database, past the server: for what no answer would betray, and to put instants back as if time had passed.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest as _, Sha256};

pub struct Database(Connection);

/// Everything that lasts, but for what the server notes by itself: who is connected, and when a device was last used.
const LASTING: [&str; 28] = [
    "SELECT id, name, username, email, password, server_role, is_active, is_banned, bio, keywords FROM users",
    "SELECT id, user_id, token_hash, password_at FROM sessions",
    "SELECT user_id, manual_status, do_not_disturb, invisible, quiet_hours FROM user_status",
    "SELECT * FROM workspaces",
    "SELECT * FROM workspace_members",
    "SELECT * FROM groups",
    "SELECT * FROM custom_emoji",
    "SELECT * FROM message_reactions",
    "SELECT * FROM group_members",
    "SELECT id, uses, revoked_at FROM group_invites",
    "SELECT * FROM direct_conversations",
    "SELECT * FROM drafts",
    "SELECT * FROM saved_messages",
    "SELECT * FROM reminders",
    "SELECT * FROM scheduled_messages",
    "SELECT * FROM posts",
    // What was removed is swept away in its own time.
    "SELECT * FROM forum_tags WHERE removed_at IS NULL",
    "SELECT p.* FROM post_tags p JOIN forum_tags t ON t.id = p.tag_id WHERE t.removed_at IS NULL",
    "SELECT * FROM polls",
    "SELECT * FROM poll_votes",
    "SELECT * FROM uploads",
    "SELECT id, uploader_id, name, posted_at FROM files",
    "SELECT * FROM attachments",
    "SELECT * FROM message_links",
    "SELECT * FROM file_links",
    "SELECT * FROM password_resets",
    // Lines are only ever added.
    "SELECT max(seq) FROM audit_log",
    "SELECT (SELECT count(*) FROM messages), (SELECT max(seq) FROM events), setup_code_hash, sign_up_open, previews_on FROM server",
];

/// For what a test wants to ask in its own words.
impl std::ops::Deref for Database {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0
    }
}

impl Database {
    pub fn open(data_dir: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(data_dir.join("parlor.db"), flags).unwrap();
        connection.busy_timeout(std::time::Duration::from_secs(10)).unwrap();
        Self(connection)
    }

    /// All that a refused request must leave as it is: what each statement finds, as a digest.
    pub fn state(&self) -> Vec<String> {
        LASTING.iter().map(|sql| self.digest(sql)).collect()
    }

    /// Another number after each commit of anybody else.
    pub fn version(&self) -> i64 {
        self.0.query_row("PRAGMA data_version", [], |row| row.get(0)).unwrap()
    }

    fn digest(&self, sql: &str) -> String {
        let mut statement = self.0.prepare_cached(sql).unwrap();
        let columns = statement.column_count();
        let (mut digest, mut count) = (Sha256::new(), 0);
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            count += 1;
            for at in 0..columns {
                let (kind, bytes): (u8, &[u8]) = match row.get_ref(at).unwrap() {
                    ValueRef::Null => (0, &[]),
                    ValueRef::Integer(number) => (1, &number.to_le_bytes()),
                    ValueRef::Real(number) => (2, &number.to_le_bytes()),
                    ValueRef::Text(text) => (3, text),
                    ValueRef::Blob(bytes) => (4, bytes),
                };
                digest.update([kind]);
                digest.update(bytes.len().to_le_bytes());
                digest.update(bytes);
            }
        }
        let digest: String = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        format!("{sql}: {count} rows, {digest}")
    }

    /// What a statement finds, each row as text.
    pub fn rows(&self, sql: &str) -> Vec<String> {
        let mut statement = self.0.prepare_cached(sql).unwrap();
        let columns = statement.column_count();
        let row_as_text = |row: &rusqlite::Row<'_>| {
            (0..columns).map(|at| row.get_ref(at).map(as_text)).collect::<Result<Vec<_>, _>>().map(|row| row.join("|"))
        };
        statement.query_map([], row_as_text).unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// Changes rows; how many.
    pub fn run(&self, sql: &str) -> usize {
        self.0.execute(sql, []).unwrap()
    }
}

fn as_text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
