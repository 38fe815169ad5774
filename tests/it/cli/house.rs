//! A working directory with a server's data in it, and the program run there.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use rusqlite::Connection;
use rusqlite::types::FromSql;
use rustix::fs::{FlockOperation, flock};
use tempfile::TempDir;

/// Parlor's schema as it stands.
const SCHEMA: &str = include_str!("../../../schema.sql");

/// One owner, a primary group and another one: what set-up makes, and a little more.
const SET_UP: &str = "
    INSERT INTO users (id, name, name_key, username, password, server_role, created_at, updated_at)
    VALUES (randomblob(16), 'Ines Duarte', 'ines duarte', 'ines', 'none', 'admin', 1, 1);
    INSERT INTO user_status (user_id, updated_at) SELECT id, 1 FROM users;
    INSERT INTO workspaces (id, name, slug, owner_id, created_at)
    SELECT randomblob(16), 'Fernhill Workshop', 'fernhill', id, 1 FROM users;
    INSERT INTO workspace_members (workspace_id, user_id, role, joined_at)
    SELECT id, owner_id, 'owner', 1 FROM workspaces;
    INSERT INTO groups (id, workspace_id, name, name_key, is_primary, created_at)
    SELECT randomblob(16), id, 'Lounge', 'lounge', 1, 1 FROM workspaces;
    INSERT INTO groups (id, workspace_id, name, name_key, created_at)
    SELECT randomblob(16), id, 'Greenhouse', 'greenhouse', 1 FROM workspaces;
    INSERT INTO group_members (id, user_id, group_id, joined_at)
    SELECT randomblob(16), owner_id, groups.id, 1 FROM workspaces JOIN groups ON is_primary = 1;
    UPDATE groups SET member_count = 1 WHERE is_primary = 1;";

pub struct House {
    root: TempDir,
}

/// How a run ended.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl House {
    /// A working directory with nothing in it.
    pub fn empty() -> Self {
        Self { root: TempDir::new().unwrap() }
    }

    /// With a server in `data` that was started once.
    pub fn never_set_up() -> Self {
        let house = Self::empty();
        DirBuilder::new().mode(0o700).create(house.path("data")).unwrap();
        let migrations = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/migrations");
        let conn = house.database();
        conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA application_id = 0x70726c72").unwrap();
        conn.pragma_update(None, "user_version", i64::try_from(names(Path::new(migrations)).len()).unwrap()).unwrap();
        conn.execute_batch(SCHEMA).unwrap();
        fs::set_permissions(house.path("data/parlor.db"), Permissions::from_mode(0o600)).unwrap();
        house
    }

    /// With a server in `data` that Ines has set up.
    pub fn set_up() -> Self {
        let house = Self::never_set_up();
        house.database().execute_batch(SET_UP).unwrap();
        house
    }

    pub fn root(&self) -> &Path {
        self.root.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub fn run(&self, args: &[&str]) -> Done {
        self.run_with(args, "")
    }

    pub fn run_with(&self, args: &[&str], input: &str) -> Done {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parlor"));
        let output = command.current_dir(self.root()).env_clear().args(args).write_stdin(input).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Done { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    pub fn database(&self) -> Connection {
        Connection::open(self.path("data/parlor.db")).unwrap()
    }

    /// The one value that a query answers.
    pub fn one<T: FromSql>(&self, sql: &str) -> T {
        self.database().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// As if a server with this process id were running.
    pub fn lock(&self, pid: &str) -> File {
        let mut lock = File::create(self.path("data/parlor.lock")).unwrap();
        flock(&lock, FlockOperation::LockExclusive).unwrap();
        lock.write_all(pid.as_bytes()).unwrap();
        lock
    }

    pub fn sign_in(&self, username: &str) {
        let sql = "INSERT INTO sessions (id, user_id, token_hash, user_agent, address, created_at, last_active_at, password_at, expires_at)
                   SELECT randomblob(16), id, randomblob(32), '', '', 1, 1, 1, 9999999999999 FROM users WHERE username = ?1";
        assert_eq!(self.database().execute(sql, [username]).unwrap(), 1);
    }

    /// Overwrites a page in the middle of the database.
    pub fn damage(&self) {
        let path = self.path("data/parlor.db");
        let mut bytes = fs::read(&path).unwrap();
        let root: i64 = self.one("SELECT rootpage FROM sqlite_schema WHERE name = 'messages'");
        let root = usize::try_from(root).unwrap();
        bytes[(root - 1) * 4096..root * 4096].fill(0xa5);
        fs::write(path, bytes).unwrap();
    }

    /// Takes away what a row refers to, as another tool might.
    pub fn orphan_a_row(&self) {
        self.database().execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM groups WHERE is_primary = 1").unwrap();
    }

    pub fn open_to_others(&self, name: &str) {
        fs::set_permissions(self.path(name), Permissions::from_mode(0o644)).unwrap();
    }
}

/// The names in a directory, sorted.
pub fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
