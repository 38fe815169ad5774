//! `custom_emoji`: a workspace's own emoji, with their pictures.

use super::access::{ActiveUser, At, InWorkspace, Poster};
use super::db::{Param, Row, Tx, WriteTx, statements};
use crate::domain::picture::PictureKind;
use crate::domain::{CustomEmoji, EmojiId, EmojiMark, EmojiName, EmojiSet, Picture, UserId, WorkspaceId};
use crate::error::{Error, Result};

macro_rules! emoji_columns {
    () => {
        "e.id, e.workspace_id, e.name, e.kind, e.width, e.height, length(e.image), e.created_by, e.created_at"
    };
}

statements! {
    BY_ID = concat!("SELECT ", emoji_columns!(), " FROM custom_emoji e WHERE e.id = $1");

    /// By name. Rides on the unique index (workspace_id, name).
    OF_WORKSPACE = concat!("SELECT ", emoji_columns!(), " FROM custom_emoji e WHERE e.workspace_id = $1 ORDER BY e.name");

    /// As much as is needed to draw them. Rides on workspace_members_by_user and the unique index.
    OF_USER = "SELECT e.workspace_id, e.id, e.name
                 FROM workspace_members m JOIN custom_emoji e ON e.workspace_id = m.workspace_id
                WHERE m.user_id = $1
                ORDER BY e.workspace_id, e.name";

    IMAGE = "SELECT kind, image FROM custom_emoji WHERE id = $1";
    BY_NAME = "SELECT id FROM custom_emoji WHERE workspace_id = $1 AND name = $2";
    COUNT = "SELECT count(*) FROM custom_emoji WHERE workspace_id = $1";

    KNOWN_IN_GROUP = "SELECT 1 FROM groups g JOIN custom_emoji e ON e.workspace_id = g.workspace_id
                       WHERE g.id = $1 AND e.name = $2";
    KNOWN_TO_USER = "SELECT 1 FROM workspace_members m JOIN custom_emoji e ON e.workspace_id = m.workspace_id
                      WHERE m.user_id = $1 AND e.name = $2
                      LIMIT 1";

    INSERT = "INSERT INTO custom_emoji (id, workspace_id, name, kind, width, height, created_by, created_at, image)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    DELETE = "DELETE FROM custom_emoji WHERE id = $1";
}

/// Most emoji of one workspace.
pub const MOST: i64 = 500;

fn emoji(row: &Row<'_>) -> Result<CustomEmoji> {
    Ok(CustomEmoji {
        id: row.get(0)?,
        workspace_id: row.get(1)?,
        name: row.get(2)?,
        kind: row.get(3)?,
        width: row.get(4)?,
        height: row.get(5)?,
        size_bytes: row.get(6)?,
        created_by: row.get(7)?,
        created_at: row.get(8)?,
    })
}

pub(super) fn by_id(tx: &Tx<'_>, id: EmojiId) -> Result<Option<CustomEmoji>> {
    tx.query_opt(BY_ID, &[&id], emoji)
}

/// A workspace's own emoji by name, all of them: there are at most [`MOST`].
pub fn of_workspace(tx: &Tx<'_>, here: &InWorkspace) -> Result<Vec<CustomEmoji>> {
    tx.query(OF_WORKSPACE, &[&here.workspace()], emoji)
}

/// As much of the emoji of the asker's workspaces as is needed to draw them.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<EmojiSet>> {
    let mut sets: Vec<EmojiSet> = Vec::new();
    let read = |row: &Row<'_>| Ok((row.get::<WorkspaceId>(0)?, EmojiMark { id: row.get(1)?, name: row.get(2)? }));
    for (workspace_id, mark) in tx.query(OF_USER, &[&who.user()], read)? {
        match sets.last_mut().filter(|set| set.workspace_id == workspace_id) {
            Some(set) => set.emoji.push(mark),
            None => sets.push(EmojiSet { workspace_id, emoji: vec![mark] }),
        }
    }
    Ok(sets)
}

/// The picture of an emoji, for who was proved to be in its workspace.
pub fn image(tx: &Tx<'_>, _here: &InWorkspace, id: EmojiId) -> Result<(PictureKind, Vec<u8>)> {
    tx.query_opt(IMAGE, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))?.ok_or(Error::NotFound("emoji"))
}

/// Whether a name means anything where somebody writes: to the group's workspace, or in a direct conversation to one of
/// the writer's own.
pub fn is_known(tx: &Tx<'_>, poster: &Poster, name: &EmojiName) -> Result<bool> {
    match poster.at() {
        At::Group(group) => Ok(tx.query_opt(KNOWN_IN_GROUP, &[&group, &name.as_str()], |_| Ok(()))?.is_some()),
        At::Direct { .. } => is_known_to(tx, poster.user(), name),
    }
}

/// Whether a name means anything in one of somebody's workspaces.
pub fn is_known_to(tx: &Tx<'_>, user: UserId, name: &EmojiName) -> Result<bool> {
    Ok(tx.query_opt(KNOWN_TO_USER, &[&user, &name.as_str()], |_| Ok(()))?.is_some())
}

/// Adds an emoji to the workspace.
///
/// # Errors
/// `Taken` when the name is; `Conflict` when the workspace has [`MOST`].
pub fn insert(tx: &WriteTx<'_>, here: &InWorkspace, name: &EmojiName, picture: &Picture) -> Result<CustomEmoji> {
    let workspace = here.workspace();
    if tx.query_opt(BY_NAME, &[&workspace, &name.as_str()], |_| Ok(()))?.is_some() {
        return Err(Error::Taken { field: Some("name"), why: "There is an emoji of that name already." });
    }
    let count: i64 = tx.query_one(COUNT, &[&workspace], |row| row.get(0))?;
    if count >= MOST {
        return Err(Error::Conflict("This workspace has as many emoji as it may."));
    }
    let id = EmojiId::from_uuid(tx.new_id());
    let params: &[&dyn Param] = &[
        &id,
        &workspace,
        &name.as_str(),
        &picture.kind(),
        &picture.width(),
        &picture.height(),
        &here.user(),
        &tx.now(),
        &picture.bytes(),
    ];
    tx.execute(INSERT, params)?;
    by_id(tx, id)?.ok_or(Error::NotFound("emoji"))
}

/// Takes an emoji away. What was said and reacted with it stays as `:name:`.
pub fn remove(tx: &WriteTx<'_>, _here: &InWorkspace, id: EmojiId) -> Result<()> {
    tx.execute(DELETE, &[&id]).map(|_| ())
}
