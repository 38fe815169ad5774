//! `groups`: the channels of a workspace.

use super::access::{ActiveUser, InGroup, InWorkspace};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::reading::is_silent;
use super::users::{NameCursor, containing};
use super::{forum_tags, mentions};
use crate::domain::{
    Description, Group, GroupId, GroupKind, GroupName, GroupRole, Membership, MyGroup, Place, Rank, Topic, UserId,
    WorkspaceId, WorkspaceRole,
};
use crate::error::{Error, Result};

macro_rules! group_columns {
    () => {
        "g.id, g.workspace_id, g.name, g.topic, g.description, g.kind, g.is_private, g.is_archived, g.is_primary, \
         g.position, g.version, g.member_count, g.message_count, g.created_by, g.created_at"
    };
}

/// How many columns those are.
const GROUP_COLUMNS: usize = 15;

/// What a [`MyGroup`] needs besides: the membership, and the role in the workspace.
macro_rules! mine_columns {
    () => {
        concat!(
            "m.role, m.joined_at, m.last_read_ordinal, wm.role, \
         (SELECT count(*) FROM messages d
           WHERE d.group_id = m.group_id AND d.ordinal > m.last_read_ordinal AND ",
            is_silent!("d"),
            "), m.is_muted, m.notification_level"
        )
    };
}

statements! {
    BY_ID = concat!("SELECT ", group_columns!(), " FROM groups g WHERE g.id = $1");

    KIND = "SELECT kind FROM groups WHERE id = $1";

    MINE = concat!("SELECT ", group_columns!(), ", ", mine_columns!(), "
           FROM group_members m
           JOIN groups g ON g.id = m.group_id
           JOIN workspace_members wm ON wm.workspace_id = g.workspace_id AND wm.user_id = m.user_id
          WHERE m.user_id = $1 AND m.group_id = $2");

    /// Somebody's groups, the primary one first. Rides on the unique index (user_id, group_id).
    OF_USER = concat!("SELECT ", group_columns!(), ", ", mine_columns!(), "
           FROM group_members m
           JOIN groups g ON g.id = m.group_id
           JOIN workspace_members wm ON wm.workspace_id = g.workspace_id AND wm.user_id = m.user_id
          WHERE m.user_id = $1
          ORDER BY g.is_primary DESC, g.position, g.name_key, g.id");

    IDS_OF_USER = "SELECT group_id FROM group_members WHERE user_id = $1";

    /// What a member may look through, by name: public groups and their own. Rides on the unique index (workspace_id, name_key).
    LISTED = concat!("SELECT ", group_columns!(), ", g.name_key
           FROM groups g
          WHERE g.workspace_id = $1 AND g.name_key > $2
            AND (g.name_key LIKE $3 ESCAPE '\\' OR g.topic LIKE $3 ESCAPE '\\')
            AND (g.is_private = FALSE OR EXISTS (SELECT 1 FROM group_members m WHERE m.user_id = $4 AND m.group_id = g.id))
          ORDER BY g.name_key
          LIMIT $5");

    PRIMARY = "SELECT id FROM groups WHERE is_primary = 1";
    BY_NAME = "SELECT id FROM groups WHERE workspace_id = $1 AND name_key = $2";
    LAST_POSITION = "SELECT coalesce(max(position), 0) FROM groups WHERE workspace_id = $1";
    COUNT = "SELECT count(*) FROM groups WHERE workspace_id = $1";

    INSERT = "INSERT INTO groups (id, workspace_id, name, name_key, topic, description, kind, is_private, is_primary, position, created_by, created_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

    UPDATE = "UPDATE groups
                 SET name = $1, name_key = $2, topic = $3, description = $4, is_private = $5, is_archived = $6, position = $7,
                     version = version + 1
               WHERE id = $8";
}

pub(super) fn group(row: &Row<'_>) -> Result<Group> {
    Ok(Group {
        id: row.get(0)?,
        workspace_id: row.get(1)?,
        name: row.get(2)?,
        topic: row.get(3)?,
        description: row.get(4)?,
        kind: row.get(5)?,
        is_private: row.get(6)?,
        is_archived: row.get(7)?,
        is_primary: row.get(8)?,
        position: row.get(9)?,
        version: row.get(10)?,
        member_count: row.get(11)?,
        last_ordinal: row.get(12)?,
        created_by: row.get(13)?,
        created_at: row.get(14)?,
        tags: None,
    })
}

fn my_group(row: &Row<'_>) -> Result<MyGroup> {
    let here: Option<GroupRole> = row.get(GROUP_COLUMNS)?;
    let there: WorkspaceRole = row.get(GROUP_COLUMNS + 3)?;
    let membership = Membership {
        role: Rank::of(there, here).group_role(),
        joined_at: row.get(GROUP_COLUMNS + 1)?,
        last_read_ordinal: row.get(GROUP_COLUMNS + 2)?,
        silent_unread: row.get(GROUP_COLUMNS + 4)?,
        unread_mentions: Vec::new(),
        is_muted: row.get(GROUP_COLUMNS + 5)?,
        notification_level: row.get(GROUP_COLUMNS + 6)?,
    };
    Ok(MyGroup { group: group(row)?, membership })
}

fn with_mentions(tx: &Tx<'_>, user: UserId, mut mine: MyGroup) -> Result<MyGroup> {
    let (place, read) = (Place::Group(mine.group.id), mine.membership.last_read_ordinal);
    mine.membership.unread_mentions = mentions::unread(tx, user, place, read)?;
    mine.group = with_tags(tx, mine.group)?;
    Ok(mine)
}

fn with_tags(tx: &Tx<'_>, mut group: Group) -> Result<Group> {
    if group.kind == GroupKind::Forum {
        group.tags = Some(forum_tags::of_group(tx, group.id)?);
    }
    Ok(group)
}

pub fn by_id(tx: &Tx<'_>, id: GroupId) -> Result<Group> {
    let found = tx.query_opt(BY_ID, &[&id], group)?.ok_or(Error::NotFound("group"))?;
    with_tags(tx, found)
}

pub(super) fn kind_of(tx: &Tx<'_>, id: GroupId) -> Result<GroupKind> {
    tx.query_opt(KIND, &[&id], |row| row.get(0))?.ok_or(Error::NotFound("group"))
}

/// For who was proved to see it.
pub fn shown(tx: &Tx<'_>, here: &InGroup) -> Result<Group> {
    by_id(tx, here.group())
}

/// The group as its member sees it.
pub fn of_member(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Option<MyGroup>> {
    tx.query_opt(MINE, &[&user, &group], my_group)?.map(|mine| with_mentions(tx, user, mine)).transpose()
}

/// The group as the asker sees it, who is in it.
pub fn mine(tx: &Tx<'_>, here: &InGroup) -> Result<MyGroup> {
    of_member(tx, here.user(), here.group())?.ok_or(Error::NotFound("group"))
}

/// The asker's groups, the primary one first, then by position and name.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<MyGroup>> {
    let groups = tx.query(OF_USER, &[&who.user()], my_group)?;
    groups.into_iter().map(|mine| with_mentions(tx, who.user(), mine)).collect()
}

/// The ids of somebody's groups, for the hub.
pub fn ids_of(tx: &Tx<'_>, user: UserId) -> Result<Vec<GroupId>> {
    tx.query(IDS_OF_USER, &[&user], |row| row.get(0))
}

/// What the asker may look through, by name, from `after` on; each with the cursor that leads on from it.
pub fn listed(
    tx: &Tx<'_>,
    here: &InWorkspace,
    text: &str,
    after: &str,
    limit: u32,
) -> Result<Vec<(Group, NameCursor)>> {
    let params: &[&dyn Param] = &[&here.workspace(), &after, &containing(text), &here.user(), &limit];
    let found = tx.query(LISTED, params, |row| {
        let found = group(row)?;
        Ok((found, NameCursor { name_key: row.get(GROUP_COLUMNS)?, id: None }))
    })?;
    found.into_iter().map(|(group, cursor)| Ok((with_tags(tx, group)?, cursor))).collect()
}

/// The group that everybody is in.
pub fn primary(tx: &Tx<'_>) -> Result<GroupId> {
    tx.query_opt(PRIMARY, &[], |row| row.get(0))?.ok_or(Error::Conflict("This server is not set up yet."))
}

/// A group to be made.
pub struct NewGroup {
    pub workspace: WorkspaceId,
    pub name: GroupName,
    pub topic: Topic,
    pub description: Description,
    /// Never changes.
    pub kind: GroupKind,
    pub is_private: bool,
    pub is_primary: bool,
}

/// Makes a group with nobody in it.
///
/// # Errors
/// `Taken` when the name is not to be had; `Conflict` when the workspace holds `most` groups already.
pub fn insert(tx: &WriteTx<'_>, new: &NewGroup, created_by: UserId, most: i64) -> Result<GroupId> {
    let key = new.name.key();
    name_is_free(tx, new.workspace, &key, None)?;
    let count: i64 = tx.query_one(COUNT, &[&new.workspace], |row| row.get(0))?;
    if count >= most {
        return Err(Error::Conflict("This workspace has as many groups as it may."));
    }
    let id = GroupId::from_uuid(tx.new_id());
    let position: i64 =
        tx.query_one(LAST_POSITION, &[&new.workspace], |row| Ok(row.get::<i64>(0)?.saturating_add(1)))?;
    let params: &[&dyn Param] = &[
        &id,
        &new.workspace,
        &new.name.as_str(),
        &key,
        &new.topic.as_str(),
        &new.description.as_str(),
        &new.kind,
        &new.is_private,
        &new.is_primary,
        &position,
        &created_by,
        &tx.now(),
    ];
    tx.execute(INSERT, params)?;
    Ok(id)
}

/// The group of this name, for the command line, whose user owns the file.
pub fn by_name(tx: &Tx<'_>, workspace: WorkspaceId, name: &GroupName) -> Result<Option<Group>> {
    let id: Option<GroupId> = tx.query_opt(BY_NAME, &[&workspace, &name.key()], |row| row.get(0))?;
    id.map(|id| by_id(tx, id)).transpose()
}

/// A private group's name is not betrayed: the answer says only that the name is not to be had.
fn name_is_free(tx: &Tx<'_>, workspace: WorkspaceId, key: &str, but: Option<GroupId>) -> Result<()> {
    let owner: Option<GroupId> = tx.query_opt(BY_NAME, &[&workspace, &key], |row| row.get(0))?;
    if owner.is_some() && owner != but {
        return Err(Error::Taken { field: Some("name"), why: "That name is not available." });
    }
    Ok(())
}

/// What is to be changed of a group; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct GroupChange {
    /// The version that the change is based on.
    pub version: i64,
    pub name: Option<GroupName>,
    pub topic: Option<Topic>,
    pub description: Option<Description>,
    pub is_private: Option<bool>,
    pub is_archived: Option<bool>,
    pub position: Option<i64>,
}

impl GroupChange {
    /// Whether it touches more than topic and description.
    pub fn configures(&self) -> bool {
        self.name.is_some() || self.is_private.is_some() || self.is_archived.is_some() || self.position.is_some()
    }
}

/// Changes a group; as it was and as it is.
///
/// # Errors
/// `Stale` when it is no longer at the change's version; `Taken`; `Conflict` for what a primary group cannot be.
pub fn change(tx: &WriteTx<'_>, here: &InGroup, change: &GroupChange) -> Result<(Group, Group)> {
    let was = by_id(tx, here.group())?;
    if was.version != change.version {
        let current = serde_json::to_value(&was).map_err(Error::internal)?;
        return Err(Error::Stale { noun: "group", current: Box::new(current) });
    }
    let is_private = change.is_private.unwrap_or(was.is_private);
    let is_archived = change.is_archived.unwrap_or(was.is_archived);
    if was.is_primary && (is_private || is_archived) {
        return Err(Error::Conflict("The primary group stays open to everybody: it cannot be private or archived."));
    }
    let name = match &change.name {
        Some(name) => name.clone(),
        None => GroupName::parse(&was.name)?,
    };
    name_is_free(tx, was.workspace_id, &name.key(), Some(was.id))?;
    let params: &[&dyn Param] = &[
        &name.as_str(),
        &name.key(),
        &change.topic.as_ref().map_or(was.topic.as_str(), Topic::as_str),
        &change.description.as_ref().map_or(was.description.as_str(), Description::as_str),
        &is_private,
        &is_archived,
        &change.position.unwrap_or(was.position),
        &was.id,
    ];
    tx.execute(UPDATE, params)?;
    let is = by_id(tx, was.id)?;
    Ok((was, is))
}
