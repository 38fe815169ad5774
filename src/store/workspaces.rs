//! `workspaces` and `workspace_members`.

use super::access::{ActiveUser, InWorkspace};
use super::db::{Param, Row, Tx, WriteTx, statements};
use crate::domain::{
    MyWorkspace, Timestamp, UserId, Workspace, WorkspaceId, WorkspaceName, WorkspaceRole, WorkspaceSettings,
};
use crate::error::{Error, Result};

macro_rules! workspace_columns {
    () => {
        "w.id, w.name, w.slug, w.description, w.owner_id, w.created_at, w.settings"
    };
}

/// How many columns those are.
const WORKSPACE_COLUMNS: usize = 7;

statements! {
    BY_ID = concat!("SELECT ", workspace_columns!(), " FROM workspaces w WHERE w.id = $1");

    /// Rides on workspace_members_by_user.
    OF_USER = concat!("SELECT ", workspace_columns!(), ", wm.role
           FROM workspace_members wm JOIN workspaces w ON w.id = wm.workspace_id
          WHERE wm.user_id = $1
          ORDER BY w.id");

    /// The workspace that new people come into: the one of the primary group.
    HOME = "SELECT workspace_id FROM groups WHERE is_primary = 1";

    INSERT = "INSERT INTO workspaces (id, name, slug, owner_id, created_at) VALUES ($1, $2, $3, $4, $5)";
    INSERT_MEMBER = "INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES ($1, $2, $3, $4)
                     ON CONFLICT DO NOTHING";
    CONFIGURE = "UPDATE workspaces SET name = $1, description = $2, settings = $3 WHERE id = $4";
    SET_ROLE = "UPDATE workspace_members SET role = $1 WHERE workspace_id = $2 AND user_id = $3";
    SET_OWNER = "UPDATE workspaces SET owner_id = $1 WHERE id = $2";
}

fn workspace(row: &Row<'_>) -> Result<Workspace> {
    Ok(Workspace {
        id: row.get(0)?,
        name: row.get(1)?,
        slug: row.get(2)?,
        description: row.get(3)?,
        owner_id: row.get(4)?,
        created_at: row.get(5)?,
        settings: serde_json::from_str(&row.get::<String>(6)?).map_err(Error::internal)?,
    })
}

pub fn by_id(tx: &Tx<'_>, id: WorkspaceId) -> Result<Workspace> {
    tx.query_opt(BY_ID, &[&id], workspace)?.ok_or(Error::NotFound("workspace"))
}

/// For who was proved to be in it.
pub fn shown(tx: &Tx<'_>, here: &InWorkspace) -> Result<MyWorkspace> {
    Ok(MyWorkspace { workspace: by_id(tx, here.workspace())?, my_role: here.role() })
}

/// The asker's workspaces.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<MyWorkspace>> {
    tx.query(OF_USER, &[&who.user()], |row| {
        Ok(MyWorkspace { workspace: workspace(row)?, my_role: row.get(WORKSPACE_COLUMNS)? })
    })
}

/// The ids of somebody's workspaces with their role in each, for the hub.
pub fn roles_of(tx: &Tx<'_>, user: UserId) -> Result<Vec<(WorkspaceId, WorkspaceRole)>> {
    tx.query(OF_USER, &[&user], |row| Ok((row.get(0)?, row.get(WORKSPACE_COLUMNS)?)))
}

/// The workspace that new people come into.
pub fn home(tx: &Tx<'_>) -> Result<WorkspaceId> {
    tx.query_opt(HOME, &[], |row| row.get(0))?.ok_or(Error::Conflict("This server is not set up yet."))
}

/// Makes a workspace with its owner in it.
pub fn insert(tx: &WriteTx<'_>, name: &WorkspaceName, owner: UserId) -> Result<WorkspaceId> {
    let id = WorkspaceId::from_uuid(tx.new_id());
    let params: &[&dyn Param] = &[&id, &name.as_str(), &slug(name.as_str()), &owner, &tx.now()];
    tx.execute(INSERT, params)?;
    insert_member(tx, id, owner, WorkspaceRole::Owner)?;
    Ok(id)
}

/// Puts somebody into a workspace; who is in it already stays what they are. Whether they were new.
pub fn insert_member(tx: &WriteTx<'_>, workspace: WorkspaceId, user: UserId, role: WorkspaceRole) -> Result<bool> {
    let joined_at: Timestamp = tx.now();
    Ok(tx.execute(INSERT_MEMBER, &[&workspace, &user, &role, &joined_at])? > 0)
}

/// Changes a workspace; what is `None` stays, and `set` changes its settings.
pub fn configure(
    tx: &WriteTx<'_>,
    here: &InWorkspace,
    name: Option<&WorkspaceName>,
    description: Option<&str>,
    set: impl FnOnce(&mut WorkspaceSettings),
) -> Result<Workspace> {
    let was = by_id(tx, here.workspace())?;
    let name = name.map_or(was.name.as_str(), WorkspaceName::as_str);
    let description = description.unwrap_or(&was.description);
    let mut settings = was.settings.clone();
    set(&mut settings);
    let settings = serde_json::to_string(&settings).map_err(Error::internal)?;
    tx.execute(CONFIGURE, &[&name, &description, &settings, &here.workspace()])?;
    by_id(tx, here.workspace())
}

/// Gives a member another role. Making somebody the owner makes the owner before them an admin.
pub fn set_role(tx: &WriteTx<'_>, here: &InWorkspace, member: UserId, role: WorkspaceRole) -> Result<()> {
    let set = |role: WorkspaceRole, user: UserId| tx.execute(SET_ROLE, &[&role, &here.workspace(), &user]);
    if role == WorkspaceRole::Owner {
        set(WorkspaceRole::Admin, here.user())?;
        tx.execute(SET_OWNER, &[&member, &here.workspace()])?;
    }
    set(role, member).map(|_| ())
}

/// A name as part of an address: lower case, letters and digits of ASCII, joined by hyphens.
fn slug(name: &str) -> String {
    let words = name
        .to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    if words.is_empty() { "workspace".to_owned() } else { words }
}
