//! `group_members`: who is in which group.

use super::access::InGroup;
use super::db::{AnyId, Param, Tx, WriteTx, statements};
use super::status;
use super::users::{self, NameCursor, USER_COLUMNS, containing, user_columns};
use crate::domain::people::Profile;
use crate::domain::{GroupId, GroupRole, NotificationLevel, Rank, Timestamp, UserId, WorkspaceRole};
use crate::error::Result;

statements! {
    /// A group's members by name. Rides on users_by_name or group_members_by_group, as the planner sees fit.
    OF_GROUP = concat!("SELECT ", user_columns!(), ", ", status::chosen_columns!(), ", m.role, wm.role, m.joined_at, u.name_key
           FROM group_members m
           JOIN groups g ON g.id = m.group_id
           JOIN users u ON u.id = m.user_id
           JOIN user_status st ON st.user_id = u.id
           JOIN workspace_members wm ON wm.workspace_id = g.workspace_id AND wm.user_id = u.id
          WHERE m.group_id = $1 AND (u.name_key, u.id) > ($2, $3)
            AND (u.name_key LIKE $4 ESCAPE '\\' OR u.username LIKE $4 ESCAPE '\\')
          ORDER BY u.name_key, u.id
          LIMIT $5");

    ONE = "SELECT m.role, wm.role, m.joined_at
             FROM group_members m
             JOIN groups g ON g.id = m.group_id
             JOIN workspace_members wm ON wm.workspace_id = g.workspace_id AND wm.user_id = m.user_id
            WHERE m.user_id = $1 AND m.group_id = $2";

    INSERT = "INSERT INTO group_members (id, user_id, group_id, role, last_read_ordinal, joined_at)
              VALUES ($1, $2, $3, $4, (SELECT message_count FROM groups WHERE id = $3), $5)
              ON CONFLICT DO NOTHING";

    DELETE = "DELETE FROM group_members WHERE user_id = $1 AND group_id = $2";
    COUNT_ONE_MORE = "UPDATE groups SET member_count = member_count + 1 WHERE id = $1";
    COUNT_ONE_LESS = "UPDATE groups SET member_count = member_count - 1 WHERE id = $1";
    COUNT = "SELECT member_count FROM groups WHERE id = $1";
    SET_ATTENTION = "UPDATE group_members SET is_muted = $1, notification_level = $2
                      WHERE user_id = $3 AND group_id = $4 AND (is_muted <> $1 OR notification_level IS DISTINCT FROM $2)";
    SET_ROLE = "UPDATE group_members SET role = $1 WHERE user_id = $2 AND group_id = $3";
}

/// A row of a group's list of members, before the hub has said who is here.
pub struct MemberProfile {
    pub profile: Profile,
    pub role: GroupRole,
    pub workspace_role: WorkspaceRole,
    pub joined_at: Timestamp,
}

/// A group's members by name, from `after` on; each with the cursor that leads on from it.
pub fn of_group(
    tx: &Tx<'_>,
    here: &InGroup,
    text: &str,
    after: &NameCursor,
    limit: u32,
) -> Result<Vec<(MemberProfile, NameCursor)>> {
    const AFTER_STATUS: usize = USER_COLUMNS + status::CHOSEN_COLUMNS;
    let params: &[&dyn Param] = &[&here.group(), &after.name_key, &after.any_id(), &containing(text), &limit];
    tx.query(OF_GROUP, params, |row| {
        let user = users::user(row)?;
        let chosen = status::chosen_at(row, user.id, USER_COLUMNS)?;
        let workspace_role: WorkspaceRole = row.get(AFTER_STATUS + 1)?;
        let role = Rank::of(workspace_role, row.get(AFTER_STATUS)?).group_role();
        let cursor = NameCursor { name_key: row.get(AFTER_STATUS + 3)?, id: Some(user.id.uuid()) };
        let joined_at = row.get(AFTER_STATUS + 2)?;
        Ok((MemberProfile { profile: Profile { user, chosen }, role, workspace_role, joined_at }, cursor))
    })
}

/// The role that counts for a member in a group, and since when they are in it; `None` when they are not.
pub fn role_of(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Option<(GroupRole, Timestamp)>> {
    tx.query_opt(ONE, &[&user, &group], |row| {
        let here: Option<GroupRole> = row.get(0)?;
        Ok((Rank::of(row.get(1)?, here).group_role(), row.get(2)?))
    })
}

/// Puts somebody into a group, with nothing unread. Whether they were new.
///
/// The caller has proved that they may be in it.
pub fn insert(tx: &WriteTx<'_>, group: GroupId, user: UserId, role: Option<GroupRole>) -> Result<bool> {
    let id = AnyId(tx.new_id());
    let role = role.filter(|role| *role != GroupRole::Member);
    if tx.execute(INSERT, &[&id, &user, &group, &role, &tx.now()])? == 0 {
        return Ok(false);
    }
    tx.execute(COUNT_ONE_MORE, &[&group])?;
    Ok(true)
}

/// Takes somebody out of a group. Whether they were in it.
///
/// The caller has proved that they may.
pub fn remove(tx: &WriteTx<'_>, group: GroupId, user: UserId) -> Result<bool> {
    if tx.execute(DELETE, &[&user, &group])? == 0 {
        return Ok(false);
    }
    tx.execute(COUNT_ONE_LESS, &[&group])?;
    Ok(true)
}

/// How many are in a group.
pub fn count(tx: &Tx<'_>, group: GroupId) -> Result<i64> {
    tx.query_one(COUNT, &[&group], |row| row.get(0))
}

/// Sets how the asker wants to hear of the group; whether that changed anything.
pub fn set_attention(
    tx: &WriteTx<'_>,
    here: &InGroup,
    is_muted: bool,
    level: Option<NotificationLevel>,
) -> Result<bool> {
    let params: &[&dyn Param] = &[&is_muted, &level, &here.user(), &here.group()];
    Ok(tx.execute(SET_ATTENTION, params)? > 0)
}

/// Gives a member another role in this group. The caller has proved that they may.
pub fn set_role(tx: &WriteTx<'_>, here: &InGroup, member: UserId, role: GroupRole) -> Result<()> {
    let role = Some(role).filter(|role| *role != GroupRole::Member);
    tx.execute(SET_ROLE, &[&role, &member, &here.group()]).map(|_| ())
}
