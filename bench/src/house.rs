//! A team to measure with: made by the server's own set-up, and filled straight into its database file, since signing
//! thousands of people up would hash thousands of passwords.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use uuid::Uuid;

use crate::Result;
use crate::http::Http;
use crate::server::{DATA_DIR, Server};
use crate::stats::now_ns;

/// The owner's name and password, for a sign-in that is measured.
pub const OWNER: &str = "olive";
pub const PASSWORD: &str = "a rather long sentence";

/// Thirty days in milliseconds: longer than any run.
const SESSION_MS: i64 = 30 * 24 * 3600 * 1000;

/// How the people are spread over groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Everybody in one group.
    Together,
    /// Everybody in a group of their own.
    Apart,
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Uuid,
    pub token: String,
    pub group: Uuid,
}

/// A server's directory, ready to be started.
pub struct House {
    directory: TempDir,
    binary: PathBuf,
    pub people: Vec<Person>,
}

impl House {
    /// Sets a server up in a directory of its own below `around`, with `people` besides its owner.
    ///
    /// # Errors
    /// When the server cannot be started or set up, or its tables are not as expected.
    pub async fn build(binary: &Path, around: &Path, people: usize, layout: Layout) -> Result<Self> {
        std::fs::create_dir_all(around)?;
        let directory = tempfile::Builder::new().prefix("parlor-bench-").tempdir_in(around)?;
        let server = Server::start(binary, directory.path())?;
        let input = json!({ "code": server.setup_code, "workspace_name": "Bench", "name": "Olive", "username": OWNER,
                            "password": PASSWORD, "token": true });
        Http::connect(server.address, None).await?.post("/setup", &input.to_string()).await?.json(201)?;
        std::fs::write(directory.path().join("set-up"), "")?;
        server.stop()?;
        let mut house = Self { directory, binary: binary.to_owned(), people: Vec::new() };
        house.people = move_in(&mut house.database()?, people, layout)?;
        Ok(house)
    }

    /// # Errors
    /// See [`Server::start`].
    pub fn open(&self) -> Result<Server> {
        Server::start(&self.binary, self.directory.path())
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    pub fn database_file(&self) -> PathBuf {
        self.directory.path().join(DATA_DIR).join("parlor.db")
    }

    /// The database, for as long as no server has it.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn database(&self) -> Result<Connection> {
        let conn = Connection::open(self.database_file())?;
        // Whatever is put in here is made up: should the machine fail, nothing is lost.
        conn.execute_batch("PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; PRAGMA cache_size = -262144")?;
        Ok(conn)
    }
}

fn move_in(conn: &mut Connection, count: usize, layout: Layout) -> Result<Vec<Person>> {
    let tx = conn.transaction()?;
    let (now, everybody) = (now_ms(), i64::try_from(count)?);
    let workspace: Vec<u8> = tx.query_row("SELECT id FROM workspaces", [], |row| row.get(0))?;
    let lounge: Vec<u8> = tx.query_row("SELECT id FROM groups WHERE is_primary", [], |row| row.get(0))?;
    let (owner, password): (Vec<u8>, String) =
        tx.query_row("SELECT id, password FROM users", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let new_group = |name: &str, members: i64| -> Result<Uuid> {
        let id = Uuid::now_v7();
        tx.prepare_cached(
            "INSERT INTO groups (id, workspace_id, name, name_key, member_count, created_by, created_at)
             VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![id.as_bytes(), workspace, name, members, owner, now])?;
        Ok(id)
    };
    let hall = if layout == Layout::Together { Some(new_group("hall", everybody)?) } else { None };
    let mut people = Vec::with_capacity(count);
    for number in 0..count {
        let (id, token, name) = (Uuid::now_v7(), format!("{number:043}"), format!("person{number}"));
        tx.prepare_cached(
            "INSERT INTO users (id, name, name_key, username, password, created_at, updated_at)
             VALUES (?1, ?2, ?2, ?2, ?3, ?4, ?4)",
        )?
        .execute(params![id.as_bytes(), name, password, now])?;
        tx.prepare_cached("INSERT INTO user_status (user_id, updated_at) VALUES (?1, ?2)")?
            .execute(params![id.as_bytes(), now])?;
        tx.prepare_cached(
            "INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES (?1, ?2, 'member', ?3)",
        )?
        .execute(params![workspace, id.as_bytes(), now])?;
        tx.prepare_cached(
            "INSERT INTO sessions (id, user_id, token_hash, user_agent, address, created_at, last_active_at, password_at, expires_at)
             VALUES (?1, ?2, ?3, 'bench', '127.0.0.1', ?4, ?4, ?4, ?5)",
        )?
        .execute(params![
            Uuid::now_v7().as_bytes(),
            id.as_bytes(),
            Sha256::digest(token.as_bytes()).as_slice(),
            now,
            now + SESSION_MS
        ])?;
        let group = match hall {
            Some(group) => group,
            None => new_group(&name, 1)?,
        };
        for place in [lounge.as_slice(), group.as_bytes()] {
            tx.prepare_cached("INSERT INTO group_members (id, user_id, group_id, joined_at) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![Uuid::now_v7().as_bytes(), id.as_bytes(), place, now])?;
        }
        people.push(Person { id, token, group });
    }
    tx.execute("UPDATE groups SET member_count = member_count + ?1 WHERE id = ?2", params![everybody, lounge])?;
    tx.commit()?;
    Ok(people)
}

pub fn now_ms() -> i64 {
    i64::try_from(now_ns() / 1_000_000).unwrap_or(i64::MAX)
}

/// A text of `bytes` bytes that is told from all others by its number.
pub fn text(number: u64, bytes: usize) -> String {
    const WORDS: &str = " the quick brown fox jumps over the lazy dog and comes back to the parlor for a cup of tea";
    let mut text = format!("{number:020}");
    while text.len() < bytes {
        text.push_str(&WORDS[..WORDS.len().min(bytes - text.len())]);
    }
    // No space at the end: it would be cut off.
    text.truncate(text.trim_end().len());
    text
}
